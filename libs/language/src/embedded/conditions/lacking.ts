import { has } from '../cursor';
import type { Chunk } from '../../grounding/link-words';

/** "non ha un contratto a tempo pieno", "without the bundle Starter": a noun that only says of what kind the value behind it is. */
const namesKind = (chunk: Chunk | undefined): boolean =>
  chunk !== undefined &&
  (has(chunk, 'noun') || (chunk.roles.length === 0 && /^\p{Ll}{4,}$/u.test(chunk.text))) &&
  chunk.fields.length === 0 &&
  !chunk.number &&
  chunk.quote === undefined;

/** "no interns", "lacking the skill SQL", "without any English": what is not there is a value, its field may stand before it. */
export function lacksValue(chunks: readonly Chunk[], at: number): boolean {
  let next = at;
  while (
    next < at + 4 &&
    (has(chunks[next], 'det', 'any', 'of', 'in', 'be', 'to') || namesKind(chunks[next])) &&
    (chunks[next]?.values.length ?? 0) === 0
  )
    next++;
  if ((chunks[next]?.values.length ?? 0) > 0) return true;
  const fields = chunks[next]?.fields ?? [];
  const owned = chunks[next + 1]?.values.some(value =>
    fields.some(link => link.field === value.field && link.score >= 0.6),
  );
  return owned === true;
}
