import type { ActionContext } from '../action-text';
import { has, isBound, isField } from '../../cursor';
import { says } from '../../saying';
import { wordEnd } from './tag-ends';
import type { Chunk } from '../../../grounding/link-words';

/** Behind a verb of tagging, where what only points at those who are tagged ends: "them", "all of those", "the order". */
export function behindThem(context: ActionContext, at: number): number {
  const { chunks } = context;
  // "…, tag the order Handle With Care"
  const article = has(chunks[at + 1], 'det') && !has(chunks[at + 1], 'tagNoun') ? at + 1 : at;
  if (article > at && isNamedAgain(context, article, at + 2) && /^\p{Ll}/u.test(chunks[at + 2]?.text ?? ''))
    return at + 3;
  let next = at + 1;
  while (
    (has(chunks[next], 'them') ||
      isAllOf(context, next) ||
      isThen(chunks, next) ||
      isPointedAt(context, at, next) ||
      isNamedAgain(context, at, next)) &&
    !has(chunks[next], 'where') &&
    !/^\p{Lu}/u.test(chunks[next]?.text ?? '') &&
    wordEnd(chunks, next) === next + 1
  )
    next++;
  return next;
}

/** "is het veld leeg, tag dan X": what only says that it follows. */
const isThen = (chunks: readonly Chunk[], at: number): boolean =>
  says(chunks[at], 'thenWord') &&
  !has(chunks[at], 'with', 'as') &&
  chunks[at + 1] !== undefined &&
  !isBound(chunks[at + 1]);

/** "…, tag all of those hedge": how many of those who were described, before the word that points at them. */
const isAllOf = ({ chunks, conditionBefore }: ActionContext, at: number): boolean =>
  conditionBefore && has(chunks[at], 'allTags', 'both') && has(chunks[at + 1], 'them') && !chunks[at + 1]?.glued;

/** "…, and tag those records hidden": behind what said which records, their noun only points at them. */
const isPointedAt = ({ chunks, conditionBefore }: ActionContext, verb: number, at: number): boolean =>
  conditionBefore &&
  at === verb + 2 &&
  has(chunks[verb + 1], 'them') &&
  has(chunks[at], 'noun', 'ones') &&
  chunks[at + 1] !== undefined &&
  !isBound(chunks[at + 1]) &&
  !has(chunks[at + 1], 'as', 'with', 'where', 'in', 'of');

/** "…, tagges ordren Færdig": behind what said which records, their noun says no more, and a capital begins the tag. */
function isNamedAgain({ chunks, conditionBefore }: ActionContext, verb: number, at: number): boolean {
  const [noun, next] = [chunks[at], chunks[at + 1]];
  const plain = has(noun, 'noun') && noun?.values.length === 0 && noun.quote === undefined && !isField(noun);
  const names = next?.quote !== undefined || (/^\p{Lu}/u.test(next?.text ?? '') && next?.glued === false);
  return conditionBefore && at === verb + 1 && plain && (names || has(next, 'as', 'with'));
}
