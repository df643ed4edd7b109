import { has, holdsData, isBound, isStranger } from '../cursor';
import { saidTo, says } from '../saying';
import type { Understanding } from '../understanding';
import { unitOf } from '../conditions/numbers/field-units';
import { isTimeUnit } from '../../grounding/words/numbers';
import type { Chunk, Grounding } from '../../grounding/link-words';

/** What went on in the world, or how much of it there was, is told by no record: the word that asks for it. */
export const worldTold = (understood: Understanding, grounding: Grounding): Chunk | undefined =>
  circumstance(understood) ?? spokenTongue(understood, grounding) ?? foreignMeasure(understood, grounding);

/** "placed while it was raining", "delivered during a thunderstorm": words that nobody knows of what went on meanwhile. */
function circumstance({ cut, strange, unknown }: Understanding): Chunk | undefined {
  for (const chunks of cut.conditions)
    for (const [at, chunk] of chunks.entries()) {
      if (!says(chunk, 'meanwhile') || chunk.quote !== undefined || inPassing(chunks, at)) continue;
      let end = at + 1;
      while (end < chunks.length && !isBound(chunks[end])) end++;
      const words = chunks.slice(at + 1, end);
      const told = words.find(word => isStranger(word) && (strange.includes(word) || unknown.includes(word)));
      if (told && !words.some(word => holdsData(word) && !has(word, 'be'))) return told;
    }
  return undefined;
}

/** "…, and while you're at it": said of no record. */
const inPassing = (chunks: readonly Chunk[], at: number): boolean =>
  saidTo(chunks, at, 'byTheWay') !== undefined || saidTo(chunks, at + 1, 'byTheWay') !== undefined;

/** "who speak French", where no field has the languages: a country that is called so is none of it. */
const spokenTongue = ({ cut }: Understanding, { fields }: Grounding): Chunk | undefined =>
  fields.ofConcept('language').length > 0
    ? undefined
    : cut.conditions
        .flat()
        .find(
          chunk =>
            says(chunk, 'speaking') && chunk.quote === undefined && chunk.fields.length + chunk.values.length === 0,
        );

/** "less than 30 km from Miami", "more than 20 mm of rain": measured in what no field is kept in. */
function foreignMeasure({ strange }: Understanding, grounding: Grounding): Chunk | undefined {
  return strange.find(({ number, date, duration, quote }) => {
    const unit = number?.unit;
    if (!unit || date || duration || quote !== undefined || isTimeUnit(unit) || !/^[a-z]{1,3}$/u.test(unit.base))
      return false;
    return !grounding.recordType.fields.some(field => unitOf(field, grounding)?.base === unit.base);
  });
}
