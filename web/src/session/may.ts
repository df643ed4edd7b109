import type { Right, Rights } from '../api/contracts';

/** Whether these rights allow an act, for one record type or, without one, for any at all. */
export function may(rights: Rights, right: Right, recordType?: string): boolean {
  const scope = rights[right];
  if (scope === undefined || scope === false) return false;
  if (scope === true || scope === '*') return true;
  const names = typeof scope === 'string' ? [scope] : scope;
  if (names.includes('*')) return true;
  return recordType === undefined ? names.length > 0 : names.includes(recordType);
}
