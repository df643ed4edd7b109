import { fieldsAt } from '../fields/link-fields';
import { valuesAt } from './link-values';
import type { Chunk, Linker } from '../link-words';

/** Whether the first of two words is a value of another field, and the name is said without it as well. */
export function holdsState(linker: Linker, from: number, to: number, [named]: Chunk['fields']): boolean {
  const word = linker.tokens[from]?.fold ?? '';
  return (
    to - from === 2 &&
    named !== undefined &&
    !linker.lexicon.roles.has(word) &&
    fieldsAt(linker, linker.tokens[from + 1]?.fold ?? '').some(
      ({ field, score }) => field === named.field && score >= 0.6,
    ) &&
    valuesAt(linker, from, from + 1, word).some(
      ({ field, score, via }) => field.type === 'text' && score >= 0.85 && via !== 'country' && field !== named.field,
    )
  );
}
