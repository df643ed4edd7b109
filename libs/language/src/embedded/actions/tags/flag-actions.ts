import { type ActionContext, endsSentence, type FoundAction, mayBeginAction } from '../action-text';
import { has, isBound, isFiller } from '../../cursor';
import { closesSaying, says } from '../../saying';
import { startsClause } from '../clause-start';
import { readValueText } from './tag-text';
import type { Chunk } from '../../../grounding/link-words';

/** Between the verb and its reason a request says at most this much. */
const FAR = 60;

const isVerb = (chunk: Chunk | undefined): boolean => has(chunk, 'flag', 'tag') && chunk?.quote === undefined;

/** Where the verb stands that an order opens with: "flag", "should be flagged", "needs the flag". */
function verbFrom({ chunks, listed }: ActionContext, at: number): number | undefined {
  // "must carry the tag X and be flagged with …": the order goes on.
  if (listed === at) {
    const verb = has(chunks[at], 'be') ? at + 1 : at;
    if (isVerb(chunks[verb])) return verb;
  }
  if (has(chunks[at], 'give')) {
    let next = at + 1;
    while (next < at + 5 && has(chunks[next], 'give', 'be', 'det', 'then', 'filler', 'them') && !isVerb(chunks[next]))
      next++;
    return isVerb(chunks[next]) ? next : undefined;
  }
  // "put a flag on those with the reason …"
  if (has(chunks[at], 'add') && startsClause(chunks, at)) {
    const noun = has(chunks[at + 1], 'det') && !isVerb(chunks[at + 1]) ? at + 2 : at + 1;
    return has(chunks[noun], 'flag') && chunks[noun]?.quote === undefined ? noun : undefined;
  }
  const plain = isVerb(chunks[at]) && (!says(chunks[at], 'participle') || chunks[at - 1] === undefined);
  return plain && startsClause(chunks, at) ? at : undefined;
}

/** "flag, giving "x" as the reason, all those who …": the reason before it is called one. */
function calledReason(
  chunks: readonly Chunk[],
  from: number,
): { readonly from: number; readonly text: number; readonly to: number } | undefined {
  for (let at = from; at < from + FAR && chunks[at] && !endsSentence(chunks, at); at++) {
    if (chunks[at]?.quote === undefined || !has(chunks[at + 1], 'as', 'for')) continue;
    const noun = has(chunks[at + 2], 'reasonNoun') ? at + 2 : at + 3;
    if (!has(chunks[noun], 'reasonNoun')) continue;
    const verb = says(chunks[at - 1], 'reasonGiving');
    const opener = verb ? at - 1 : at;
    return { from: has(chunks[opener - 1], 'comma', 'and') ? opener - 1 : opener, text: at, to: noun + 1 };
  }
  return undefined;
}

/** Where the words for the reason begin, behind "with the reason", "reason:"; and where what introduces them began. */
function namedReason(
  chunks: readonly Chunk[],
  from: number,
): { readonly from: number; readonly text: number } | undefined {
  for (let at = from; at < chunks.length && at < from + FAR; at++) {
    if (endsSentence(chunks, at)) return nextSentence(chunks, at + 1);
    if (at > from && has(chunks[at], 'and') && isVerb(chunks[at + 1])) return undefined;
    if (!has(chunks[at], 'reasonNoun') || chunks[at]?.quote !== undefined) continue;
    let opener = at;
    while (opener > from && has(chunks[opener - 1], 'with', 'det', 'as', 'comma', 'for', 'and', 'be')) opener--;
    let text = at + 1;
    while (has(chunks[text], 'colon', 'be', 'eq', 'dash', 'open') && chunks[text]?.quote === undefined) text++;
    return { from: opener, text };
  }
  return undefined;
}

/** "Flag them. Use the reason 'x'.": a sentence that says nothing but the reason. */
function nextSentence(
  chunks: readonly Chunk[],
  at: number,
): { readonly from: number; readonly text: number } | undefined {
  let noun = at;
  while (noun < at + 5 && chunks[noun] && !has(chunks[noun], 'reasonNoun') && !isBound(chunks[noun])) noun++;
  if (!has(chunks[noun], 'reasonNoun')) return undefined;
  let text = noun + 1;
  while (has(chunks[text], 'colon', 'be', 'eq', 'dash', 'valueWord', 'as') && chunks[text]?.quote === undefined) text++;
  return chunks[text]?.quote === undefined ? undefined : { from: at - 1, text };
}

/** The pronoun or the article and noun behind the verb that only point at the records. */
function behindThem(chunks: readonly Chunk[], at: number): number {
  let next = at;
  while (has(chunks[next], 'them', 'then') && !has(chunks[next], 'where')) next++;
  if (next > at) return next;
  const named = has(chunks[at], 'det') && has(chunks[at + 1], 'noun') ? at + 2 : at;
  return has(chunks[named], 'as', 'with', 'colon', 'because') || chunks[named]?.quote !== undefined ? named : at;
}

const tells = (chunks: readonly Chunk[]): boolean => chunks.some(chunk => !isFiller(chunk) && !isBound(chunk));

/** A reason without a name of its own: quoted behind the verb, or behind a colon or "because". */
function plainReason(chunks: readonly Chunk[], verb: number): number | undefined {
  if (!has(chunks[verb], 'flag')) return undefined;
  let next = behindThem(chunks, verb + 1);
  // "skal markeres som "Ingen note"": a word that says tagging as well names a tag behind "as".
  if (has(chunks[next], 'as') && has(chunks[verb], 'tag') && says(chunks[verb], 'marking')) return undefined;
  if (has(chunks[next], 'colon') || (has(chunks[next], 'because') && !has(chunks[next], 'and'))) return next + 1;
  if (has(chunks[next], 'as', 'with', 'for') || (has(chunks[next], 'where') && closesSaying(chunks[next], 'withWord')))
    next++;
  return chunks[next]?.quote === undefined ? undefined : next;
}

/**
 * Flagging with a reason: "flag it with the reason X", "flag orders over 10000 with reason X", "should be flagged
 * "X"", "flag them because X". What is only marked *as* something is tagged.
 */
export function parseFlag(context: ActionContext, at: number): FoundAction | undefined {
  const { chunks } = context;
  const verb = verbFrom(context, at);
  if (verb === undefined) return undefined;
  const called = calledReason(chunks, verb + 1);
  const named = called ?? namedReason(chunks, verb + 1);
  const text = named?.text ?? plainReason(chunks, verb);
  if (text === undefined || (!named && headsRecords(context, verb))) return undefined;
  const inner = named ? ([behindThem(chunks, verb + 1), named.from] as const) : undefined;
  const before = context.conditionBefore;
  context.conditionBefore = before || (inner !== undefined && tells(chunks.slice(...inner)));
  const read = readReason(context, text);
  context.conditionBefore = before;
  if (!read) return undefined;
  return {
    actions: [{ type: 'flag', reason: read.value }],
    to: called?.to ?? read.to,
    ...(inner && tells(chunks.slice(...inner)) && { inner }),
  };
}

/** "À vérifier : machines arrêtées": behind a heading that opens the request stand the records, where no condition follows. */
function headsRecords({ chunks, conditionBefore }: ActionContext, verb: number): boolean {
  if (conditionBefore || verb > 0 || !has(chunks[verb + 1], 'colon')) return false;
  const behind = chunks.slice(verb + 2);
  const records = behind[0]?.quote === undefined && (has(behind[0], 'noun', 'det') || behind[0]?.values.length !== 0);
  return records && !behind.some(chunk => has(chunk, 'if') && !has(chunk, 'where'));
}

/** A reason runs to the end of its sentence or to the next thing to do; what follows a quoted one is said of the records. */
function readReason(context: ActionContext, at: number): { readonly value: string; readonly to: number } | undefined {
  const { chunks, text } = context;
  const first = chunks[at];
  if (!first || first.quote !== undefined || !context.conditionBefore) {
    const read = readValueText(context, at);
    return read && has(chunks[read.to], 'close') ? { ...read, to: read.to + 1 } : read;
  }
  let to = at;
  while (to < chunks.length && !endsSentence(chunks, to) && !has(chunks[to], 'close')) {
    if (has(chunks[to], 'and', 'comma', 'amp') && mayBeginAction(chunks, to + 1)) break;
    to++;
  }
  const last = chunks[to - 1];
  return last && to > at ? { value: text.slice(first.start, last.end), to } : undefined;
}

/** "mit „x“ melden", "「x」でフラグを立てる": between what leads to it and a verb that flags and nothing else, a quote is the reason. */
function quotedReason(chunks: readonly Chunk[], at: number): FoundAction | undefined {
  const leads = (chunk: Chunk | undefined): boolean => has(chunk, 'with') && chunk?.quote === undefined;
  const before = leads(chunks[at]) ? 1 : 0;
  const reason = chunks[at + before]?.quote;
  const verb = at + before + (before === 0 && leads(chunks[at + 1]) ? 2 : 1);
  const flags = verb - at === 2 && has(chunks[verb], 'flag') && !has(chunks[verb], 'tag', 'tagNoun');
  const after = chunks[verb + 1];
  return reason !== undefined && flags && (after === undefined || isBound(after))
    ? { actions: [{ type: 'flag', reason }], to: verb + 1 }
    : undefined;
}

/** Where the verb comes last: "mit dem Grund X melden", "con motivo X marcar". */
export function parseReasonFirst(context: ActionContext, at: number): FoundAction | undefined {
  const { chunks, text } = context;
  const quoted = quotedReason(chunks, at);
  if (quoted) return quoted;
  if (!has(chunks[at], 'with', 'reasonNoun') || chunks[at]?.quote !== undefined) return undefined;
  let noun = at;
  while (noun < at + 3 && !has(chunks[noun], 'reasonNoun')) noun++;
  if (!has(chunks[noun], 'reasonNoun')) return undefined;
  const from = has(chunks[noun + 1], 'colon') ? noun + 2 : noun + 1;
  for (let verb = from + 1; verb < from + 10 && verb < chunks.length; verb++) {
    if (isBound(chunks[verb])) return undefined;
    if (!isVerb(chunks[verb])) continue;
    const first = chunks[from];
    const last = chunks[verb - 1];
    if (!first || !last) return undefined;
    const reason = verb - from === 1 && first.quote !== undefined ? first.quote : text.slice(first.start, last.end);
    return { actions: [{ type: 'flag', reason }], to: verb + 1 };
  }
  return undefined;
}
