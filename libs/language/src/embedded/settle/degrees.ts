import type { Field } from '@lib/rules';
import { says } from '../saying';
import { fold, wordsOf } from '../../grounding/words/fold';
import type { Chunk, Grounding } from '../../grounding/link-words';
import { stem } from '../../grounding/words/stem';
import type { ValueLink } from '../../grounding/values/value-index';

/** How an adjective is made of a name: it shares so many letters with it, and has no more than so many of its own. */
const SHARED = 4;
const OWN = 2;
/** What is read in two words is no stored spelling. */
const SURE = 0.85;

/**
 * "highly critical machines" of a criticality High, Medium or Low, "very severe" of a severity: to a high degree what the
 * name of a field says, where records hold that field as High.
 */
export function withDegrees(chunks: readonly Chunk[], grounding: Grounding): readonly Chunk[] {
  if (!chunks.some(chunk => says(chunk, 'highDegree'))) return chunks;
  const made: Chunk[] = [];
  for (const chunk of chunks) {
    const degree = made.at(-1);
    const value = degree && says(degree, 'highDegree') && holdsNothing(chunk) ? highestOf(chunk, grounding) : undefined;
    if (!degree || !value) made.push(chunk);
    else
      made.splice(-1, 1, {
        ...chunk,
        start: degree.start,
        glued: degree.glued,
        text: `${degree.text} ${chunk.text}`,
        roles: [],
        fields: [],
        values: [value],
      });
  }
  return made;
}

const holdsNothing = ({ values, number, date, quote }: Chunk): boolean =>
  values.length === 0 && number === undefined && date === undefined && quote === undefined;

/** The value High of the one field that is called after the adjective. */
function highestOf({ key }: Chunk, { recordType, values, spoken }: Grounding): ValueLink | undefined {
  if (!/^\p{L}{4,}$/u.test(key)) return undefined;
  const [field, ...others] = recordType.fields.filter(each => each.type === 'text' && isCalledAfter(each, key));
  if (!field || others.length > 0) return undefined;
  const [highest, ...rivals] = values
    .valuesOf(field.name)
    .filter(text => spoken.some(({ senses }) => senses.of(fold(text)).includes('upperEnd')));
  return highest === undefined || rivals.length > 0
    ? undefined
    : { field, stored: [highest], score: SURE, via: 'word' };
}

/** "critical" of the criticality, "severe" of the severity, "risky" of the risk. */
function isCalledAfter({ label, name }: Field, adjective: string): boolean {
  const root = stem(adjective);
  return wordsOf(`${label} ${name}`).some(word => {
    let shared = 0;
    while (shared < root.length && root[shared] === word[shared]) shared++;
    return shared >= SHARED && root.length - shared <= OWN;
  });
}
