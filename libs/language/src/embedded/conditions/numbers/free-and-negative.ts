import type { Field } from '@lib/rules';
import { has, isField, WEAK } from '../../cursor';
import { saidTo } from '../../saying';
import { type Parsed, type ParseState, tested } from '../parse-state';
import type { Chunk } from '../../../grounding/link-words';

const COSTS = ['shippingcost', 'price', 'fare', 'cost', 'amount'] as const;

/** "free shipping", "frais de port offerts": what costs nothing costs 0; which cost stands right beside. */
export function parseFree(state: ParseState, from: number): Parsed | undefined {
  const { chunks } = state;
  let at = from;
  while (at < from + 2 && has(chunks[at], 'have', 'with', 'det') && !isField(chunks[at]) && !has(chunks[at], 'free'))
    at++;
  const before = has(chunks[at], 'free') ? at : has(chunks[at + 1], 'free') ? at + 1 : undefined;
  if (before === undefined || chunks[before]?.quote !== undefined || (chunks[before]?.values.length ?? 0) > 0)
    return undefined;
  const beside = before === at ? at + 1 : at;
  const field = costOf(state, chunks[beside]);
  if (!field) return undefined;
  const to = Math.max(before, beside) + 1;
  return tested(state, field, { is: 'compare', operator: '==', value: 0 }, from, to);
}

/** The number field that says what this costs: linked by its name, however faintly. */
function costOf({ grounding }: ParseState, chunk: Chunk | undefined): Field | undefined {
  const links = chunk?.quote === undefined ? (chunk?.fields ?? []) : [];
  return COSTS.flatMap(concept => grounding.fields.ofConcept(concept)).find(
    ({ field, score }) =>
      field.type === 'number' && score >= WEAK && links.some(link => link.field.name === field.name),
  )?.field;
}

/** "balance is positive", "a nonzero rate": above nothing, or anything but nothing. */
export function parseSomeAmount(state: ParseState, at: number): Parsed | undefined {
  const { chunks } = state;
  const first = numberAt(chunks[at]);
  let next = first ? at + 1 : at;
  while (first && next < at + 3 && has(chunks[next], 'be', 'where', 'filler') && signOf(chunks, next) === undefined)
    next++;
  const sign = signOf(chunks, next);
  const field = first ?? (sign && numberAt(chunks[sign.to]));
  if (!sign || !field) return undefined;
  const to = first ? sign.to : sign.to + 1;
  return tested(state, field, { is: 'compare', operator: sign.operator, value: 0 }, at, to, 0.95);
}

const numberAt = (chunk: Chunk | undefined): Field | undefined =>
  chunk?.fields.find(({ field, score }) => field.type === 'number' && score >= 0.6)?.field;

function signOf(
  chunks: readonly Chunk[],
  at: number,
): { readonly operator: '>' | '!='; readonly to: number } | undefined {
  if (chunks[at]?.quote !== undefined || (chunks[at]?.values.length ?? 0) > 0) return undefined;
  const above = saidTo(chunks, at, 'aboveNothing');
  if (above !== undefined) return { operator: '>', to: above };
  const some = saidTo(chunks, at, 'notNothing');
  return some === undefined ? undefined : { operator: '!=', to: some };
}

/** "a negative balance", "solde négatif ou nul", "zero or negative": below nothing, or not above it. */
export function parseSign(state: ParseState, at: number): Parsed | undefined {
  const { chunks } = state;
  const signed = (i: number): boolean => has(chunks[i], 'negative') && chunks[i]?.quote === undefined;
  const none = (i: number): boolean =>
    (has(chunks[i], 'zero') || chunks[i]?.number?.value === 0) && chunks[i]?.quote === undefined;
  const numeric = (i: number): Field | undefined =>
    chunks[i]?.fields.find(({ field, score }) => field.type === 'number' && score >= 0.6)?.field;
  let next = at;
  let field = numeric(at);
  // "accounts in the red": the words name the field themselves.
  if (field && signed(at)) return tested(state, field, { is: 'compare', operator: '<', value: 0 }, at, at + 1, 0.95);
  if (field) next++;
  else if (!signed(at) && !(none(at) && has(chunks[at + 1], 'or') && signed(at + 2))) return undefined;
  while (next < at + 4 && has(chunks[next], 'be', 'where', 'filler') && !signed(next) && !none(next)) next++;
  const pair = has(chunks[next + 1], 'or') && ((signed(next) && none(next + 2)) || (none(next) && signed(next + 2)));
  if (!pair && !signed(next)) return undefined;
  let to = next + (pair ? 3 : 1);
  if (!field) {
    field = numeric(to);
    if (field) to++;
    else field = state.lastField?.type === 'number' ? state.lastField : undefined;
  }
  if (!field) return undefined;
  return tested(state, field, { is: 'compare', operator: pair ? '<=' : '<', value: 0 }, at, to, 0.95);
}
