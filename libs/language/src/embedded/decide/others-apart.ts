import type { CutAction } from '../actions/cut-actions';
import { has, holdsData, isBound } from '../cursor';
import { says } from '../saying';
import { saidOf, sentenceEnd } from './sentences';
import type { Chunk } from '../../grounding/link-words';

/**
 * "… as big, otherwise as small", "…, everyone else as other", "… to A and to B for the rest": behind what is done with
 * some records, something else is done with all the others. Where they are to stay as they are, nothing is.
 */
export function othersApart(actions: readonly CutAction[], chunks: readonly Chunk[], text: string): string | undefined {
  const at = chunks.findIndex((_, i) => speaksOfOthers(chunks, i) && isDoneBefore(actions, chunks, i));
  if (at < 0) return undefined;
  const end = sentenceEnd(chunks, at);
  const behind = chunks.slice(at + 1, end);
  const gives = has(chunks[at], 'otherwise') ? behind.some(givesSomething) : givesSomething(unnamed(behind)[0]);
  if (gives || isTagged(actions, chunks, at)) return saidOf(chunks, at, end, text);
  // "to A, and to B for the rest"
  const joint = chunks.slice(0, at).findLastIndex(chunk => has(chunk, 'and', 'comma', 'but'));
  const led = [chunks[at - 1], chunks[at - 2]].some(before => has(before, 'for', 'in'));
  return led && isDoneBefore(actions, chunks, joint) && chunks.slice(joint + 1, at).some(givesSomething)
    ? saidOf(chunks, joint + 1, end, text)
    : undefined;
}

/** Whether something was ordered, of records that were told, before `at`. */
function isDoneBefore(actions: readonly CutAction[], chunks: readonly Chunk[], at: number): boolean {
  const start = chunks[at]?.start ?? 0;
  if (actions.some(({ span }) => span[0] < start)) return true;
  const before = chunks.slice(0, Math.max(0, at));
  // "tag interns and all other people as X": the order is not whole yet, and they are all of one kind.
  const sets = before.some(chunk => has(chunk, 'setTo')) && before.some(chunk => has(chunk, 'to', 'into'));
  const orders = sets || before.some(chunk => has(chunk, 'as') || chunk.quote !== undefined);
  return orders && before.some(chunk => chunk.quote === undefined && holdsData(chunk));
}

/** "else", "the rest", "all others", "other customers". */
function speaksOfOthers(chunks: readonly Chunk[], at: number): boolean {
  const chunk = chunks[at];
  if (!chunk || chunk.quote !== undefined || chunk.values.length > 0) return false;
  // "get tag Rest of Germany": a capital behind the noun for tags begins a name.
  if (/^\p{Lu}/u.test(chunk.text) && has(chunks[at - 1], 'tag', 'tagNoun', 'as')) return false;
  // "everyone else than Finance": one kind of records.
  if (says(chunks[at + 1], 'than') || has(chunks[at + 1], 'except')) return false;
  // "the rest as is": nothing is done to them.
  if (has(chunks[at + 1], 'as') && has(chunks[at + 2], 'be') && isBound(chunks[at + 3])) return false;
  if (has(chunk, 'otherwise')) return true;
  return says(chunk, 'otherOnes') && (has(chunks[at - 1], 'allTags', 'det') || has(chunks[at + 1], 'noun', 'of'));
}

/** "…, and tag the other customers B": the verb is said once more. */
const isTagged = (actions: readonly CutAction[], chunks: readonly Chunk[], at: number): boolean =>
  [at - 1, at - 2].some(verb => has(chunks[verb], 'tag', 'setTo', 'give') && isDoneBefore(actions, chunks, verb)) &&
  chunks.slice(at + 1).some(chunk => !isBound(chunk) && !has(chunk, 'noun'));

/** Behind the noun that is said of the others. */
function unnamed(chunks: readonly Chunk[]): readonly Chunk[] {
  const named = chunks.findIndex(chunk => !has(chunk, 'noun', 'comma', 'of'));
  return named < 0 ? [] : chunks.slice(named);
}

/** What names a tag or a value, or leads to one. */
const givesSomething = (chunk: Chunk | undefined): boolean =>
  !isBound(chunk) &&
  !has(chunk, 'noun') &&
  (chunk?.quote !== undefined ||
    (chunk?.values.length ?? 0) > 0 ||
    has(chunk, 'as', 'to', 'with', 'tag', 'add', 'setTo', 'give', 'gets'));
