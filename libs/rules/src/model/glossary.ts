import type { JsonLogic } from './json';

/** What people call something an admin defined: in any language, and in as many ways as they like. */
interface Named {
  readonly name: string;
  readonly aliases?: readonly string[];
  /** Rises with every change; an earlier version never changes. */
  readonly version: number;
}

/** A condition with a name ("VIP customer"). */
export interface Term extends Named {
  /** The words it was defined in, or what it is for. */
  readonly description?: string;
  readonly condition: JsonLogic;
}

/** Texts with a name ("blocked suppliers"). */
export interface NamedList extends Named {
  readonly description?: string;
  /** The field whose values are looked up in it, where it is always the same one. */
  readonly field?: string;
  /** Capitals make no difference; the entries are then kept in lower case. */
  readonly anyCase?: boolean;
  readonly size: number;
  /** SHA-256 over the entries as kept, each ended by a line feed. */
  readonly sha256: string;
  /** The entries, where they are few enough to be written into a rule. */
  readonly values?: readonly string[];
}

/** The names that requests about a record type may use. Names and aliases mean one thing each. */
export interface Glossary {
  readonly terms: readonly Term[];
  readonly lists: readonly NamedList[];
}

/** Lists up to this size are written into rules, so that any JSON-Logic engine runs them as they are. */
export const MAX_INLINE_ENTRIES = 1_000;

/** A term that a rule was made with: the version and the condition it stood for then, which the rule contains. */
export interface TermUse {
  readonly term: string;
  readonly version: number;
  readonly condition: JsonLogic;
}

/** A named list that a rule was made with: the version, what was in it, and the test that stands in the rule for it. */
export interface ListUse {
  readonly list: string;
  readonly version: number;
  readonly size: number;
  readonly sha256: string;
  readonly condition: JsonLogic;
}

/** A name that a rule was made with, and the part of its condition that the name stands for. */
export type GlossaryUse = TermUse | ListUse;

/** How a condition refers to a version of a list that is too long to be written into it. */
export function listReference({ name, version }: Pick<NamedList, 'name' | 'version'>): string {
  return `${name}@${version}`;
}

/** Whether two names say the same: letters and digits decide, not their case, nor blanks and marks between them. */
export function nameKey(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}
