import type { Chunk } from '../../grounding/link-words';
import type { Segment } from './edit-step';
import { placesIn } from './places';
import { holds } from './held-limit';

/** "10 thousand hours, not 15": what was and what is wanted, with the unit and the scale that were said once for both. */
export function sharing(
  { rule, grounding, request }: Segment,
  gone: Chunk | undefined,
  only: Chunk,
): readonly [old: Chunk | undefined, wanted: Chunk] {
  const wanted = sharingUnit(only, gone);
  const old = gone && sharingUnit(gone, only);
  if (!old?.number || !wanted.number) return [old, wanted];
  const places = placesIn(rule.condition, grounding.recordType);
  const isHeld = (chunk: Chunk): boolean => places.some(place => holds(place, chunk, { grounding, request }));
  const scale = isHeld(old) ? undefined : SCALES.find(one => isHeld(times(old, one)));
  if (scale !== undefined) return [times(old, scale), wanted.number.scaled ? wanted : times(wanted, scale)];
  // "60k is too low, raise it to 80,000": what is that large already is written out.
  const said =
    old.number.scaled && !wanted.number.scaled
      ? SCALES.find(one => scaleIn(old, one) && !scaleIn(wanted, one))
      : undefined;
  return [old, said === undefined ? wanted : times(wanted, said)];
}

const SCALES = [1e9, 1e6, 1e3] as const;

const scaleIn = ({ number }: Chunk, scale: number): boolean => (number?.value ?? 0) >= scale;

const times = (chunk: Chunk, scale: number): Chunk =>
  chunk.number ? { ...chunk, number: { ...chunk.number, value: chunk.number.value * scale, scaled: true } } : chunk;

/** "ten years rather than five": the unit of one of two amounts is that of the other. */
function sharingUnit(chunk: Chunk, other: Chunk | undefined): Chunk {
  const unit = other?.number?.unit;
  if (!unit || !chunk.number || chunk.number.unit || chunk.duration) return chunk;
  return { ...chunk, number: { ...chunk.number, unit } };
}
