import { holds, type Right, type Rights, type Scope } from './rights';

/** Who asks: a person with a session, a program with a key, or the service itself. */
export interface Actor {
  readonly kind: 'person' | 'key' | 'system';
  readonly id: string;
  readonly name: string;
  readonly rights: Rights;
  /** Keys only: what the key may be used for. */
  readonly scopes?: readonly Scope[];
}

/** The service acting by itself, at start or on the command line. */
export const SYSTEM: Actor = { kind: 'system', id: 'system', name: 'system', rights: {} };

/** Whether the actor has a right, for one record type or (without one) for any. */
export function may(actor: Actor, right: Right, recordType?: string): boolean {
  return holds(actor.rights, right, recordType);
}

/** The record types the actor has any of these rights for; `*` for all. For lists that show only what one may see. */
export function recordTypesOf(actor: Actor, ...rights: readonly Right[]): '*' | readonly string[] {
  const types = new Set<string>();
  for (const right of rights) {
    const given = actor.rights[right];
    if (given === '*') return '*';
    given?.forEach(type => types.add(type));
  }
  return [...types];
}
