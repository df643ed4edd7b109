import { Injectable } from '@nestjs/common';
import {
  describedTable,
  type EntryTable,
  type JsonLogic,
  listReference,
  listReferencesIn,
  measureLogic,
  readListReference,
  type RecordType,
} from '@lib/rules';

import {
  GlossaryNames,
  glossaryOf,
  isLong,
  type ListVersion,
  type NameReference,
  type NameVersion,
} from './glossary-names';
import { ListTables } from './list-tables';

/** What a rule says of names, checked or not. */
export interface NamingRule {
  readonly condition: unknown;
  readonly glossary?: unknown;
}

/**
 * Record types with what rules need of the names they were made with: each version as it was, whatever became of the name
 * since. Where no rule names anything the record type is given back as it is.
 */
@Injectable()
export class RuleNames {
  constructor(
    private readonly names: GlossaryNames,
    private readonly tables: ListTables,
  ) {}

  /** For checking rules and for saying them: lists are known, but nothing can be looked up in them. */
  described(recordType: RecordType, rules: readonly NamingRule[]): Promise<RecordType> {
    return this.with(recordType, rules, ({ list }) => Promise.resolve(describedTable(list)));
  }

  /** For running them. */
  withEntries(recordType: RecordType, rules: readonly NamingRule[]): Promise<RecordType> {
    return this.with(recordType, rules, version => this.tables.of(version));
  }

  /** The entries of lists, by the references that conditions have for them. */
  async entriesOf(recordType: string, references: readonly string[]): Promise<NonNullable<RecordType['lists']>> {
    const versions = await this.names.versionsNamed(
      recordType,
      references.flatMap(reference => readListReference(reference) ?? []),
    );
    return this.tablesOf(versions, version => this.tables.of(version));
  }

  private async with(recordType: RecordType, rules: readonly NamingRule[], tableOf: TableOf): Promise<RecordType> {
    const references = new Map(rules.flatMap(referencesOf).map(one => [listReference(one), one]));
    if (references.size === 0) return recordType;
    const versions = await this.names.versionsNamed(recordType.name, [...references.values()]);
    return { ...recordType, lists: await this.tablesOf(versions, tableOf), glossary: glossaryOf(versions) };
  }

  private async tablesOf(versions: readonly NameVersion[], tableOf: TableOf): Promise<ReadonlyMap<string, EntryTable>> {
    const tables = new Map<string, EntryTable>();
    for (const version of versions.filter(isLong)) tables.set(listReference(version.list), await tableOf(version));
    return tables;
  }
}

type TableOf = (version: ListVersion) => Promise<EntryTable>;

function referencesOf({ condition, glossary }: NamingRule): readonly NameReference[] {
  // What is too large or too deep is refused by the validator; here it is only not walked.
  const isPlain = measureLogic(condition, '').length === 0;
  const tests = isPlain ? listReferencesIn(condition as JsonLogic) : [];
  return [
    ...tests.flatMap(({ reference }) => readListReference(reference) ?? []),
    ...(Array.isArray(glossary) ? (glossary as unknown[]).slice(0, MOST_NAMED).flatMap(namedIn) : []),
  ];
}

/** More than a rule may name are refused; no more need to be looked for. */
const MOST_NAMED = 100;

function namedIn(use: unknown): readonly NameReference[] {
  const { term, list, version } = (use ?? {}) as Partial<Record<'term' | 'list' | 'version', unknown>>;
  const name = term ?? list;
  return typeof name === 'string' && typeof version === 'number' && Number.isSafeInteger(version)
    ? [{ name: name.slice(0, 200), version }]
    : [];
}
