import type { OperatorRow } from './operator-row';
import { ARITHMETIC } from './operators/arithmetic';
import { COMPARISONS } from './operators/comparisons';
import { CONNECTIVES } from './operators/connectives';
import { DATES } from './operators/dates';
import { LISTS } from './operators/lists';
import { PREDICATES } from './operators/predicates';
import { TEXT } from './operators/text';

/** Every operator a condition can be taken apart into; whatever else JSON-Logic knows stays whole, as one logic node. */
export const OPERATORS: readonly OperatorRow[] = [
  ...CONNECTIVES,
  ...COMPARISONS,
  ...LISTS,
  ...TEXT,
  ...ARITHMETIC,
  ...DATES,
  ...PREDICATES,
];

// A map, not an object: an operator called `constructor` must not be found on a prototype.
const rows = new Map(OPERATORS.map(row => [row.logic, row]));

/** The row of a JSON-Logic name, where there is one. */
export function findOperator(logic: string): OperatorRow | undefined {
  return rows.get(logic);
}
