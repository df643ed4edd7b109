import { has } from '../cursor';
import { type Parsed, type ParseState, tested } from './parse-state';

/** "(only if present)" leans on the field last named; "only those in Rome" is read as what stands behind it. */
export function parseOnly(
  state: ParseState,
  at: number,
  unit: (from: number) => Parsed | undefined,
): Parsed | undefined {
  const { chunks, lastField } = state;
  let next = at + 1;
  while (has(chunks[next], 'be', 'det', 'them', 'filler') && next < at + 4 && !has(chunks[next], 'filled', 'empty'))
    next++;
  if (lastField && has(chunks[next], 'filled')) return tested(state, lastField, { is: 'filled' }, at, next + 1);
  for (let from = at + 1; from <= next && from < chunks.length; from++) {
    const parsed = unit(from);
    if (parsed) return parsed;
  }
  return undefined;
}
