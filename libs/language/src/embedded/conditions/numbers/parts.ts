import { has } from '../../cursor';
import type { Chunk } from '../../../grounding/link-words';

export const FACTORS = [
  ['double', 2],
  ['triple', 3],
  ['half', 0.5],
  ['third', 1 / 3],
  ['fourth', 0.25],
  ['twoThirds', 2 / 3],
  ['threeQuarters', 0.75],
] as const;

/** "a fifth of", "un quart de": a part in words, of what follows. */
export const isPartOf = (chunk: Chunk | undefined): boolean =>
  chunk?.number !== undefined &&
  chunk.number.unit === undefined &&
  chunk.number.value > 0 &&
  chunk.number.value < 1 &&
  / (of|of a|de|d'|di)$/.test(chunk.key);

/** "80 percent", "half of", "a fifth of": how much of something is meant, and where that ends. */
export function partAt(chunks: readonly Chunk[], at: number): { readonly part?: number; readonly to: number } {
  const named = FACTORS.find(([role]) => has(chunks[at], role));
  if (named) return { part: named[1], to: at + 1 };
  const number = chunks[at]?.number;
  // "1割": a tenth, as the unit says.
  if (number?.unit?.base === '%') return { part: (number.value * number.unit.factor) / 100, to: at + 1 };
  return number && isPartOf(chunks[at]) ? { part: number.value, to: at + 1 } : { to: at };
}
