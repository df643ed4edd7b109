import { jsonEqual, type RuleDraft } from '@lib/rules';
import { has, isBound, isFiller } from '../cursor';
import { testsOf } from '../meaning/meaning';
import { withoutEdges } from '../decide/sentences';
import type { Understanding } from '../understanding';
import type { Chunk } from '../../grounding/link-words';
import type { EditedRule } from './edit-step';

/**
 * "and set the sales rep to Kim if it is empty", said of a rule about open orders: something to be done with a condition of
 * its own is another rule. Joined to the one there is, it would select what nobody asked for; in its place, that one would be
 * gone without a word.
 */
export interface JoinedRule {
  /** What was said, without what joins it. */
  readonly said: string;
  /** A word for a condition opens one: "…, if it is heavier than 20 kg". */
  readonly hasIf: boolean;
}

/** What "and" or "also" joins to what was said before, whatever it is. */
export function joinedSaid(chunks: readonly Chunk[], text: string): JoinedRule | undefined {
  const opening = chunks.find(chunk => has(chunk, 'and', 'also') || !(isBound(chunk) || isFiller(chunk)));
  const joins = has(opening, 'and', 'also') || chunks.some(chunk => has(chunk, 'also'));
  const [first, last] = [chunks.find(chunk => !has(chunk, 'and') && !isBound(chunk)), chunks.at(-1)];
  if (!joins || !first || !last || chunks.some(chunk => has(chunk, 'insteadOf'))) return undefined;
  const condition = chunks.some(chunk => has(chunk, 'if') && chunk.fields.length + chunk.values.length === 0);
  return {
    said: withoutEdges(text.slice(first.start, last.end)),
    hasIf: condition && !chunks.some(chunk => has(chunk, 'only', 'onlyIf')),
  };
}

/** Whether it does something to records of its own. */
export function isRule({ cut, meaning, issues }: Understanding, { hasIf }: JoinedRule): boolean {
  const isOfOwn = meaning ? testsOf(meaning).length > 0 : issues.length > 0 && hasIf;
  return cut.actions.length > 0 && isOfOwn;
}

/** "and tag them Heavy, if they weigh more": read as two changes, one of what is done and one of which records. */
export const changesBoth = ({ condition, actions }: EditedRule, previous: RuleDraft): boolean =>
  actions.length > previous.actions.length && (condition === undefined || !jsonEqual(condition, previous.condition));
