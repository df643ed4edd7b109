import { has } from '../../cursor';
import { join } from '../../meaning/meaning';
import { closesSaying } from '../../saying';
import type { Chunk } from '../../../grounding/link-words';
import { numberTest, type NumberOperand, readNumberOperand } from '../operands';
import { type Mention, type Parsed, type ParseState, spanOf } from '../parse-state';

const isInside = (chunk: Chunk | undefined): boolean => has(chunk, 'in', 'among') || closesSaying(chunk, 'inside');

/** "is one of 4, 12", "in (5, 9)", "any of 3 or 7": numbers of which a field has one. */
export function parseListedNumbers(state: ParseState, { at: from, links }: Mention, at: number): Parsed | undefined {
  const { chunks, grounding } = state;
  const [link] = links;
  // "is in" is skipped as a copula, so that the bracket comes first.
  const bracket = has(chunks[at], 'open') ? at : at + 1;
  const opens = has(chunks[bracket], 'open') && isInside(chunks[bracket - 1]);
  if (link?.field.type !== 'number' || has(chunks[at], 'between') || !(opens || has(chunks[at], 'either', 'among')))
    return undefined;
  let next = has(chunks[bracket], 'open') ? bracket + 1 : at + 1;
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
  if (numbers.length < (opens ? 1 : 2)) return undefined;
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
