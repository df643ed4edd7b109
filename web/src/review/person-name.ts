import type { Person } from '../api/contracts';

/** A person as answers name them: by name alone, or with an id. */
export function personName(person: Person | string | null | undefined): string | undefined {
  if (!person) return undefined;
  return typeof person === 'string' ? person : person.name;
}
