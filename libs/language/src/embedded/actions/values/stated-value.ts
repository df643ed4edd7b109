import type { Field } from '@lib/rules';
import { ownerOf } from '../../conditions/values/owner-of';
import { valueOf } from '../../conditions/operands';
import { has } from '../../cursor';
import type { Chunk } from '../../../grounding/link-words';

/** A value of one field, alone or beside the name of its field: "Premium", "Premium support", "status active". */
export interface StatedValue {
  readonly field: Field;
  /** Where the value stands. */
  readonly value: number;
  readonly from: number;
  readonly to: number;
  /** The field is named too, so that nothing else can be meant. */
  readonly named: boolean;
}

const NAMED = 0.6;

/** The field a chunk names of which the other chunk is a whole value. */
function namedBeside(name: Chunk | undefined, value: Chunk | undefined, tags: string): Field | undefined {
  if (!name || !value || name.quote !== undefined) return undefined;
  const link = name.fields.find(({ field, score }) => {
    const held = valueOf(value, field);
    return score >= NAMED && field.type === 'text' && field.name !== tags && held !== undefined && held.via !== 'part';
  });
  return link?.field;
}

/** The value stated from here on, behind its article. */
export function statedAt(chunks: readonly Chunk[], at: number, tags: string): StatedValue | undefined {
  let from = at;
  while (from < at + 2 && has(chunks[from], 'det') && chunks[from]?.values.length === 0) from++;
  const before = namedBeside(chunks[from], chunks[from + 1], tags);
  if (before) return { field: before, value: from + 1, from: at, to: from + 2, named: true };
  // "Tom Baker as their manager"
  let name = from + 1;
  while (name < from + 3 && has(chunks[name], 'det', 'as', 'them') && !chunks[name]?.fields.length) name++;
  const behind = namedBeside(chunks[name], chunks[from], tags);
  if (behind) {
    // "the Premium support level": its name may be two words.
    const more = chunks[name + 1]?.fields.some(({ field, score }) => field === behind && score >= NAMED);
    return { field: behind, value: from, from: at, to: more ? name + 2 : name + 1, named: true };
  }
  const owner = ownerOf(chunks[from], tags);
  return owner && { field: owner, value: from, from: at, to: from + 1, named: false };
}

const LONGEST = 4;

/** The longest statement of a value that ends right before a place. */
export function statedBefore(chunks: readonly Chunk[], end: number, tags: string): StatedValue | undefined {
  let found: StatedValue | undefined;
  for (let from = end - 1; from >= 0 && from >= end - LONGEST; from--) {
    const stated = statedAt(chunks, from, tags);
    if (stated?.to === end && (!found || stated.named || has(chunks[from], 'det'))) found = stated;
  }
  return found;
}
