import { has, NUMERIC } from '../../cursor';
import { numberTest, readNumberOperand } from '../operands';
import { fieldMention, type Parsed, type ParseState, testOn } from '../parse-state';
import { yearComparator } from './said-numbers';

/** "after round 6", "before pick number 11": numbers that stand for a place in an order. */
export function parseBeforeNumber(state: ParseState, at: number): Parsed | undefined {
  const { chunks, grounding } = state;
  let next = at + 1;
  while (next < at + 3 && has(chunks[next], 'det', 'filler') && !chunks[next]?.fields.length) next++;
  const mention = fieldMention(state, next);
  const links = mention?.links.filter(link => NUMERIC.includes(link.field.type) && link.score >= 0.8) ?? [];
  if (!mention || links.length === 0 || links[0] !== mention.links[0]) return undefined;
  const behind = has(chunks[mention.to], 'fieldWord', 'be') ? mention.to + 1 : mention.to;
  const operator = yearComparator(chunks[at], chunks[behind]);
  const operand = operator && readNumberOperand(chunks, behind);
  if (!operator || !operand || operand.high) return undefined;
  const meaning = testOn(state, links, at, operand.to, field => numberTest(field, operand, operator, grounding));
  return meaning && { meaning, to: operand.to };
}
