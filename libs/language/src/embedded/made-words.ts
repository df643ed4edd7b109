import type { Role } from '../grounding/lexicon';
import type { Chunk } from '../grounding/link-words';

/** A word that stands in the text otherwise, or not at all: it plays its roles and names nothing. In UTF-16 units. */
export const madeWord = (start: number, end: number, text: string, roles: readonly Role[]): Chunk => ({
  start,
  end,
  text,
  key: text,
  glued: false,
  roles,
  fields: [],
  values: [],
});

/** Words as one piece, which plays no role and names nothing yet. */
export function onePiece(chunks: readonly Chunk[]): Chunk {
  const [first, last] = [chunks[0] as Chunk, chunks.at(-1) as Chunk];
  return {
    ...madeWord(first.start, last.end, chunks.map(({ text }) => text).join(' '), []),
    key: chunks.map(({ key }) => key).join(' '),
    glued: first.glued,
  };
}

const written = (chunks: readonly Chunk[]): string =>
  chunks
    .filter(({ text }) => text !== '')
    .map(({ text, glued }, i) => (i > 0 && !glued ? ` ${text}` : text))
    .join('');

/** Words that are one name together, as if they stood between quotes. */
export function quotedName(chunks: readonly Chunk[]): Chunk {
  const [first, last] = [chunks[0] as Chunk, chunks.at(-1) as Chunk];
  const text = written(chunks);
  return { ...madeWord(first.start, last.end, text, []), quote: text };
}

/** A name by its capitals; what stands between quotes in the text has them in its words. */
export const isNameByCapitals = (chunk: Chunk | undefined): boolean =>
  chunk?.quote !== undefined && chunk.quote === chunk.text;
