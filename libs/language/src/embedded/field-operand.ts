import type { Field } from '@lib/rules';
import { has } from './cursor';
import { fieldMention, linksOfTypes, type ParseState } from './parse-state';

export const FACTORS = [
  ['double', 2],
  ['triple', 3],
  ['half', 0.5],
] as const;

/** "cost", "double the cost", "1.5 times the cost" behind a comparison. */
export function readFieldOperand(
  state: ParseState,
  at: number,
): { readonly field: Field; readonly factor?: number; readonly to: number } | undefined {
  const { chunks } = state;
  let next = at;
  let factor: number | undefined;
  const named = FACTORS.find(([role]) => has(chunks[next], role));
  const number = chunks[next]?.number;
  if (named) {
    factor = named[1];
    next++;
  } else if (number && (number.unit?.base === 'x' || has(chunks[next + 1], 'times'))) {
    factor = number.value;
    next += number.unit?.base === 'x' ? 1 : 2;
  } else if (
    number &&
    number.unit?.base === '%' &&
    (/^of\b/.test(chunks[next + 1]?.key ?? '') || has(chunks[next + 1], 'det'))
  ) {
    factor = number.value / 100;
    next += 2;
  } else if (number) return undefined;
  // "before they were ordered", "before the device was even installed"
  while (
    has(chunks[next], 'det', 'of', 'filler', 'fieldWord', 'them', 'be', 'noun') &&
    next < at + 6 &&
    !linksOfTypes(chunks[next], undefined).length
  )
    next++;
  const mention = fieldMention(state, next);
  const link = mention?.links[0];
  if (!mention || !link || link.score < 0.6) return undefined;
  return { field: link.field, to: mention.to, ...(factor !== undefined && { factor }) };
}
