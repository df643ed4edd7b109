import type { FoundAction, ReadAction } from '../action-text';
import { endsOrder } from '../clause-end';
import { startsClause } from '../clause-start';
import { has, isUnknown } from '../../cursor';

/** "…, clear the operator", where no field is called so: an order that cannot be met is never left out of the rule. */
export const parseClearingUnknown: ReadAction = (context, at): FoundAction | undefined => {
  const { chunks, conditionBefore } = context;
  const verb = chunks[at];
  if (!conditionBefore || !has(verb, 'clear') || has(verb, 'empty') || verb?.quote !== undefined) return undefined;
  const noun = chunks[at + 2];
  if (!startsClause(chunks, at) || !has(chunks[at + 1], 'det') || !noun || !endsOrder(chunks, at + 3)) return undefined;
  const names = noun.quote === undefined && noun.values.length === 0 && (noun.fields[0]?.score ?? 0) < 0.5;
  return names && (isUnknown(noun) || (has(noun, 'noun') && noun.roles.length === 1))
    ? { actions: [], to: at + 3, issues: [{ kind: 'unknown-target', word: noun.text }] }
    : undefined;
};
