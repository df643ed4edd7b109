import type { RuleDraft } from '@lib/rules';
import { isUnknown } from '../cursor';
import type { Chunk, Grounding } from '../../grounding/link-words';
import { isTagging, sameText } from './edit-step';
import { placesIn, textsAt } from './places';

/** "X rather than High Pay": the name of a tag in several words that the previous rule gives is one, as if it stood in quotes. */
export function withOwnTags(chunks: readonly Chunk[], { actions }: RuleDraft, text: string): readonly Chunk[] {
  const tags = actions.flatMap(action => (isTagging(action) && /\s/.test(action.value) ? [action.value] : []));
  return tags.reduce((made, tag) => joined(made, tag, text), chunks);
}

function joined(chunks: readonly Chunk[], tag: string, text: string): readonly Chunk[] {
  const [from, to] = [chunks.findIndex(({ start }) => text.startsWith(tag, start)), text.indexOf(tag) + tag.length];
  const first = chunks[from];
  const last = chunks.findIndex(({ end }) => end === to);
  const isCapital = (chunk: Chunk | undefined): boolean =>
    /^\p{Lu}/u.test(chunk?.quote === undefined ? (chunk?.text ?? '') : '');
  if (!first || last <= from || first.start !== to - tag.length) return chunks;
  // "High Pay Plus" is another name.
  if (isCapital(chunks[last + 1]) || (from > 1 && isCapital(chunks[from - 1]))) return chunks;
  const { start, key, glued } = first;
  const name: Chunk = { start, end: to, text: tag, key, glued, quote: tag, roles: [], fields: [], values: [] };
  return [...chunks.slice(0, from), name, ...chunks.slice(last + 1)];
}

/** What the previous rule compares with is known by it, whether a record at hand has it or not. */
export function withOwnValues(
  chunks: readonly Chunk[],
  { condition }: RuleDraft,
  { recordType }: Grounding,
): readonly Chunk[] {
  const places = placesIn(condition, recordType).filter(({ field }) => field.type === 'text');
  return chunks.map(chunk => {
    if (!isUnknown(chunk) || chunk.number !== undefined || chunk.date !== undefined) return chunk;
    const links = places.flatMap(place => {
      const stored = textsAt(place).filter(
        (text): text is string => typeof text === 'string' && sameText(text, chunk.quote ?? chunk.text),
      );
      return stored.length > 0 ? [{ field: place.field, stored, score: 1 }] : [];
    });
    return links.length > 0 ? { ...chunk, values: links } : chunk;
  });
}
