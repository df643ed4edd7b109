import { has } from '../../cursor';
import { saidTo } from '../../saying';
import { presenceOf } from '../presence/having';
import { comparatorOf } from '../operands';
import { type Parsed, type ParseState, tested } from '../parse-state';

/** "discounted orders", "sold at a discount": there is some, where nothing is said of how much. */
export function parseReduced(state: ParseState, at: number): Parsed | undefined {
  const { chunks, grounding } = state;
  const to = saidTo(chunks, at, 'reduced');
  if (to === undefined || chunks[at]?.quote !== undefined || (chunks[at]?.values.length ?? 0) > 0) return undefined;
  const amount = [to, to + 1].some(
    next =>
      chunks[next]?.number !== undefined ||
      comparatorOf(chunks[next]) !== undefined ||
      // "la remise est nulle"
      has(chunks[next], 'byAmount', 'between', 'zero', 'empty', 'filled'),
  );
  const [link] = grounding.fields.ofConcept('discount').filter(({ field }) => field.type === 'number');
  if (amount || !link || link.score < 0.6) return undefined;
  const { field } = link;
  return tested(state, field, presenceOf(state, field), at, to);
}
