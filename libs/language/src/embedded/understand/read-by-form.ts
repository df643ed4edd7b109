import { type Action, jsonEqual } from '@lib/rules';
import { type PlacedOrder, ordersByForm } from '../actions/orders-by-form';
import { isCompound, wordEnd } from '../actions/tags/tag-ends';
import { has } from '../cursor';
import { testsOf } from '../meaning/meaning';
import { opensSaying, says } from '../saying';
import { isSure, type Understanding } from '../understanding';
import type { Chunk } from '../../grounding/link-words';

/** So many orders are tried. */
const TRIES = 6;
/** A test that is no mere guess. */
const FIRM = 0.8;
/** A tag with words of its order in it is never meant so. */
const OVERFULL = 3;

/**
 * What a request was read as, or a second reading of its order by the form of the tag, where the first leaves words
 * unplaced, finds nothing to do though a word looks like a tag, or takes words of the order into the tag.
 */
export function readByForm(
  plain: Understanding,
  chunks: readonly Chunk[],
  text: string,
  tags: string,
  read: (order: PlacedOrder) => Understanding,
): Understanding {
  if (plain.effort.entangled) return plain;
  const carried = carriesNewTag(plain, chunks, tags);
  const doubts = doubtsOf(plain, chunks) + (carried ? 1 : 0);
  if (doubts === 0) return plain;
  // In a question a word that nobody knows is hardly a tag.
  const asks = plain.asks && plain.cut.actions.length === 0 && !carried;
  // Behind a rule, what asks for something else gives no tag.
  const beside = ({ at }: PlacedOrder): boolean => plain.cut.unsupported.some(chunk => chunk === chunks[at]);
  const acts = plain.cut.actions.length > 0;
  const orders = ordersByForm({ chunks, text, tags, conditionBefore: true }).filter(
    order => (order.sure || !asks) && !(acts && beside(order)),
  );
  // "… get tag Spare, and say hi to Anna": a tag in capitals that was found is never given up for another.
  const kept = plain.cut.actions
    .filter(found => !isOverfull(found, chunks) && isNamed(found.action))
    .map(({ action }) => action);
  let best = plain;
  let least = doubts;
  for (const order of orders.slice(0, TRIES)) {
    const other = read(order);
    if (other.effort.entangled || other.cut.actions.length < plain.cut.actions.length) continue;
    if (kept.some(action => !actionsOf(other).some(one => jsonEqual(one, action)))) continue;
    // Where the order was found already, what is left open is the condition, unless it is words of the order.
    if (jsonEqual(actionsOf(other), actionsOf(plain)) && !plain.strange.some(chunk => framed(order, chunks, chunk)))
      continue;
    const left = doubtsOf(other, chunks);
    if (left === 0 && (order.sure || isFirm(other))) return other;
    if (order.sure && other.meaning && left < least) [best, least] = [other, left];
  }
  return withNames(best, chunks);
}

const isNamed = (action: Action): boolean => action.type === 'addTag' && /^\p{Lu}/u.test(action.value);

/** "quien gane más de 90.000 lleva la etiqueta Alto": behind what says who it is, a tag that no record has is one they are to carry. */
function carriesNewTag({ cut, meaning }: Understanding, chunks: readonly Chunk[], tags: string): boolean {
  const tests = meaning && cut.actions.length === 0 ? testsOf(meaning) : [];
  const last = tests.at(-1);
  if (tests.length < 2 || last?.field.name !== tags || chunks.some(({ key }) => key === '?')) return false;
  const words = chunks.filter(({ start }) => last.spans.some(([from, to]) => from <= start && start < to));
  return (
    words.some(word => has(word, 'gets')) &&
    !words.some(({ values }) => values.some(({ field }) => field.name === tags)) &&
    !words.some(word => has(word, 'not', 'no', 'without', 'neither', 'nor'))
  );
}

/** A word put together like a tag is never passed over without a word, though its parts mean little. */
function withNames(understood: Understanding, chunks: readonly Chunk[]): Understanding {
  const names = unplacedNames(understood, chunks).filter(chunk => !understood.unknown.includes(chunk));
  return names.length === 0 ? understood : { ...understood, unknown: [...understood.unknown, ...names] };
}

/** Whether a word is one of those that order. */
const framed = ({ at, found: { to, inner } }: PlacedOrder, chunks: readonly Chunk[], word: Chunk): boolean =>
  chunks.some((chunk, i) => chunk === word && at <= i && i < to && !(inner && inner[0] <= i && i < inner[1]));

/** A condition that leans on no likeness, where the order itself is less than sure. */
const isFirm = ({ meaning }: Understanding): boolean =>
  meaning !== undefined && testsOf(meaning).every(({ score }) => score >= FIRM);

const actionsOf = ({ cut }: Understanding): readonly Action[] => cut.actions.map(({ action }) => action);

/** How much of what was said has no place yet. */
const doubtsOf = (understood: Understanding, chunks: readonly Chunk[]): number => {
  const { strange, issues, cut, meaning } = understood;
  const open = strange.length + issues.length + cut.unsupported.length + (meaning ? 0 : 1);
  const names =
    unplacedNames(understood, chunks).length +
    OVERFULL * cut.actions.filter(action => isOverfull(action, chunks)).length;
  // "churn-risk if usage is low": what opens a condition in the middle has an order before it.
  const asked =
    cut.actions.length === 0 && !understood.asks && chunks.some((chunk, at) => at > 0 && isIf(chunk)) ? 1 : 0;
  return open + asked + names + (isSure(understood) ? 0 : 0.5);
};

const wordAt = (chunks: readonly Chunk[], from: number, to: number): string =>
  chunks
    .slice(from, to)
    .map(({ text }) => text)
    .join('');

const isIf = (chunk: Chunk): boolean => has(chunk, 'if') && !has(chunk, 'where', 'for', 'in', 'of');

/** Words put together like a tag that are neither one nor tell of the records. */
export function unplacedNames({ cut, meaning }: Understanding, chunks: readonly Chunk[]): readonly Chunk[] {
  const spans = [
    ...(meaning ? testsOf(meaning).flatMap(test => test.spans) : []),
    ...cut.actions.map(({ span }) => span),
  ];
  const tags = cut.actions.map(({ action }) => ('value' in action ? action.value : undefined));
  const placed = ({ start }: Chunk): boolean => spans.some(([from, to]) => from <= start && start < to);
  return chunks.filter((chunk, at) => {
    const to = wordEnd(chunks, at);
    const opens = !chunk.glued && chunk.quote === undefined && /^\p{Ll}/u.test(chunk.text);
    return (
      opens &&
      to > at + 1 &&
      isCompound(chunks, at, to) &&
      !tags.includes(wordAt(chunks, at, to)) &&
      !chunks.slice(at, to).every(part => has(part, 'dash') || placed(part))
    );
  });
}

/** "me" of "flag-me": a part of a word that is put together is no tag. */
const isPart = (tag: string, words: readonly Chunk[]): boolean => {
  const [first, last] = [
    words.findIndex(({ text }) => tag.startsWith(text)),
    words.findLastIndex(({ text }) => tag.endsWith(text)),
  ];
  const joins = (at: number): boolean =>
    has(words[at], 'dash') && words[at]?.glued === true && words[at + 1]?.glued === true;
  return first >= 0 && last >= first && (joins(first - 1) || joins(last + 1));
};

/** "newcomer added", "on it": a tag that begins or ends with words of its order. */
function isOverfull({ action, span }: Understanding['cut']['actions'][number], chunks: readonly Chunk[]): boolean {
  if (action.type !== 'addTag') return false;
  const words = chunks.filter(({ start, quote }) => quote === undefined && span[0] <= start && start < span[1]);
  if (!/\s/.test(action.value)) return isPart(action.value, words);
  // "as In Progress", "as To Do": in capitals every word belongs to the name.
  if (action.value.split(/\s+/).every(word => /^\p{Lu}/u.test(word))) return false;
  const last = words.findLastIndex(word => action.value.endsWith(word.text) && !word.glued);
  const first = words.find(word => action.value.startsWith(word.text));
  // "som Kræver plan", "med Ved at udløbe": with a capital it begins the name.
  const named = /^\p{Lu}/u.test(first?.text ?? '');
  return (
    (!named && has(first, 'on', 'for', 'to', 'of', 'det', 'as', 'setTo', 'give')) ||
    (!named && opensSaying(first, 'article') && action.value.startsWith(first?.text ?? '')) ||
    has(words[last], 'them', 'add') ||
    // "Audit nodig": a word that may say nothing is none of the order.
    (has(words[last], 'give') && !has(words[last], 'filler')) ||
    (says(words[last], 'participle') && has(words[last + 1], 'as'))
  );
}
