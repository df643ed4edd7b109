import { type ActionContext, endsSentence, type FoundAction, mayBeginAction } from '../action-text';
import { nameBehindWith } from './capital-names';
import { has, isBound, isField } from '../../cursor';
import { saidTo, says } from '../../saying';
import { isClausal, isCompound, opensBesides, wordEnd } from './tag-ends';
import type { Role } from '../../../grounding/lexicon';
import { nameBehindNoun, nameLast } from './tag-named-last';
import type { Chunk, Grounding } from '../../../grounding/link-words';

/** Where the order ends that opens here: with its sentence, or before the next thing said. */
function orderEnd(chunks: readonly Chunk[], from: number): number {
  let to = from;
  while (to < chunks.length && !endsSentence(chunks, to) && !has(chunks[to], 'arrow', 'colon')) {
    if (opensBesides(chunks[to])) break;
    // "tag everyone in Sales with oncall unless …"
    if (has(chunks[to], 'except', 'unless', 'onlyIf', 'if') && behindWith(chunks, from, to) !== undefined) break;
    if (has(chunks[to], 'comma', 'and', 'dash') && !(has(chunks[to], 'dash') && chunks[to]?.glued)) {
      let next = to + 1;
      while (has(chunks[next], 'and', 'comma')) next++;
      if (mayBeginAction(chunks, next) || isClausal(chunks, next) || opensBesides(chunks[next])) break;
      if (has(chunks[next], 'except', 'unless', 'onlyIf', 'if')) break;
    }
    to++;
  }
  while (to > from && has(chunks[to - 1], 'comma')) to--;
  return to;
}

const saysData = (chunk: Chunk): boolean =>
  chunk.values.length > 0 || isField(chunk) || chunk.number !== undefined || chunk.date !== undefined;

/** Where the last word before `end` begins. */
function lastWord(chunks: readonly Chunk[], from: number, end: number): number {
  let at = end - 1;
  while (at > from && chunks[at]?.glued) at--;
  return at;
}

/** "tag everyone who speaks Spanish with spanish-ok": the last "with", and behind it words that data does not hold. */
function behindWith(chunks: readonly Chunk[], from: number, end: number): number | undefined {
  for (let at = end - 1; at > from; at--) {
    if (isBound(chunks[at]) && !chunks[at]?.glued) return undefined;
    if (!has(chunks[at], 'with') || !says(chunks[at], 'withWord')) continue;
    const words = chunks.slice(at + 1, end);
    const named = isCompound(chunks, at + 1, end) || (words.length <= 3 && !words.some(chunk => saysData(chunk)));
    const plain = !words.some(chunk => has(chunk, 'det', 'no', 'where', 'and', 'or', 'gt', 'lt', 'any', 'them'));
    return words.length > 0 && named && (plain || isCompound(chunks, at + 1, end)) ? at : undefined;
  }
  return undefined;
}

/** "tag everyone without a phone with Phone missing": the last "with" before a name. */
function namedBehindWith(context: ActionContext, from: number, end: number): number | undefined {
  const at = context.chunks.findLastIndex(
    (chunk, i) => i > from && i < end && has(chunk, 'with') && says(chunk, 'withWord') && chunk.quote === undefined,
  );
  return at > from && nameBehindWith(context, at, end) ? at : undefined;
}

/** What is tagged: "the order", "those covered machines"; behind it stands the tag. */
function pointedAt(chunks: readonly Chunk[], from: number, end: number): number | undefined {
  if (!has(chunks[from], 'det', 'them')) return undefined;
  for (let at = from; at < from + 4 && at < end - 1; at++) {
    const chunk = chunks[at];
    if (!chunk || isBound(chunk) || has(chunk, 'where', 'in', 'and', 'with') || chunk.number) return undefined;
    if (at > from && has(chunk, 'noun') && !chunks[at + 1]?.glued) return at + 1;
    if (at > from && saysData(chunk)) return undefined;
  }
  return undefined;
}

const isEverybody = (chunk: Chunk): boolean => has(chunk, 'det') && has(chunk, 'ones', 'allTags');

const PLAIN_TAG = 2;
const NAMED = 0.97;
const GRAMMAR = [
  'where',
  'have',
  'with',
  'in',
  'and',
  'or',
  'not',
  'gt',
  'lt',
  'gte',
  'lte',
  'before',
  'after',
  'since',
  'them',
  'det',
  'tag',
  'tagNoun',
  'be',
  'without',
  'no',
  'if',
  'as',
  'today',
] as const;

/** "tag the express ones urgent", "label all French customers EU": words that data does not hold, right behind the noun for the records. */
function behindNoun(chunks: readonly Chunk[], from: number, end: number): number | undefined {
  for (let at = end - 1; at > from && at >= end - PLAIN_TAG; at--) {
    const chunk = chunks[at] as Chunk;
    if (chunk.values.length > 0 || (chunk.fields[0]?.score ?? 0) >= NAMED || (chunk.number ?? chunk.date) !== undefined)
      return undefined;
    if (isBound(chunk) || chunk.glued || has(chunk, ...GRAMMAR)) return undefined;
    if (chunk.dimensioned && !chunk.dimensioned.role.startsWith('vague')) return undefined;
    const head = chunks[at - 1] as Chunk;
    const noun = has(head, 'noun', 'ones') && !has(head, 'det', 'where') && head.values.length === 0;
    if (noun && at - 1 > from && !head.typo && !has(chunk, 'noun')) return at;
    // "tag everybody newsletter unless …": who are all need nothing more said of them.
    if (at - 1 === from && at === end - 1 && isEverybody(head) && namesNothing(chunk)) return at;
  }
  return undefined;
}

/** What such words say is asked for, judged or out of reach; behind the records it can only be what they are tagged with. */
const SAYS_LITTLE: readonly Role[] = ['ask', 'vague', 'vagueSmall', 'unsupported', 'correction'];

export const namesNothing = (chunk: Chunk | undefined): boolean =>
  chunk !== undefined &&
  (chunk.typo === true || chunk.roles.every(role => SAYS_LITTLE.includes(role))) &&
  chunk.fields.length + chunk.values.length === 0 &&
  !chunk.number &&
  !chunk.date &&
  /^\p{L}{3,}$/u.test(chunk.text);

/** Whether these words say which records, and end with one that closes what they say: a value, an amount, a time. */
function isComplete(chunks: readonly Chunk[], from: number, to: number): boolean {
  const last = chunks[to - 1];
  if (!last || isBound(last)) return false;
  if (chunks.slice(from, to).some((_, i) => saidTo(chunks, from + i, 'partTime') === to)) return true;
  if (!chunks.slice(from, to).some(saysData)) return false;
  // "all scanners": the noun of a longer value, said of several, ends what is said of them.
  const named = last.values.some(({ via }) => via !== 'part') || (last.values.length > 0 && says(last, 'several'));
  return named || last.number !== undefined || last.date !== undefined;
}

/** "tag OBJECT with TAG", "tag OBJECT TAG": the object says which records, or only points at them. */
export function parseTaggedObject(context: ActionContext, from: number, grounding: Grounding): FoundAction | undefined {
  const end = orderEnd(context.chunks, from);
  const excepted = exceptionIn(context.chunks, from, end);
  const capitals = grounding.lexicons[0]?.capitalNouns === false;
  return (
    (excepted === undefined ? undefined : objectUpTo(context, from, excepted, capitals)) ??
    objectUpTo(context, from, end, capitals)
  );
}

/** "tag all machines retired-2026 except those on lease": where what limits the order begins, its tag may have been said. */
function exceptionIn(chunks: readonly Chunk[], from: number, end: number): number | undefined {
  for (let at = from + 2; at < end; at++)
    if (has(chunks[at], 'except', 'unless', 'onlyIf', 'if') && !has(chunks[at], 'where', 'lt', 'gt', 'in')) return at;
  return undefined;
}

function objectUpTo(context: ActionContext, from: number, end: number, capitals: boolean): FoundAction | undefined {
  const { chunks, text } = context;
  const opener = chunks[from];
  if (!opener || opener.quote !== undefined || isBound(opener)) return undefined;
  const of = (first: number, last: number): string =>
    (last - first === 1 ? chunks[first]?.quote : undefined) ?? text.slice(chunks[first]?.start, chunks[last - 1]?.end);
  const found = (first: number, inner: number): FoundAction => ({
    actions: [{ type: 'addTag', value: of(first, end) }],
    to: end,
    ...(inner > from && { inner: [from, inner] }),
  });
  const object = has(opener, 'det', 'noun', 'them', 'ones', 'where', 'any', 'allTags') || saysData(opener);
  if (!object || (wordEnd(chunks, from) > from + 1 && isCompound(chunks, from, wordEnd(chunks, from))))
    return undefined;
  const by = behindWith(chunks, from, end) ?? namedBehindWith(context, from, end);
  if (by !== undefined) return found(by + 1, has(chunks[by - 1], 'comma') ? by - 1 : by);
  const last = lastWord(chunks, from, end);
  // "tag the listing price-on-request": one word that only points, after what said which.
  const points =
    context.conditionBefore && has(opener, 'det', 'them') && last === from + 2 && !chunks[from + 1]?.values.length;
  if (last > from && isCompound(chunks, last, end)) return found(last, points ? from : last);
  const named = capitals && !context.conditionBefore ? nameLast(chunks, from, end) : undefined;
  if (named !== undefined) return found(named, named);
  const first = capitals && !context.conditionBefore ? nameBehindNoun(chunks, from, end) : undefined;
  if (first) return { actions: [{ type: 'addTag', value: of(...first) }], to: first[1] };
  const late = context.conditionBefore ? undefined : behindNoun(chunks, from, end);
  if (late !== undefined) return found(late, late);
  // "tag all machines in Germany audit": a word that means nothing else, behind what is complete without it.
  const opens = !context.conditionBefore || has(opener, 'det', 'them', 'allTags');
  const stored =
    chunks[last]?.values.some(({ field, via }) => field.name === context.tags && via === undefined) === true &&
    !has(chunks[last - 1], 'tag', 'tagNoun', 'have', 'and', 'or', 'in', 'not', 'without', 'be');
  if (
    opens &&
    last > from &&
    last === end - 1 &&
    (stored || namesNothing(chunks[last])) &&
    isComplete(chunks, from, last)
  )
    return found(last, last);
  const behind = context.conditionBefore ? pointedAt(chunks, from, end) : undefined;
  const tagged =
    behind !== undefined && behind < end && !chunks.slice(behind, end).some(chunk => has(chunk, 'where', 'if'));
  return tagged && end - behind <= 3 ? found(behind, from) : undefined;
}
