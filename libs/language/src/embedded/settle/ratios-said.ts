import { has, isBound } from '../cursor';
import { onePiece } from '../made-words';
import { closesSaying, opensSaying, saidTo, says } from '../saying';
import type { FieldLink } from '../../grounding/fields/field-index';
import { fieldSays } from '../../grounding/fields/field-senses';
import { isCurrency } from '../../grounding/words/numbers';
import { type RatioUnit, ratioUnits } from '../../grounding/fields/ratio-units';
import type { Chunk, Grounding } from '../../grounding/link-words';
import { stem } from '../../grounding/words/stem';

/** So surely a field is named before its amount. */
const NAMED = 0.5;
/** So surely the unit behind an amount names it. */
const TOLD = 0.9;
/** What an amount is said to come for one of, in a word or two ("weekly", "per week"), how units tell it, and names of fields. */
const FOR_PERIODS = [
  ['perDay', 'd:1', 'ofDay'],
  ['perWeek', 'd:7', 'ofWeek'],
  ['perMonth', 'mo:1', 'ofMonth'],
  ['perQuarter', 'mo:3', 'ofQuarter'],
  ['perYear', 'mo:12', 'ofYear'],
] as const;

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
    const said = chunks.slice(at + 1, found.to);
    const told = isNamed(chunks, at, found.fields);
    made.push({
      ...onePiece(said),
      key: said.at(-1)?.key ?? '',
      roles: told ? ['filler'] : [],
      fields: told ? [] : found.fields,
    });
    at = found.to - 1;
  }
  return made;
}

interface Found {
  readonly fields: readonly FieldLink[];
  readonly to: number;
}

const named = (ratios: readonly RatioUnit[], to: number): Found => ({
  fields: ratios.map(({ field }) => ({ field, score: TOLD })),
  to,
});

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
  const told = perBehind(chunks, at + 2, meant, grounding);
  if (told) return told;
  const rate = rateAt(chunks, at + 2, grounding);
  if (rate) return { to: rate.to, fields: keptSo(chunks.slice(at + 1, rate.to), rate, ratios, grounding) };
  return meant.length === 1 ? named(meant, at + 2) : undefined;
}

interface Rate {
  readonly unit: string;
  readonly to: number;
}

/** "500 vehicles | per hour", "| an hour", "| each week", "| weekly", "| per lane": what these are counted for one of. */
function rateAt(chunks: readonly Chunk[], at: number, grounding: Grounding): Rate | undefined {
  const first = chunks[at];
  if (!first || first.quote !== undefined) return undefined;
  const period = periodAt(chunks, at);
  if (period || !opensSaying(first, 'perWord')) return period;
  const inOne = first.key.includes(' ');
  const one = (inOne ? first.key.split(' ').at(-1) : chunks[at + 1]?.key) ?? '';
  // "give what has over 500 vehicles a tag": an article is for one of something only before a unit.
  const counts = has(first, 'dividedBy') || grounding.lexicons.some(({ units }) => units.has(one));
  return counts ? { unit: unitKey(one, grounding), to: Math.min(at + (inOne ? 1 : 2), chunks.length) } : undefined;
}

/** "daily", "a week"; "today" is a day. */
function periodAt(chunks: readonly Chunk[], at: number): Rate | undefined {
  if (chunks[at]?.date) return undefined;
  for (const [sense, unit] of FOR_PERIODS) {
    const to = saidTo(chunks, at, sense);
    if (to !== undefined) return { unit, to };
  }
  return undefined;
}

/** Of the fields that words for a rate name, those that are kept so: "vehicles per hour" names no "Vehicles" and no "Hours". */
function keptSo(
  words: readonly Chunk[],
  { unit }: Rate,
  ratios: readonly RatioUnit[],
  grounding: Grounding,
): readonly FieldLink[] {
  const kept = FOR_PERIODS.find(([, told]) => told === unit)?.[2];
  return words
    .flatMap(({ fields }) => fields)
    .filter(
      ({ field }) =>
        (kept !== undefined && fieldSays(field, kept)) ||
        ratios.some(ratio => ratio.field === field && unitKey(ratio.per, grounding) === unit),
    );
}

/** "per kilo", "a kilo", "per day", "daily" */
function perBehind(
  chunks: readonly Chunk[],
  at: number,
  ratios: readonly RatioUnit[],
  grounding: Grounding,
): Found | undefined {
  const first = chunks[at];
  if (!first || first.quote !== undefined) return undefined;
  const period = periodAt(chunks, at);
  const kept = period ? ratios.filter(({ per }) => unitKey(per, grounding) === period.unit) : [];
  if (period && kept.length > 0) return named(kept, period.to);
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
  return meant.length === 0 ? undefined : named(meant, to);
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
  const links = chunk.fields.filter(({ field }) => found?.fields.some(kept => kept.field === field));
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
function isNamed(chunks: readonly Chunk[], at: number, links: readonly FieldLink[]): boolean {
  for (let before = at - 1; before >= 0; before--) {
    const chunk = chunks[before];
    if (!chunk || isBound(chunk) || has(chunk, 'and', 'or') || says(chunk, 'thatIs')) return false;
    if (chunk.fields.some(({ field, score }) => score >= NAMED && links.some(link => link.field === field)))
      return true;
  }
  return false;
}
