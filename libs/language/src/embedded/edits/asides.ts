import { has, isBound, isFiller, isUnknown } from '../cursor';
import { says } from '../saying';
import type { Role } from '../../grounding/lexicon';
import type { Chunk } from '../../grounding/link-words';
import { isCarrier } from './edit-step';

/** Words that change a rule: with one of them a stretch is no mere remark, even where nobody understood it. */
const CHANGES: readonly Role[] = [
  'make',
  'change',
  'swap',
  'insteadOf',
  'except',
  'unless',
  'invert',
  'may',
  'tag',
  'setTo',
  'clear',
  'flag',
];

/** Where a remark may open: behind what joins it to what was said before. */
const JOINS: readonly Role[] = ['and', 'but', 'because', 'correction', 'greeting', 'then', 'also'];

/**
 * "Good rule", "the rest stays as it is", "my boss says …", "they have their own process": what a follow-up says besides.
 * It changes nothing, and nothing in it may be a change that was not understood.
 */
export function isAside(stretch: readonly Chunk[], endsAt: Chunk | undefined): boolean {
  const words = stretch.filter(chunk => !isBound(chunk));
  const [first] = words;
  if (leavesOthers(words)) return true;
  if (!first || words.some(chunk => chunk.quote !== undefined || isAmount(chunk))) return words.length === 0;
  if (saysKept(words)) return true;
  // "Two things:", "One more change after the meeting:"
  if (has(endsAt, 'colon')) return !words.some(chunk => has(chunk, 'not', 'only', 'drop', 'invert'));
  const opener = words.find(chunk => has(chunk, 'writer', 'telling') || !has(chunk, ...JOINS)) ?? first;
  if (has(first, 'because') || has(opener, 'writer', 'telling'))
    return (
      words.length > 2 &&
      !words.some(chunk => chunk !== opener && has(chunk, ...CHANGES) && !isFiller(chunk) && chunk.fields.length === 0)
    );
  return false;
}

/** "…, forget the other two", "…, not the others": of what was narrowed it says no more. */
const leavesOthers = (words: readonly Chunk[]): boolean =>
  words.some(chunk => has(chunk, 'drop', 'not', 'without', 'no')) &&
  words.some(chunk => says(chunk, 'otherOnes')) &&
  words.every(
    chunk =>
      chunk.quote === undefined &&
      chunk.values.length === 0 &&
      (has(chunk, 'drop', 'not', 'without', 'no') ||
        says(chunk, 'otherOnes') ||
        isFiller(chunk) ||
        (chunk.number !== undefined && !/\d/.test(chunk.text))),
  );

/** "not all robots", "not just one of them": beside what was said it says no more. */
export const deniesAll = ([not, ...behind]: readonly Chunk[]): boolean => {
  const [all, ...rest] = behind.filter(chunk => !has(chunk, 'only'));
  const isOne = all?.number?.value === 1 && !/\d/.test(all.text);
  return has(not, 'not') && (has(all, 'allTags', 'everyone', 'either') || isOne) && saysNoMore(rest);
};

const saysNoMore = (rest: readonly Chunk[]): boolean =>
  rest.every(chunk => (isFiller(chunk) || chunk.values.length > 0) && !has(chunk, 'where', 'have', 'if'));

const isAmount = (chunk: Chunk): boolean => /\d/.test(chunk.text) && (chunk.number ?? chunk.date) !== undefined;

/** Praise, thanks, and that the rest is to stay. */
const saysKept = (words: readonly Chunk[]): boolean =>
  words.some(chunk => has(chunk, 'kept', 'greeting', 'signOff')) &&
  words.every(
    chunk =>
      has(
        chunk,
        'kept',
        'greeting',
        'signOff',
        'writer',
        'telling',
        'conditionWord',
        'tagNoun',
        'everyone',
        'invert',
        'leftOver',
        'vague',
        'outVerb',
      ) ||
      ((isCarrier(chunk) || isFiller(chunk)) && chunk.values.length === 0 && !has(chunk, 'not', 'drop')),
  );

/** "Lisbon belongs to our region now.": a sentence of its own that no word of changing is in. */
export function isBackground(stretch: readonly Chunk[], before: Chunk | undefined, endsAt: Chunk | undefined): boolean {
  const words = stretch.filter(chunk => !isBound(chunk));
  const isSentence = (before === undefined || has(before, 'stop')) && has(endsAt, 'stop');
  return (
    isSentence &&
    words.length > 3 &&
    !words.some(chunk => chunk.quote !== undefined || isAmount(chunk)) &&
    !words.some(
      chunk =>
        has(chunk, ...CHANGES, 'drop', 'only', 'not', 'or', 'no', 'without', 'add', 'remove', 'ask') &&
        !isFiller(chunk),
    )
  );
}

/** What a clause has that tells of something: somebody wants, is, has or does something. */
const TELLING: readonly Role[] = ['wish', 'does', 'be', 'have', 'may', 'verdict', 'telling', 'writer', 'holds'];

/**
 * "…, finance wants a longer lead time", "…, ft says nothing to anyone": behind a change a clause of its own that nobody
 * could read as one; before it only one in which the writer speaks.
 */
export function isReason(stretch: readonly Chunk[], isBehind: boolean): boolean {
  const words = stretch.filter(chunk => !isBound(chunk));
  const [first] = words;
  const speaks = words.some(
    (chunk, at) => has(chunk, 'writer', 'telling', 'verdict') || (at > 0 && has(chunk, 'wish')),
  );
  const tells = words.slice(1).some(chunk => has(chunk, ...TELLING)) || speaks;
  return (
    words.length > 2 &&
    tells &&
    (isBehind ? words.some(isUnknown) || speaks : speaks) &&
    !has(first, 'and', 'or', 'not', 'also', 'no', 'without', 'where', 'if') &&
    !words.some(chunk => chunk.quote !== undefined || isAmount(chunk)) &&
    !words.some(
      chunk =>
        has(chunk, ...CHANGES.filter(role => role !== 'may'), 'drop', 'only', 'add', 'remove', 'or') &&
        !isFiller(chunk) &&
        !has(chunk, 'be'),
    )
  );
}
