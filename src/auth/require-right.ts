import { HttpProblem } from '../http/problem';
import { type Actor, may } from './actor';
import type { Right } from './rights';

/** For controllers, once the record type is known. */
export function requireRight(actor: Actor, right: Right | readonly Right[], recordType?: string): void {
  const rights = typeof right === 'string' ? [right] : right;
  if (rights.some(one => may(actor, one, recordType))) return;
  throw missingRight(rights, recordType);
}

export function missingRight(rights: readonly Right[], recordType?: string): HttpProblem {
  const needed = rights.map(right => `"${right}"`).join(' or ');
  const where = recordType === undefined ? '' : ` for ${recordType}`;
  return new HttpProblem(403, 'missing-right', `This needs the right ${needed}${where}.`, { rights });
}
