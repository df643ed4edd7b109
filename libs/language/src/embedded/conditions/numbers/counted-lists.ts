import { has, isField } from '../../cursor';
import { says } from '../../saying';
import { type Comparator, type NumberOperand, readSuffix } from '../operands';
import { linksOfTypes, type Parsed, type ParseState, testOn } from '../parse-state';
import type { FieldLink } from '../../../grounding/fields/field-index';

/** The list named right behind a number. */
function listBehind(
  state: ParseState,
  at: number,
): { readonly links: readonly FieldLink[]; readonly to: number } | undefined {
  let next = at;
  while (
    next < at + 3 &&
    (has(state.chunks[next], 'of', 'det', 'filler') || says(state.chunks[next], 'distinct')) &&
    !isField(state.chunks[next])
  )
    next++;
  const links = linksOfTypes(state.chunks[next], ['list']).filter(link => link.score >= 0.6);
  return links.length > 0 && !state.chunks[next]?.values.length ? { links, to: next + 1 } : undefined;
}

/** "more than 2 error codes", "3 códigos de error o más": how many a list holds. */
export function parseCount(
  state: ParseState,
  from: number,
  operand: NumberOperand,
  operator: Comparator | undefined,
): Parsed | undefined {
  if (operand.high || operand.number.unit) return undefined;
  const counted = listBehind(state, operand.to);
  if (!counted) return undefined;
  const suffix = readSuffix(state.chunks, counted.to);
  const said = operand.operator ?? suffix?.operator ?? operator ?? '==';
  const { value } = operand.number;
  const to = suffix?.to ?? counted.to;
  const meaning = testOn(state, counted.links, from, to, () => ({ is: 'length', operator: said, value }));
  return meaning && { meaning, to };
}
