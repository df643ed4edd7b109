import type { Field } from '@lib/rules';
import { has } from '../cursor';
import type { Chunk } from '../../grounding/link-words';

/** A value that words of another language say is one as well. */
const SURE = 0.85;

/** Whether a value of another field or a yes/no field follows, little words between; the field itself may be said by a verb with them ("arbejder i"). */
export function leadsOn(chunks: readonly Chunk[], at: number, field: Field): boolean {
  let next = at;
  while (next < at + 3 && has(chunks[next], 'in', 'det', 'of', 'filler') && chunks[next]?.values.length === 0) next++;
  const chunk = chunks[next];
  const led = next > at ? has(chunks[at], 'in') : has(chunks[at - 1], 'in');
  if (!chunk || !led) return false;
  const other = chunk.values.some(value => value.field.name !== field.name && value.score >= SURE);
  return other || (chunk.fields[0]?.field.type === 'boolean' && chunk.fields[0].score >= 0.7);
}
