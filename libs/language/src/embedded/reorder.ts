import { has } from './cursor';
import type { Chunk } from '../grounding/link-words';

const TEXTS = ['contains', 'startsWith', 'endsWith', 'matches'] as const;

/** Moved pieces all stand for the whole stretch, so that spans still point at what was typed. */
function moved(chunks: readonly Chunk[]): Chunk[] {
  const start = Math.min(...chunks.map(chunk => chunk.start));
  const end = Math.max(...chunks.map(chunk => chunk.end));
  return chunks.map(chunk => ({ ...chunk, start, end }));
}

/** Verbs at the end of their clause go before their text: `mit "1." beginnt`, `"fragile" enthalten`. */
export function textVerbsFirst(chunks: readonly Chunk[]): readonly Chunk[] {
  const ordered = [...chunks];
  for (let at = 1; at < ordered.length; at++) {
    const verb = ordered[at];
    if (!verb || !has(verb, ...TEXTS) || ordered[at - 1]?.quote === undefined || ordered[at + 1]?.quote !== undefined)
      continue;
    let from = at - 1;
    while (has(ordered[from - 1], 'or', 'and', 'comma') && ordered[from - 2]?.quote !== undefined) from -= 2;
    if (has(ordered[from - 1], ...TEXTS)) continue;
    if (has(ordered[from - 1], 'with', 'in', 'of', 'to', 'as', 'on') && !ordered[from - 1]?.fields[0]) from--;
    const quotes = ordered.slice(from, at).filter((chunk, i) => i > 0 || chunk.quote !== undefined);
    ordered.splice(from, at - from + 1, ...moved([verb, ...quotes]));
  }
  return ordered;
}

/** Everything said behind its operand goes before it. */
export function operatorsFirst(chunks: readonly Chunk[]): readonly Chunk[] {
  return textVerbsFirst(chunks);
}
