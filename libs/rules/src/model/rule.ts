import type { Action } from './action';
import type { GlossaryUse } from './glossary';
import type { JsonLogic } from './json';

export const DEFAULT_PRIORITY = 100;

/** What a rule says, before anyone checked it. A draft without actions is a filter. */
export interface RuleDraft {
  readonly recordType: string;
  readonly name: string;
  readonly condition: JsonLogic;
  readonly actions: readonly Action[];
  /** Lower runs first. Default 100. */
  readonly priority?: number;
  /** The named terms and lists it was made with, as they were then; absent where there are none. */
  readonly glossary?: readonly GlossaryUse[];
}

/** A draft with everything said that has a default. */
export type CompleteRule = Required<Omit<RuleDraft, 'glossary'>> & Pick<RuleDraft, 'glossary'>;

declare const valid: unique symbol;

/** A rule that passed every check. Only `validateRule` makes one, so later stages need not doubt it. */
export interface ValidRule extends CompleteRule {
  readonly [valid]: true;
}
