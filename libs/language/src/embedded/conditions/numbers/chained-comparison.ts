import { has } from '../../cursor';
import { join } from '../../meaning/meaning';
import { type Comparator, comparatorOf, numberTest, readNumberOperand } from '../operands';
import { fieldMention, type Parsed, type ParseState, saidOf } from '../parse-state';

/** "5 <= weight <= 10", "0 < score < 100": a number field between two bounds, as formulas write it. */
export function parseChained(state: ParseState, at: number): Parsed | undefined {
  const { chunks, grounding } = state;
  const low = chunks[at]?.number && ordering(chunks[at + 1]?.key) ? comparatorOf(chunks[at + 1]) : undefined;
  const first = low && readNumberOperand(chunks, at);
  const mention = first?.to === at + 1 ? fieldMention(state, at + 2) : undefined;
  const high = mention && ordering(chunks[mention.to]?.key) ? comparatorOf(chunks[mention.to]) : undefined;
  const second = mention && high && readNumberOperand(chunks, mention.to + 1);
  if (!low || !first || !mention || !second || has(chunks[mention.to], 'arrow')) return undefined;
  const links = mention.links.filter(({ field }) => field.type === 'number');
  const bound = (operator: Comparator, number: typeof first): Parsed | undefined =>
    saidOf(state, { ...mention, at }, links, second.to, field => numberTest(field, number, operator, grounding));
  const [from, to] = [bound(TURNED[low], first), bound(high, second)];
  const meaning = from && to && join('and', [from.meaning, to.meaning]);
  return meaning && { meaning, to: second.to };
}

/** "5 <= weight" says that the weight is at least 5. */
const TURNED: Readonly<Record<Comparator, Comparator>> = {
  '>': '<',
  '>=': '<=',
  '<': '>',
  '<=': '>=',
  '==': '==',
  '!=': '!=',
};

/** Written as a mark; what words compare stands behind what is compared. */
const ordering = (key: string | undefined): boolean => key !== undefined && /^[<>≤≥]=?$/.test(key);
