import type { Field } from '@lib/rules';
import { has, isParticiple } from '../cursor';
import { closesSaying } from '../saying';
import { wordsOf } from '../../grounding/words/fold';
import type { Chunk, Grounding } from '../../grounding/link-words';
import { stem } from '../../grounding/words/stem';

/** Little words between a thing and what was done with it. */
const MOST_BETWEEN = 5;

/**
 * "a fatura ainda não foi enviada", "facture non envoyée" where a yes/no field is called "Invoice sent": a thing and what
 * was done with it, both of them words of the field's name, name it together, whatever states records have besides.
 */
export function withDeedsDone(chunks: readonly Chunk[], grounding: Grounding): readonly Chunk[] {
  const found = new Map<number, Field | undefined>();
  chunks.forEach((chunk, at) => {
    const deeds = isDeed(chunk) ? chunk.fields.filter(({ field }) => field.type === 'boolean') : [];
    const thing = deeds.length > 0 ? thingBefore(chunks, at) : undefined;
    if (thing === undefined) return;
    const whole = deeds.find(({ field }) => namesRest(chunks[thing] as Chunk, chunk, field, grounding))?.field;
    if (!whole) return;
    found.set(thing, undefined);
    found.set(at, whole);
  });
  if (found.size === 0) return chunks;
  return chunks.map((chunk, at) => {
    if (!found.has(at)) return chunk;
    const field = found.get(at);
    // The deed stands for both: what is denied between them is denied once.
    return field
      ? { ...chunk, roles: [], fields: [{ field, score: 0.95 }], values: [] }
      : { ...chunk, roles: ['filler'], fields: [], values: [] };
  });
}

const isDeed = (chunk: Chunk): boolean =>
  chunk.quote === undefined && (isParticiple(chunk) || closesSaying(chunk, 'participle'));

function thingBefore(chunks: readonly Chunk[], deed: number): number | undefined {
  let at = deed - 1;
  while (at > deed - MOST_BETWEEN && has(chunks[at], 'not', 'notYet', 'never', 'be', 'does')) at--;
  const chunk = chunks[at];
  return chunk && chunk.quote === undefined && /^\p{L}/u.test(chunk.text) ? at : undefined;
}

/** Whether a word says the part of a field's name that the deed does not. */
function namesRest(thing: Chunk, deed: Chunk, field: Field, { spoken }: Grounding): boolean {
  const words = wordsOf(field.label).map(stem);
  const last = thing.key.split(' ').at(-1) ?? '';
  const saying = (key: string): readonly string[] => [
    stem(key),
    ...spoken.flatMap(({ labelWords }) => (labelWords.get(key) ?? []).map(stem)),
  ];
  const [own, done] = [saying(last), deed.key.split(' ').flatMap(saying)];
  return (
    words.length > 1 &&
    words.some(word => own.includes(word) && !done.includes(word)) &&
    thing.fields.every(link => link.field !== field || link.score < 0.95)
  );
}
