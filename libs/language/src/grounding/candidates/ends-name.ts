import type { Role } from '../lexicon';
import { type Chunk, type Linker, NO_ROLES } from '../link-words';
import { fieldsAt } from '../fields/link-fields';
import { namesRecords } from '../fields/own-words';
import { wordsOf } from '../words/fold';

/**
 * "pedidos no pagados", "orders not on hold", "line manager is": what denies, or says what something is, ends no name (as
 * "Order no.", "Order note" or is_manager) unless the label has that very word.
 */
export function isNamedSo({ lexicon }: Linker, word: string, { field, score }: Chunk['fields'][number]): boolean {
  const [role] = lexicon.roles.get(word) ?? NO_ROLES;
  const ends = role === 'not' || (lexicon.language === 'en' && role === 'be');
  return !ends || (score >= 0.98 && (lexicon.language !== 'en' || wordsOf(field.label).includes(word)));
}

/**
 * "the lot is available" of lots: what stands for all of them elsewhere ("the lot") is one of the records. "with length" of
 * a number that is called so: no count of letters.
 */
export function endsInOwnName(linker: Linker, roles: readonly Role[], from: number, to: number): boolean {
  const last = linker.tokens[to - 1]?.fold ?? '';
  if (to - from !== 2) return false;
  if (roles.includes('det')) return namesRecords(linker.grounding.recordType, last);
  return roles.includes('long') && (isLength(linker, last) || isLength(linker, linker.tokens[from]?.fold ?? ''));
}

/** Whether a number field is called just so. */
const isLength = (linker: Linker, word: string): boolean =>
  fieldsAt(linker, word).some(({ field, score }) => field.type === 'number' && score >= 0.9);
