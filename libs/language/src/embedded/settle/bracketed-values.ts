import { has, holdsData, isBound, isFiller } from '../cursor';
import { valueOf } from '../conditions/operands';
import type { Chunk } from '../../grounding/link-words';

/** So many words may stand between what is denied and the values in brackets. */
const FAR = 4;
/** A field by its own name, or nearly so. */
const CALLED = 0.8;
/** So many pieces the brackets hold at most, the joints counted. */
const MOST = 9;

/**
 * "ya no están en la red (terminated)", "还没付款（Pending或Overdue）": the values in brackets are what the words before them
 * come to. They are what records hold, and nothing of them is denied once more.
 */
export function withBracketedValues(chunks: readonly Chunk[]): readonly Chunk[] {
  for (let open = 1; open < chunks.length - 2; open++) {
    if (!has(chunks[open], 'open')) continue;
    const told = valuesIn(chunks, open);
    const at = has(chunks[open - 1], 'be') ? open - 2 : open - 1;
    const named = chunks[at];
    if (!told || !named || isBound(named)) continue;
    // "que no estén en la red (Out-of-Network)": another state of the same field.
    const other = named.values.length > 0;
    if (other && !named.values.some(({ field }) => field === told.field)) continue;
    // "not paid (DHL)", where a yes/no field tells who paid: both are said.
    const apart = named.fields.some(
      ({ field, score }) => score >= CALLED && field.type === 'boolean' && field !== told.field,
    );
    if (!other && apart) continue;
    const names = !other && named.fields.some(({ field, score }) => score >= 0.7 && field === told.field);
    const denial = chunks.findLastIndex((chunk, i) => i < at && i >= open - FAR && has(chunk, 'not', 'never'));
    // "averiada (Down) o en mantenimiento": the words come to what is in the brackets, and that is said once.
    if (denial < 0 && other && isLike(named, told.field))
      return withBracketedValues([...chunks.slice(0, at), ...told.values, ...chunks.slice(told.to)]);
    const between = chunks.slice(denial + 1, at);
    if (denial < 0 || !between.every(chunk => isFiller(chunk) && !holdsData(chunk))) continue;
    // "not paid (Pending)", where no field but the status tells: what is denied is not said once more.
    const kept = names ? [named] : [];
    return withBracketedValues([...chunks.slice(0, denial), ...kept, ...told.values, ...chunks.slice(told.to)]);
  }
  return chunks;
}

/** A word that stands for a value of this field, or is one that is in the brackets again. */
const isLike = ({ values }: Chunk, told: object): boolean =>
  values.every(({ field, via }) => field !== told || via !== undefined);

/** The values of one text field between these brackets, with their joints. */
function valuesIn(
  chunks: readonly Chunk[],
  open: number,
): { readonly field: object; readonly values: readonly Chunk[]; readonly to: number } | undefined {
  const close = chunks.findIndex((chunk, at) => at > open && has(chunk, 'close'));
  const field = chunks[open + 1]?.values.find(link => link.field.type === 'text')?.field;
  if (!field || close < 0 || close > open + MOST) return undefined;
  const values: Chunk[] = [];
  for (const chunk of chunks.slice(open + 1, close)) {
    const held = valueOf(chunk, field);
    if (!held && !has(chunk, 'or', 'comma', 'slash', 'and')) return undefined;
    values.push(held ? { ...chunk, values: [held] } : chunk);
  }
  return { field, values, to: close + 1 };
}
