import { endsClause, has, isBound, isFiller } from '../../cursor';
import { says } from '../../saying';
import { negate } from '../../meaning/meaning';
import { ledBy, type Parsed, type ParseState } from '../parse-state';
import type { Chunk } from '../../../grounding/link-words';

/** "the accounts Tom Becker is not handling": a value that is who does something is denied by the verb behind it. */
export function deniedBehind(state: ParseState, at: number, { meaning, to }: Parsed): Parsed | undefined {
  const { chunks } = state;
  const opens = has(chunks[at - 1], 'noun', 'ones', 'where') && !has(chunks[at - 1], 'have', 'in');
  const named = to === at + 1 && (chunks[at]?.values.length ?? 0) > 0 && isName(chunks[at]);
  const denied = has(chunks[to], 'not', 'never') && !says(chunks[to], 'denies', 'nobody');
  if (!opens || !named || !denied || meaning.kind !== 'test') return undefined;
  let end = to + 1;
  while (end < to + 4 && isPlain(chunks[end], meaning.field.name)) end++;
  if (end === to + 1 || !endsClause(chunks[end], 'have')) return undefined;
  return { meaning: negate(ledBy(state, to, end, meaning)), to: end };
}

/** "empleados portugueses que no son …": who does something is written like a name; what describes them is not. */
const isName = (chunk: Chunk | undefined): boolean => chunk !== undefined && !/^\p{Ll}/u.test(chunk.text);

/** A word that may be the verb, or a little one beside it; of the fields it names none but that of the value. */
const isPlain = (chunk: Chunk | undefined, field: string): boolean =>
  chunk !== undefined &&
  !isBound(chunk) &&
  !has(chunk, 'and', 'or', 'but', 'where', 'not', 'have') &&
  chunk.values.length === 0 &&
  !chunk.number &&
  !chunk.date &&
  (isFiller(chunk) || chunk.fields.every(link => link.score < 0.6 || link.field.name === field));
