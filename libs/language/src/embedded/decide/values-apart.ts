import type { CutAction } from '../actions/cut-actions';
import { has, holdsData, isBound, isField } from '../cursor';
import { saidOf, sentenceEnd } from './sentences';
import type { Chunk } from '../../grounding/link-words';

/**
 * "set the status to active for customers in Germany and (to) inactive for customers in France": behind the records that
 * a field is set for, another value of it with records of its own. "… and inactive customers in France" are only more
 * records.
 */
export function valuesApart(actions: readonly CutAction[], chunks: readonly Chunk[], text: string): string | undefined {
  for (const { action, span } of actions) {
    if (action.type !== 'setValue') continue;
    const { field } = action;
    const end = chunks.findIndex(({ start }) => start >= span[1]);
    // Of two values, what read the order may have taken the second.
    const verb = chunks.findIndex(chunk => has(chunk, 'setTo') && chunk.quote === undefined);
    const opens = Math.min(span[0], chunks[verb]?.start ?? span[0]);
    const value = chunks.findIndex(chunk => chunk.start >= opens && storedOf(chunk, field) !== undefined);
    const from = value >= 0 && (end < 0 || value < end) ? value + 1 : end;
    if (from < 0) continue;
    const first = storedOf(chunks[from - 1], field);
    for (let at = from + 1; at < chunks.length; at++)
      if (opensSecond(chunks, from, at, field, first ?? action.value))
        return saidOf(chunks, at, sentenceEnd(chunks, at), text);
  }
  return undefined;
}

const storedOf = (chunk: Chunk | undefined, field: string): string | undefined =>
  chunk?.values.find(link => link.field.name === field)?.stored[0];

/** "and to", "og til": one chunk where a language says them together. */
const leadsOn = (chunk: Chunk | undefined): boolean => has(chunk, 'to') && / /.test(chunk?.key ?? '');

/** Whether at `at`, behind a joint, stand another value and, behind that, the records it is for. */
function opensSecond(chunks: readonly Chunk[], from: number, at: number, field: string, value: unknown): boolean {
  const whole = leadsOn(chunks[at]);
  if (!whole && !has(chunks[at - 1], 'and', 'comma', 'but')) return false;
  const first = chunks.slice(from, whole ? at : at - 1);
  // "… to on leave for people who are Active in Spain and Terminated in Poland": there the field chooses records.
  if (!first.some(holdsData) || first.some(chunk => storedOf(chunk, field) !== undefined)) return false;
  let next = at;
  while (has(chunks[next], 'and', 'then', 'also') && !has(chunks[next], 'to')) next++;
  const led = has(chunks[next], 'to', 'as', 'into', 'on', 'in') && !holdsData(chunks[next] as Chunk);
  const given = led ? next + 1 : next;
  const said = chunks[given];
  if (!said || isBound(said)) return false;
  const stored = storedOf(said, field);
  const another = stored !== undefined && stored !== value;
  const behind = chunks[given + 1];
  // "… to Ann for orders from Bonn and to Bob for …": a name that nobody holds yet is led to, and followed by its records.
  const named = led && has(chunks[next], 'to') && !isField(said);
  if ((!another && !named) || !has(behind, 'for', 'in', 'if', 'where', 'from', 'of')) return false;
  const second = chunks.slice(given + 1, sentenceEnd(chunks, given + 1));
  if (!second.some(holdsData)) return false;
  if ((led && another) || has(behind, 'if') || isForRecords(chunks, given + 1)) return true;
  return another && second.some(one => first.some(other => sharesField(one, other)));
}

/** "for customers in …": not "for Germany". */
const isForRecords = (chunks: readonly Chunk[], at: number): boolean =>
  has(chunks[at], 'for') && chunks.slice(at + 1, at + 3).some(chunk => has(chunk, 'noun', 'ones'));

const sharesField = (one: Chunk, other: Chunk): boolean =>
  one.values.some(({ field }) => other.values.some(link => link.field === field));
