import type { Field } from '@lib/rules';
import { type ActionContext, type FoundAction } from '../action-text';
import { leavesOrder } from '../clause-end';
import { has, isBound } from '../../cursor';
import { opensSaying, saidTo, says } from '../../saying';
import { setTo } from './new-value';
import type { Chunk, Grounding } from '../../../grounding/link-words';

/** "5 percent off for every …", "give them 10% off", "a 10% discount for …": what is taken off the price is the discount. */
export function parseReducing(context: ActionContext, at: number, grounding: Grounding): FoundAction | undefined {
  const { chunks } = context;
  const link = grounding.fields
    .ofConcept('discount')
    .find(({ field, score }) => field.type === 'number' && score >= 0.5);
  if (!link) return undefined;
  const gives = (says(chunks[at], 'takesOff') || has(chunks[at], 'give')) && chunks[at]?.quote === undefined;
  const opens = at === 0 || isBound(chunks[at - 1]) || has(chunks[at - 1], 'and', 'then', 'wish');
  if (!opens && !gives) return undefined;
  let next = gives ? at + 1 : at;
  while (next < at + 4 && has(chunks[next], 'det', 'them', 'also', 'then', 'off') && !chunks[next]?.number) next++;
  const object = next;
  const led = gives ? behindName(chunks, next, link.field) : undefined;
  if (led) next = led.amount;
  else if (says(chunks[at], 'grants')) next = behindReceiver(chunks, next);
  const number = chunks[next]?.number;
  if (!number || number.value <= 0 || chunks[next]?.quote !== undefined) return undefined;
  // "more than 5 percent off" says of records how much they are reduced.
  const behind = chunks[next + 1];
  const named = behind?.fields.some(({ field, score }) => field === link.field && score >= 0.6) ?? false;
  const off = saidTo(chunks, next + 1, 'offPrice') ?? (opensSaying(behind, 'offPrice') ? next + 2 : undefined);
  if (off === undefined && !led && !(named && (gives || has(chunks[next + 2], 'for')))) return undefined;
  let to = off ?? (led ? next + 1 : next + 2);
  // "off the price", "off their bill"
  if (has(chunks[to], 'det', 'them') && says(chunks[to + 1], 'priceNoun')) to += 2;
  return leavesOrder(chunks, to) || has(chunks[to], 'to', 'on', 'dividedBy')
    ? {
        actions: [setTo(link.field, number.value)],
        to,
        ...(led === undefined && next > object && { inner: [object, next] }),
      }
    : undefined;
}

const FAR = 6;

/** "aplica un descuento del 5 %", "gewähre ihnen einen Rabatt von 5 %": the amount stands behind the name of the discount. */
function behindName(
  chunks: readonly Chunk[],
  at: number,
  discount: Field,
): { readonly from: number; readonly amount: number } | undefined {
  let name = at;
  const isName = (chunk: Chunk): boolean => chunk.fields.some(({ field, score }) => field === discount && score >= 0.6);
  for (let chunk = chunks[name]; chunk && !isName(chunk); chunk = chunks[++name])
    if (isBound(chunk) || chunk.number || name > at + FAR) return undefined;
  let amount = name + 1;
  while (amount < name + 3 && has(chunks[amount], 'of', 'det') && !chunks[amount]?.number) amount++;
  const from = name > at && has(chunks[name - 1], 'det') ? name - 1 : name;
  return amount > name + 1 && chunks[amount]?.number ? { from, amount } : undefined;
}

/** "give German orders 5% off": who gets it stands between the verb and the amount. */
function behindReceiver(chunks: readonly Chunk[], from: number): number {
  let next = from;
  while (next < from + FAR && chunks[next] && !isBound(chunks[next]) && !chunks[next]?.number) next++;
  const article = has(chunks[next - 1], 'det') && next - 1 > from;
  return chunks[next]?.number && !article ? next : from;
}
