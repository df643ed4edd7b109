import type { Action, Field } from '@lib/rules';
import { ACTING_VERBS, has as plays } from '../cursor';
import type { Issue } from '../meaning/meaning';
import { closesSaying } from '../saying';
import type { Role } from '../../grounding/lexicon';
import type { Chunk, Grounding } from '../../grounding/link-words';

/** What actions are read from. */
export interface ActionContext {
  readonly chunks: readonly Chunk[];
  readonly text: string;
  /** The field that holds tags. */
  readonly tags: string;
  /** Whether a condition has been said before this point: tag texts then run further. */
  conditionBefore: boolean;
  /** The place right behind the action before and what joins them: another may follow in a list. */
  listed?: number;
  /** The action before wrote a field: another may follow without its verb. */
  setting?: boolean;
  /** The action before added a tag. */
  tagging?: boolean;
  /** The action before took a tag away. */
  untagging?: boolean;
  /** The field that the action before wrote. */
  acted?: Field;
  /** What is read is taken away: "off" ends it. */
  removing?: boolean;
}

/** What a text is made of is never a misspelt word of the grammar. */
export const plainly = (chunk: Chunk | undefined, ...roles: readonly Role[]): boolean =>
  chunk?.typo !== true && plays(chunk, ...roles);

/** "the VIP and the Gold tag": the article was read with the joint. */
export const isAndThe = (chunk: Chunk | undefined): boolean =>
  plainly(chunk, 'added') && closesSaying(chunk, 'article');

const VERBS = [...ACTING_VERBS, 'copy', 'replace', 'flag', 'move', 'fill', 'normalise', 'unsupported'] as const;

/** Whether an action may begin here: a verb in its plain form, not a name that happens to be one. */
export function mayBeginAction(chunks: readonly Chunk[], at: number): boolean {
  let next = at;
  while (
    next < at + 3 &&
    (plainly(chunks[next], 'then', 'also', 'and') ||
      (plainly(chunks[next], 'filler') && !plainly(chunks[next], ...VERBS)))
  )
    next++;
  const chunk = chunks[next];
  if (!chunk || !plays(chunk, ...VERBS) || chunk.quote !== undefined) return false;
  return !/^\p{Lu}/u.test(chunk.text) || next === 0 || plainly(chunks[next - 1], 'stop');
}

/** Sentence marks that end a text: a dot glued to what follows is part of it. */
export function endsSentence(chunks: readonly Chunk[], at: number): boolean {
  return plainly(chunks[at], 'stop') && !(chunks[at + 1]?.glued ?? false);
}

/** One action found at a place: what it does, where it ends, and a condition it holds inside ("tag CONDITION as X"). */
export interface FoundAction {
  readonly actions: readonly Action[];
  readonly to: number;
  readonly inner?: readonly [number, number];
  readonly issues?: readonly Issue[];
  /** Where it really begins, where words before the place belong to it ("phone and e-mail | must be masked"). */
  readonly from?: number;
}

/** Reads an action that may begin at a place; `before` are the words since the condition before it began. */
export type ReadAction = (
  context: ActionContext,
  at: number,
  grounding: Grounding,
  before: readonly Chunk[],
) => FoundAction | undefined;
