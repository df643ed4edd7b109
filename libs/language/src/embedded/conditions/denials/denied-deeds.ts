import type { Chunk } from '../../../grounding/link-words';
import { isDateField } from '../../../grounding/fields/date-field';
import { endsClause, has, isBound } from '../../cursor';
import { type Meaning, testsOf } from '../../meaning/meaning';
import type { ParseState } from '../parse-state';

/** How well a date must be named. */
const NAMED = 0.8;

/**
 * "die niet via DHL | zijn verzonden", "nicht mit PayPal | bezahlt wurden", "nicht mit DHL | verschickte Bestellungen": the
 * deed at the end of what is denied only says what was done that way, and is no state the records are in. Where it ends.
 */
export function deniedDeed({ chunks }: ParseState, at: number, denied: Meaning, end: number): number | undefined {
  const [test, ...others] = testsOf(denied);
  if (test?.test.is !== 'oneOf' || others.some(({ field }) => field !== test.field)) return undefined;
  const helps = has(chunks[end], 'be') && chunks[end]?.values.length === 0;
  const deed = helps ? end + 1 : end;
  if (!isDeed(chunks[deed], test.field.name)) return undefined;
  const helped = has(chunks[deed + 1], 'be') && chunks[deed + 1]?.values.length === 0;
  const whole = / /.test(chunks[deed]?.key ?? '');
  const to = helped ? deed + 2 : deed + 1;
  if (helps || helped || whole) return endsClause(chunks[to]) ? to : undefined;
  // Before its noun it is one only behind what leads to the way it was done.
  const led = has(chunks[at + 1], 'in', 'with') || / /.test(chunks[at]?.key ?? '');
  return led && has(chunks[to], 'noun') ? to : undefined;
}

/** A word that stands for a state, or for the day that something was done on; of the field that is denied it is none. */
function isDeed(chunk: Chunk | undefined, denied: string): boolean {
  if (!chunk || chunk.quote !== undefined || isBound(chunk) || has(chunk, 'not', 'no', 'without')) return false;
  if (chunk.values.length > 0) return chunk.values.every(({ field, via }) => via === 'word' && field.name !== denied);
  const [named] = chunk.fields;
  return named !== undefined && named.score >= NAMED && isDateField(named.field);
}
