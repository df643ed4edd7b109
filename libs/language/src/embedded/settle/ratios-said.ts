import { has, isBound } from '../cursor';
import { closesSaying, says } from '../saying';
import { isCurrency } from '../../grounding/words/numbers';
import { type RatioUnit, ratioUnits } from '../../grounding/fields/ratio-units';
import type { Chunk, Grounding } from '../../grounding/link-words';
import { stem } from '../../grounding/words/stem';

/** So surely a field is named before its amount. */
const NAMED = 0.5;
/** So surely the unit behind an amount names it. */
const TOLD = 0.9;

/**
 * "more than 15,000 vehicles per day" of an "Average traffic" in vehicles/day, "under 9 euros a kilo" of a "Price per kg":
 * what an amount is counted in and for one of what names the field that is kept so, or says nothing more where it is named.
 */
export function withRatiosSaid(chunks: readonly Chunk[], grounding: Grounding): readonly Chunk[] {
  if (!chunks.some(({ number, quote }) => number && quote === undefined)) return chunks;
  const ratios = ratioUnits(grounding.recordType);
  if (ratios.length === 0) return chunks;
  const made: Chunk[] = [];
  for (let at = 0; at < chunks.length; at++) {
    const chunk = chunks[at] as Chunk;
    const called = chunk.number === undefined ? calledBy(chunks, at, ratios, grounding) : undefined;
    made.push(called?.chunk ?? chunk);
    if (called) at = called.to - 1;
    const found = chunk.number && chunk.quote === undefined ? ratioBehind(chunks, at, ratios, grounding) : undefined;
    if (!found) continue;
    const [first, last] = [chunks[at + 1] as Chunk, chunks[found.to - 1] as Chunk];
    const { start, glued } = first;
    const named = isNamed(chunks, at, found.ratios);
    made.push({
      start,
      end: last.end,
      glued,
      text: [first, ...(last === first ? [] : [last])].map(({ text }) => text).join(' '),
      key: last.key,
      roles: named ? ['filler'] : [],
      fields: named ? [] : found.ratios.map(({ field }) => ({ field, score: TOLD })),
      values: [],
    });
    at = found.to - 1;
  }
  return made;
}

interface Found {
  readonly ratios: readonly RatioUnit[];
  readonly to: number;
}

function ratioBehind(
  chunks: readonly Chunk[],
  at: number,
  ratios: readonly RatioUnit[],
  grounding: Grounding,
): Found | undefined {
  const unit = chunks[at]?.number?.unit;
  if (unit) {
    if (!isCurrency(unit.base)) return undefined;
    const money = ratios.filter(
      ({ of }) => of === undefined || unitKey(of, grounding) === unitKey(unit.base, grounding),
    );
    return perBehind(chunks, at + 1, money, grounding);
  }
  // "a selling price above 10 a kilo"
  const plain = perBehind(chunks, at + 1, ratios, grounding);
  if (plain) return plain;
  const counted = chunks[at + 1];
  if (!counted || counted.quote !== undefined || counted.values.length > 0 || counted.number) return undefined;
  const meant = ratios.filter(({ of }) => of !== undefined && of === stem(counted.key));
  if (meant.length === 0) return undefined;
  return (
    perBehind(chunks, at + 2, meant, grounding) ?? (meant.length === 1 ? { ratios: meant, to: at + 2 } : undefined)
  );
}

/** "per kilo", "a kilo", "per day" */
function perBehind(
  chunks: readonly Chunk[],
  at: number,
  ratios: readonly RatioUnit[],
  grounding: Grounding,
): Found | undefined {
  const first = chunks[at];
  if (!first || first.quote !== undefined) return undefined;
  // "per day", "a night": read as one.
  if (first.key.includes(' ')) return forOne(first.key.split(' ').at(-1) ?? '', at + 1, ratios, grounding);
  return says(first, 'perWord') ? unitAt(chunks, at + 1, ratios, grounding) : undefined;
}

/** The unit that an amount is counted for one of, in one word or two: "kilo", "square metre". */
function unitAt(
  chunks: readonly Chunk[],
  at: number,
  ratios: readonly RatioUnit[],
  grounding: Grounding,
): Found | undefined {
  const [first, second] = [chunks[at], chunks[at + 1]];
  if (!first || first.quote !== undefined || first.number) return undefined;
  const both = second && second.quote === undefined ? `${first.key} ${second.key}` : first.key;
  return forOne(both, at + 2, ratios, grounding) ?? forOne(first.key, at + 1, ratios, grounding);
}

function forOne(word: string, to: number, ratios: readonly RatioUnit[], grounding: Grounding): Found | undefined {
  const meant = ratios.filter(({ per }) => unitKey(per, grounding) === unitKey(word, grounding));
  return meant.length === 0 ? undefined : { ratios: meant, to };
}

/** "price per | kilo" of a "Price per kg": a name of the field with another word for the unit. */
function calledBy(
  chunks: readonly Chunk[],
  at: number,
  ratios: readonly RatioUnit[],
  grounding: Grounding,
): { readonly chunk: Chunk; readonly to: number } | undefined {
  const chunk = chunks[at];
  if (!chunk || chunk.quote !== undefined || chunk.fields.length === 0) return undefined;
  const per = closesSaying(chunk, 'perWord') ? at + 1 : says(chunks[at + 1], 'perWord') ? at + 2 : undefined;
  const found = per === undefined ? undefined : unitAt(chunks, per, ratios, grounding);
  const links = chunk.fields.filter(({ field }) => found?.ratios.some(ratio => ratio.field === field));
  if (!found || links.length === 0) return undefined;
  const said = chunks.slice(at, found.to);
  const fields = links.map(link => ({ ...link, score: Math.max(link.score, TOLD) }));
  const text = said.map(word => word.text).join(' ');
  return { chunk: { ...chunk, end: said.at(-1)?.end ?? chunk.end, text, fields }, to: found.to };
}

/** Words for one unit are the same: "kilo" and "kg". */
function unitKey(word: string, { lexicons }: Grounding): string {
  for (const { units } of lexicons) {
    const unit = units.get(word);
    if (unit) return `${unit.base}:${String(unit.factor)}`;
  }
  return stem(word);
}

/** Whether one of these fields is spoken of before its amount, in the same clause. */
function isNamed(chunks: readonly Chunk[], at: number, ratios: readonly RatioUnit[]): boolean {
  for (let before = at - 1; before >= 0; before--) {
    const chunk = chunks[before];
    if (!chunk || isBound(chunk) || has(chunk, 'and', 'or') || says(chunk, 'thatIs')) return false;
    if (chunk.fields.some(({ field, score }) => score >= NAMED && ratios.some(ratio => ratio.field === field)))
      return true;
  }
  return false;
}
