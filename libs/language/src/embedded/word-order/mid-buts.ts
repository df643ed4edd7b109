import { has, isBound, isSmall } from '../cursor';
import { closesSaying } from '../saying';
import type { Chunk } from '../../grounding/link-words';

/** So many words of its clause stand before such a "but". */
const FEW = 4;

const TEXTS = ['startsWith', 'endsWith', 'contains'] as const;

/** Whether a clause began behind a comma with what the "but" at `at` is about: a field, or the verb of a text. */
function clauseStart(chunks: readonly Chunk[], at: number): number | undefined {
  let from = at;
  while (
    from > 0 &&
    at - from < FEW &&
    !isBound(chunks[from - 1]) &&
    !has(chunks[from - 1], 'and', 'or') &&
    !(has(chunks[from - 1], 'where') && !has(chunks[from - 1], 'det'))
  )
    from--;
  const words = chunks.slice(from, at);
  const about = words.some(chunk => (chunk.fields[0]?.score ?? 0) >= 0.6 || has(chunk, ...TEXTS));
  return from > 0 && from < at && has(chunks[from - 1], 'comma', 'dash') && about ? from : undefined;
}

/** "endet | aber nicht | auf X": both were read as what leaves out. */
const isButNot = (chunks: readonly Chunk[], at: number): boolean =>
  has(chunks[at], 'except') && closesSaying(chunks[at], 'denies') && has(chunks[at - 1], ...TEXTS, 'be');

/** "Fax leer, Telefon aber vorhanden", "…, endet aber nicht auf X": "but" behind the first words of its clause goes before them. */
export function butsFirst(chunks: readonly Chunk[]): readonly Chunk[] {
  if (!chunks.some(chunk => has(chunk, 'but', 'except'))) return chunks;
  const ordered = [...chunks];
  for (let at = 2; at < ordered.length; at++) {
    const but = ordered[at];
    if (!but || !isSmall(but)) continue;
    const denies = isButNot(ordered, at);
    const from = denies || has(but, 'but') ? clauseStart(ordered, at) : undefined;
    if (from === undefined) continue;
    const first: Chunk = { ...but, roles: ['but'] };
    const not: readonly Chunk[] = denies ? [{ ...but, roles: ['not'] }] : [];
    ordered.splice(from, at - from + 1, first, ...ordered.slice(from, at), ...not);
  }
  return ordered;
}
