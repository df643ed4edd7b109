import { has } from '../cursor';
import { closesSaying, opensSaying, says } from '../saying';
import { comparatorOf, inUnitOf } from '../conditions/operands';
import type { Sense } from '../../grounding/senses';
import type { Chunk } from '../../grounding/link-words';
import type { ReadStep } from './edit-step';
import { exchange, type Place, placesIn } from './places';

const WAYS: readonly Sense[] = ['goingUp', 'goingDown'];

const moves = (chunk: Chunk | undefined, ...ways: readonly Sense[]): boolean =>
  [says, opensSaying].some(said => said(chunk, ...(ways.length > 0 ? ways : WAYS)));

/** Where the amount stands by which something is moved: "by 50", "um 10". */
export const shiftAt = (chunks: readonly Chunk[]): number =>
  chunks.findIndex(
    (chunk, at) =>
      chunk.number !== undefined &&
      chunk.quote === undefined &&
      (has(chunks[at - 1], 'byAmount') || closesSaying(chunks[at - 1], 'byHow')) &&
      chunks.slice(0, at).some(before => moves(before)),
  );

const names = (chunk: Chunk, { field }: Place): boolean =>
  chunk.values.length === 0 && chunk.fields.some(link => link.field.name === field.name && link.score >= 0.3);

/** "raise the threshold by 50", "senke die Grenze um 10 %": a limit moved from where it stands, and the side it is on kept. */
export const shiftLimit: ReadStep = ({ chunks, rule, grounding }) => {
  const at = shiftAt(chunks);
  const number = chunks[at]?.number;
  if (!number || chunks.filter(chunk => chunk.number !== undefined).length > 1) return undefined;
  const way = chunks.some(chunk => moves(chunk, 'goingUp')) ? 1 : -1;
  const all = placesIn(rule.condition, grounding.recordType).filter(
    ({ value, operator }) => typeof value === 'number' && operator !== 'in',
  );
  const named = all.filter(place => chunks.some(chunk => names(chunk, place)));
  const rules = (named.length > 0 ? named : all).flatMap(place => {
    if (typeof place.value !== 'number') return [];
    const part =
      number.unit?.base === '%' ? (place.value * number.value) / 100 : inUnitOf(place.field, number, grounding);
    const moved = Number((place.value + way * part).toPrecision(12));
    return [{ ...rule, condition: exchange(rule.condition, place.test, place.put(moved, place.operator)) }];
  });
  const used = chunks.filter(
    (chunk, i) =>
      i === at ||
      i === at - 1 ||
      moves(chunk) ||
      comparatorOf(chunk) !== undefined ||
      has(chunk, 'fieldWord', 'valueWord') ||
      all.some(place => names(chunk, place)),
  );
  return rules.length > 0 ? { rules, used } : undefined;
};
