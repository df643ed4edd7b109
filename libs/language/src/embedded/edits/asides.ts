import { has, isBound, isFiller } from '../cursor';
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

/** "not all robots", "not just one of them": beside what was said it says no more. */
export const deniesAll = ([not, ...behind]: readonly Chunk[]): boolean => {
  const [all, ...rest] = behind.filter(chunk => !has(chunk, 'only'));
  return has(not, 'not') && has(all, 'allTags', 'everyone', 'either') && saysNoMore(rest);
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
