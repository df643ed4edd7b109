/** Operators of standard JSON-Logic beyond the table, with the operands each takes. They are run, shown as code, and flagged. */
export const STANDARD_OPERATORS = [
  { name: 'var', min: 0, max: 2 },
  { name: 'if', min: 1, max: Number.MAX_SAFE_INTEGER },
  { name: '?:', min: 1, max: Number.MAX_SAFE_INTEGER },
  { name: 'log', min: 1, max: 1 },
  { name: 'merge', min: 0, max: Number.MAX_SAFE_INTEGER },
  { name: 'missing', min: 0, max: Number.MAX_SAFE_INTEGER },
  { name: 'missing_some', min: 2, max: 2 },
  { name: 'map', min: 2, max: 2 },
  { name: 'filter', min: 2, max: 2 },
  { name: 'all', min: 2, max: 2 },
  { name: 'some', min: 2, max: 2 },
  { name: 'none', min: 2, max: 2 },
  { name: 'reduce', min: 2, max: 3 },
] as const;

export type StandardOperatorName = (typeof STANDARD_OPERATORS)[number]['name'];

const byName = new Map<string, (typeof STANDARD_OPERATORS)[number]>(STANDARD_OPERATORS.map(row => [row.name, row]));

export function findStandardRow(
  name: string,
): { readonly name: StandardOperatorName; readonly min: number; readonly max: number } | undefined {
  return byName.get(name);
}

export function isStandardOperator(name: string): name is StandardOperatorName {
  return byName.has(name);
}
