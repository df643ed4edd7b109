import { has, isBound } from '../cursor';
import type { Chunk } from '../../grounding/link-words';
import { isIdeographic } from '../../grounding/words/join-words';

/** Moved pieces all stand for the whole stretch, so that spans still point at what was typed. */
export function moved(chunks: readonly Chunk[]): Chunk[] {
  const start = Math.min(...chunks.map(chunk => chunk.start));
  const end = Math.max(...chunks.map(chunk => chunk.end));
  return chunks.map(chunk => ({ ...chunk, start, end }));
}

/** The same words with these roles alone. */
export const bare = (chunk: Chunk, ...roles: Chunk['roles']): Chunk => ({ ...chunk, roles, fields: [], values: [] });

/** A mark nobody typed, where the writing needs none: it stands for the words beside it. */
export const mark = (beside: Chunk, role: Chunk['roles'][number], key: string): Chunk => ({
  start: beside.start,
  end: beside.end,
  text: key,
  key,
  glued: false,
  roles: [role],
  fields: [],
  values: [],
});

/** What belongs together, in brackets. */
export function bracketed(chunks: readonly Chunk[]): readonly Chunk[] {
  const [first, last] = [chunks[0], chunks.at(-1)];
  return first && last ? [mark(first, 'open', '('), ...chunks, mark(last, 'close', ')')] : [];
}

export const isKana = (text: string): boolean => /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);

/** A little word of one sound that only says what part a word plays. */
export const isParticle = (chunk: Chunk | undefined, of = /^[をにはへがのとでも]$/): boolean =>
  chunk !== undefined && chunk.quote === undefined && of.test(chunk.key);

export const isJoint = (chunk: Chunk | undefined): boolean => has(chunk, 'and', 'or', 'comma') && !isName(chunk);

export const isName = (chunk: Chunk | undefined): boolean =>
  chunk !== undefined && (chunk.quote !== undefined || chunk.values.length > 0);

/** Letters, digits and marks of other writing: amid Chinese or Japanese a name. */
export const isForeign = (chunk: Chunk | undefined): boolean =>
  chunk !== undefined && chunk.quote === undefined && !isIdeographic(chunk.text) && !isBound(chunk);

export const isTagNoun = (chunk: Chunk | undefined): chunk is Chunk =>
  chunk !== undefined && chunk.quote === undefined && has(chunk, 'tagNoun');
