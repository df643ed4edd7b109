import { has, isBound } from '../cursor';
import { isForeign, isKana, isName, isParticle, mark } from './pieces';
import type { Chunk } from '../../grounding/link-words';

/** What records are to be, in the order of the grammar, and the words that say it. */
export interface Becoming {
  readonly from: number;
  readonly to: number;
  readonly said: readonly Chunk[];
}

/** A yes/no field that stands for what records are: "重点客户", "リモート". */
const isState = (chunk: Chunk | undefined): chunk is Chunk =>
  chunk !== undefined &&
  !isName(chunk) &&
  chunk.fields[0]?.field.type === 'boolean' &&
  (chunk.fields[0]?.score ?? 0) >= 0.6;

/** "リモートに", "不远程": the yes/no field, and whether it is to be so. */
function stateSaid(state: Chunk, denied: boolean): readonly Chunk[] {
  const so = denied === (state.opposite === true);
  return [{ ...state, opposite: false }, mark(state, 'to', 'to'), mark(state, so ? 'trueWord' : 'falseWord', '')];
}

/** What may stand right before the value that records get: the records, or the end of what says which. */
const leads = (chunk: Chunk | undefined): boolean => has(chunk, 'noun', 'if', 'comma', 'then') && !isName(chunk);

/**
 * "休職中の人は退職済みにして", "…なら重要設備にする", "HR的员工改成休假": a value that no field is named for is what the records
 * become, where the verb ends its clause. A value right before it ("DEをATにして") belongs to the writing of values.
 */
export function becomingAt(chunks: readonly Chunk[], verb: number, start: number): Becoming | undefined {
  return isKana(chunks[verb]?.text ?? '') ? before(chunks, verb, start) : behind(chunks, verb, start);
}

function before(chunks: readonly Chunk[], verb: number, start: number): Becoming | undefined {
  let at = verb - 1;
  const led = isParticle(chunks[at], /^[にへと]$/);
  if (led) at--;
  if (!led && !/^[にへと]/.test(chunks[verb]?.key ?? '')) return undefined;
  if (has(chunks[at], 'noun') && !isName(chunks[at]) && (isState(chunks[at - 1]) || isName(chunks[at - 1]))) at--;
  const denied = has(chunks[at], 'falseWord', 'not') && !isName(chunks[at]) && isState(chunks[at - 1]);
  const first = denied ? at - 1 : at;
  const value = chunks[first];
  let previous = first - 1;
  const particle = isParticle(chunks[previous], /^[をはもに]$/) || has(chunks[previous], 'for');
  if (particle && !leads(chunks[previous])) previous--;
  if (!value || first <= start || !leads(chunks[previous])) return undefined;
  const to = verb;
  if (isState(value)) return { from: first, to, said: stateSaid(value, denied) };
  const given = isName(value) || (isForeign(value) && has(chunks[previous], 'if'));
  return given ? { from: first, to, said: [mark(value, 'to', 'to'), value] } : undefined;
}

function behind(chunks: readonly Chunk[], verb: number, start: number): Becoming | undefined {
  const denied = has(chunks[verb + 1], 'not') && isState(chunks[verb + 2]) && !isName(chunks[verb + 1]);
  let at = denied ? verb + 2 : verb + 1;
  const value = chunks[at];
  at++;
  while (has(chunks[at], 'then', 'noun', 'signOff') && !has(chunks[at], 'of') && !isName(chunks[at])) at++;
  if (!value || verb === 0 || (start >= verb && start === 0) || (chunks[at] && !isBound(chunks[at]))) return undefined;
  if (isState(value)) return { from: verb, to: at - 1, said: stateSaid(value, denied) };
  return isName(value) ? { from: verb, to: verb, said: [mark(value, 'to', 'to')] } : undefined;
}
