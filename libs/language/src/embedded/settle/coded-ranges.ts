import { has } from '../cursor';
import type { Chunk, Grounding } from '../../grounding/link-words';
import type { ValueLink } from '../../grounding/values/value-index';

/** A code: what is the same in all of them, and the number or letter that counts them. */
const CODE = /^(.*?)(\d{1,3}|(?<!\p{L})\p{Lu})$/u;
/** What orders a value for another, where the second is the new one. */
const CHANGING = ['setTo', 'move', 'change', 'replace', 'swap', 'make', 'copy'] as const;

/** "halls H2 to H4", "rooms R1-R3", "grades B to D": all stored codes between the two, the first and the last included. */
export function withCodedRanges(chunks: readonly Chunk[], { values }: Grounding): readonly Chunk[] {
  for (let at = 1; at < chunks.length - 2; at++) {
    const [low, joint, high] = [chunks[at], chunks[at + 1], chunks[at + 2]] as [Chunk, Chunk, Chunk];
    if (!has(joint, 'to', 'dash', 'until') || !isNamed(chunks, at)) continue;
    for (const link of low.values) {
      const end = high.values.find(({ field, via }) => field === link.field && via === undefined);
      const [first, last] = [codeOf(link), end && codeOf(end)];
      if (!first || !last || first.kind !== last.kind || first.place >= last.place) continue;
      const between = values
        .valuesOf(link.field.name)
        .flatMap(text => {
          const code = codeOf({ ...link, stored: [text] });
          return code && code.kind === first.kind && code.place > first.place && code.place < last.place ? [text] : [];
        })
        .map((text): Chunk => ({ ...low, values: [{ ...link, stored: [text] }] }));
      const or: Chunk = { ...joint, roles: ['or'], fields: [], values: [] };
      const listed = between.flatMap(chunk => [or, chunk]);
      return [...chunks.slice(0, at + 1), ...listed, or, ...chunks.slice(at + 2)];
    }
  }
  return chunks;
}

/** Behind the name of the field, or "from" or "in", and not where one of them is put in place of the other. */
function isNamed(chunks: readonly Chunk[], at: number): boolean {
  const [low, before] = [chunks[at], chunks[at - 1]];
  const named = has(before, 'from', 'in') ? chunks[at - 2] : before;
  const own = (chunk: Chunk | undefined): boolean =>
    chunk?.fields.some(({ field, score }) => score >= 0.6 && low?.values.some(link => link.field === field)) ?? false;
  return (
    (own(named) || own(before) || has(before, 'in', 'from')) &&
    !chunks.slice(0, at).some(chunk => has(chunk, ...CHANGING))
  );
}

function codeOf({
  stored: [text = ''],
  via,
}: ValueLink): { readonly kind: string; readonly place: number } | undefined {
  const [, head, tail = ''] = (via === undefined && CODE.exec(text)) || [];
  if (head === undefined) return undefined;
  const letter = /\p{L}/u.test(tail);
  return { kind: `${head}${letter ? 'A' : '1'}`, place: letter ? tail.charCodeAt(0) : Number(tail) };
}
