import type { Glossary, NamedList, Result, Term } from '@lib/rules';

interface VersionFacts {
  /** Of the name; with the version's number it tells which version this is. */
  readonly id: string;
  readonly recordType: string;
  readonly author: { readonly id: string; readonly name: string };
  readonly createdAt: string;
}

export interface TermVersion extends VersionFacts {
  readonly term: Term;
  readonly list?: undefined;
}

export interface ListVersion extends VersionFacts {
  readonly list: NamedList;
  readonly term?: undefined;
  /** Where its entries are kept, where they are too many to stand in the list itself. */
  readonly entriesId?: string;
}

/** One immutable version of what a name stands for. */
export type NameVersion = TermVersion | ListVersion;

/** What a name is to stand for from now on; its version is given when it is kept. */
export type Meaning =
  | { readonly term: Omit<Term, 'version'>; readonly list?: undefined }
  | { readonly list: Omit<NamedList, 'version'>; readonly term?: undefined; readonly entriesId?: string };

/** A version as rules name it. */
export interface NameReference {
  readonly name: string;
  readonly version: number;
}

/** The names that admins gave, per record type. What a version says never changes. */
export abstract class GlossaryNames {
  /** The latest version of each name that is not archived, by name. */
  abstract current(recordType: string): Promise<readonly NameVersion[]>;
  /** Another text whenever `current` would answer otherwise; much cheaper to ask. */
  abstract stamp(recordType: string): Promise<string>;
  /** The latest version; undefined where there is no such name, or it is archived. */
  abstract find(recordType: string, id: string): Promise<NameVersion | undefined>;
  /** Newest first. */
  abstract versionsOf(id: string): Promise<readonly NameVersion[]>;
  /** Those versions that there are, of archived names too: rules that were made with them stay readable. */
  abstract versionsNamed(recordType: string, references: readonly NameReference[]): Promise<readonly NameVersion[]>;
  /** A new name; one that was archived goes on with its next version. */
  abstract add(
    recordType: string,
    meaning: Meaning,
    author: NameVersion['author'],
  ): Promise<Result<NameVersion, 'taken'>>;
  /** The version after `after`; `stale` where that is not the latest, `gone` where the name is archived. */
  abstract addVersion(
    id: string,
    after: number,
    meaning: Meaning,
    author: NameVersion['author'],
  ): Promise<Result<NameVersion, 'stale' | 'gone'>>;
  /** No request may use it any longer. False where it is gone already. */
  abstract archive(id: string): Promise<boolean>;
}

/** What versions say, as requests and checks read it. */
export function glossaryOf(versions: readonly NameVersion[]): Glossary {
  return { terms: versions.flatMap(({ term }) => term ?? []), lists: versions.flatMap(({ list }) => list ?? []) };
}

/** Whether its entries are too many to stand in the list itself, so that rules refer to it. */
export function isLong(version: NameVersion): version is ListVersion {
  return version.list !== undefined && version.entriesId !== undefined;
}
