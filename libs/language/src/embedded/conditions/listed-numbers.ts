import { has } from '../cursor';
import { join } from '../meaning';
import { numberTest, type NumberOperand, readNumberOperand } from './operands';
import { type Mention, type Parsed, type ParseState, spanOf } from './parse-state';

/** "is one of 4, 12", "in (5, 9)", "any of 3 or 7": numbers of which a field has one. */
export function parseListedNumbers(state: ParseState, { at: from, links }: Mention, at: number): Parsed | undefined {
  const { chunks, grounding } = state;
  const [link] = links;
  const opens = has(chunks[at], 'in', 'among') && has(chunks[at + 1], 'open');
  if (link?.field.type !== 'number' || has(chunks[at], 'between') || !(opens || has(chunks[at], 'either', 'among')))
    return undefined;
  let next = has(chunks[at + 1], 'open') ? at + 2 : at + 1;
  const numbers: NumberOperand[] = [];
  let to = next;
  while (chunks[next]?.number) {
    const operand = readNumberOperand(chunks, next);
    if (!operand || operand.high !== undefined || operand.operator !== undefined) break;
    numbers.push(operand);
    to = operand.to;
    next = to;
    while (next < to + 2 && has(chunks[next], 'comma', 'or', 'and', 'slash')) next++;
    if (next === to) break;
  }
  if (numbers.length < 2) return undefined;
  const end = has(chunks[to], 'close') ? to + 1 : to;
  const { field, score } = link;
  state.lastField = field;
  const meaning = join(
    'or',
    numbers.map(number => ({
      kind: 'test',
      field,
      test: numberTest(field, number, '==', grounding),
      score: Math.min(1, 0.4 + 0.6 * score),
      spans: spanOf(state, from, end),
    })),
  );
  return meaning && { meaning, to: end };
}
