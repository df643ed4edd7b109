import { type EntryTable, hasEntry } from '../entry-table';
import type { OperatorRow } from '../operator-row';

/** Membership in a named list that is too long to be written into a rule. */
export const LISTS: readonly OperatorRow[] = [
  {
    logic: 'inList',
    family: 'membership',
    added: true,
    words: {
      en: ['is on the list'],
      de: ['steht auf der Liste'],
      fr: ['est sur la liste'],
    },
    arity: { min: 2, max: 2 },
    operands: ['text', 'list-reference'],
    result: 'boolean',
    onNull: 'never-true',
    // The second operand is the list itself: whoever runs the operator has looked its reference up.
    evaluate: (run, needle, list) => {
      if (needle === null || needle === undefined) return false;
      if (!isEntryTable(list)) return run.stop('no-such-list', `The list ${nameOf(list)} cannot be looked into.`);
      run.step();
      if (typeof needle === 'number') return hasEntry(list, String(needle));
      return typeof needle === 'string' && hasEntry(list, needle);
    },
  },
];

function isEntryTable(value: unknown): value is EntryTable {
  return (
    typeof value === 'object' &&
    value !== null &&
    'slots' in value &&
    value.slots instanceof Uint32Array &&
    value.slots.length > 0
  );
}

function nameOf(list: unknown): string {
  return typeof list === 'string' ? `"${list}"` : 'of the rule';
}
