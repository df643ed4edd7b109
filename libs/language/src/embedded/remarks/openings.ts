import { madeWord } from '../made-words';
import { partsClause } from './clauses';
import { has, isBound, isSmall } from '../cursor';
import { saidTo, says } from '../saying';
import type { Role } from '../../grounding/lexicon';
import type { Chunk } from '../../grounding/link-words';

/** So many words may stand before what opens an order: who wishes for it. */
const WISHER = 4;
/** So many words at most tell where it was agreed. */
const WHERE_AGREED = 6;

/** Verbs before what is done to records: "to be", "could be", "have", "got". */
const VERBS: readonly Role[] = ['be', 'give', 'may', 'have', 'to', 'then'];

/** Whoever wishes for something is no record, and nothing that records hold. */
const tellsRecords = (chunk: Chunk): boolean =>
  (has(chunk, 'noun', 'where') && !has(chunk, 'filler', 'writer')) ||
  has(chunk, 'tag', 'tagNoun', 'allTags', 'not') ||
  chunk.quote !== undefined ||
  (chunk.number ?? chunk.date) !== undefined ||
  chunk.values.some(({ score }) => score >= 0.9) ||
  (chunk.fields[0]?.score ?? 0) >= 0.9;

/** Where the words end that open an order: "we would like to see", "my boss asked that", "it would be great if". */
function openingEnd(chunks: readonly Chunk[], at: number): number | undefined {
  for (let next = at; next <= at + WISHER && chunks[next] && !partsClause(chunks, next); next++) {
    const to = saidTo(chunks, next, 'opensOrder');
    if (to !== undefined) return behindThat(chunks, to);
    if (tellsRecords(chunks[next] as Chunk)) return undefined;
  }
  return undefined;
}

/** "it was agreed | in the last meeting that": up to what leads to the order. */
function behindThat(chunks: readonly Chunk[], at: number): number {
  for (let next = at; next < at + WHERE_AGREED && chunks[next] && !partsClause(chunks, next); next++) {
    if (says(chunks[next], 'thatClause')) return next + 1;
    if (tellsRecords(chunks[next] as Chunk) && !says(chunks[next], 'thatClause')) return at;
  }
  return at;
}

/** The word for tags in an order: "… tagged", "… the tag"; up to the end of its clause. */
function taggingAt(chunks: readonly Chunk[], from: number): number | undefined {
  for (let at = from; at < chunks.length; at++) {
    if (has(chunks[at], 'stop', 'arrow', 'colon') && !(chunks[at + 1]?.glued ?? false)) return undefined;
    if (!isSmall(chunks[at]) || !has(chunks[at], 'tag', 'tagNoun')) continue;
    const verb = chunks[at - 1];
    // "orders without the tag X", "that are tagged X": which records.
    if (at > from && (has(verb, 'without', 'no', 'not', 'with') || relates(chunks, at))) continue;
    return at;
  }
  return undefined;
}

/** "that are | tagged", "who have | the tag": said of the records. */
function relates(chunks: readonly Chunk[], at: number): boolean {
  let from = at;
  while (from > 0 && has(chunks[from - 1], ...VERBS) && isSmall(chunks[from - 1])) from--;
  return has(chunks[from - 1], 'where', 'not', 'and', 'or') || (from < at && has(chunks[from], 'where'));
}

/** A verb that stands in the text in other words, or in none. */
const verbOf = (at: number, ...roles: readonly Role[]): Chunk => madeWord(at, at, '', roles);

/** "the tag X | on all orders": said of records, with no verb of its own. */
function goesOn(chunks: readonly Chunk[], noun: number): boolean {
  let to = noun + 1;
  while (chunks[to] && !partsClause(chunks, to) && !isSmall(chunks[to])) to++;
  return to > noun + 1 && has(chunks[to], 'on', 'for', 'to') && !has(chunks[to], 'give', 'be');
}

/** What is wished for, as an order: "all orders | to be tagged X", "… | tagged X", "… | have the tag X". */
function ordered(chunks: readonly Chunk[], from: number): readonly Chunk[] | undefined {
  const at = taggingAt(chunks, from);
  const word = at === undefined ? undefined : chunks[at];
  if (at === undefined || !word) return undefined;
  const participle = says(word, 'participle');
  // "the tag X on all orders", "tag all orders as X": an order as it stands.
  const opens = at === from || (at === from + 1 && has(chunks[from], 'det') && !has(chunks[from], 'noun'));
  if (opens)
    return !participle && has(word, 'tagNoun') && goesOn(chunks, at)
      ? [verbOf(chunks[from]?.start ?? word.start, 'add'), ...chunks.slice(from)]
      : chunks.slice(from);
  if (!participle && has(word, 'tag') && !has(word, 'tagNoun')) return undefined;
  let verb = at;
  while (verb > from && has(chunks[verb - 1], ...VERBS) && isSmall(chunks[verb - 1]) && !has(chunks[verb - 1], 'noun'))
    verb--;
  if (verb === from || isBound(chunks[verb - 1]) || (!participle && verb === at)) return undefined;
  // "to see all orders tagged VIP", where some are: those are asked for.
  const held = chunks[at + 1]?.values.some(({ field, via }) => field.type === 'list' && via === undefined) === true;
  if (verb === at && held) return undefined;
  // "followup tagged on every ticket": its name stands before it.
  if (verb === at && has(chunks[at + 1], 'on', 'to', 'for') && isSmall(chunks[at + 1])) return undefined;
  const start = chunks[verb]?.start ?? word.start;
  return [
    ...chunks.slice(from, verb),
    verbOf(start, 'give', ...(participle ? [] : (['gets'] as const))),
    ...chunks.slice(at),
  ];
}

/** So many words at most stand between "should" and "be tagged". */
const BETWEEN = 12;

/** "should therefore be tagged", "should, for the purposes of our study, be tagged": what stands between says nothing of the records. */
function withVerbsJoined(chunks: readonly Chunk[]): readonly Chunk[] {
  const at = chunks.findIndex(
    (chunk, i) => has(chunk, 'tag') && says(chunk, 'participle') && has(chunks[i - 1], 'be') && isSmall(chunks[i - 1]),
  );
  if (at < 0) return chunks;
  let may = at - 2;
  while (
    may > at - BETWEEN &&
    chunks[may] &&
    !has(chunks[may], 'may', 'stop', 'where', 'if', 'and', 'or', 'not') &&
    !tellsRecords(chunks[may] as Chunk)
  )
    may--;
  const joined = has(chunks[may], 'may') && !has(chunks[may], 'not', 'where', 'if') && isSmall(chunks[may]) && may > 0;
  if (!joined || has(chunks[may - 1], 'where')) return chunks;
  return [...chunks.slice(0, may), verbOf(chunks[may]?.start ?? 0, 'give'), ...chunks.slice(at)];
}

/** Where clauses begin in which an order may open. */
const opensClause = (chunks: readonly Chunk[], at: number): boolean => at === 0 || partsClause(chunks, at - 1);

/**
 * "We would like all orders to be tagged X", "my boss asked that all orders be tagged X", "how about tagging …": what opens
 * an order says nothing of the records, and what is wished of them is to be done.
 */
export function withoutOpenings(all: readonly Chunk[]): readonly Chunk[] {
  const chunks = withVerbsJoined(all);
  for (let at = 0; at < chunks.length; at++) {
    if (!opensClause(chunks, at)) continue;
    const from = openingEnd(chunks, at);
    const order = from === undefined ? undefined : ordered(chunks, from);
    if (order) return [...chunks.slice(0, at), ...order];
  }
  return chunks;
}
