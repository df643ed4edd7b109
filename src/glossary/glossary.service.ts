import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { type EntryFailure, type EntryFormat, type ReadEntries, readEntries } from '@lib/records';
import {
  entriesOf,
  fail,
  listReferencesIn,
  MAX_INLINE_ENTRIES,
  nameKey,
  ok,
  type Problem,
  readListReference,
  type Result,
} from '@lib/rules';

import { AuditTrail } from '../audit/audit-trail';
import type { Actor } from '../auth/actor';
import { type Dependant, Dependants } from '../catalog/dependants';
import { RecordTypes } from '../catalog/record-types';
import { LIMITS } from '../config/limits';
import { Database } from '../database/database';
import { GlossaryNames, glossaryOf, type Meaning, type NameVersion } from './glossary-names';
import { ListEntries } from './list-entries';
import { nameTaken, readListField, readNames, readTermCondition, type SaidName } from './name-meaning';
import { RuleNames } from './rule-names';

export interface SaidTerm extends SaidName {
  readonly condition: unknown;
}

export interface SaidList extends SaidName {
  readonly field?: string;
  readonly anyCase?: boolean;
  readonly format: EntryFormat;
}

/** Which version of which name a new version comes after. */
export interface Earlier {
  readonly id: string;
  /** Default: the latest. */
  readonly after?: number;
}

export type GlossaryRefusal =
  | { readonly kind: 'no-record-type' | 'unknown' | 'other-kind' | 'other-name' | 'stale' | 'full' }
  | { readonly kind: 'taken'; readonly by: string }
  | { readonly kind: 'invalid'; readonly problems: readonly Problem[] }
  | { readonly kind: 'unreadable'; readonly failure: EntryFailure }
  | { readonly kind: 'in-use'; readonly rules: readonly Dependant[]; readonly terms: readonly string[] };

export interface KeptList extends Omit<ReadEntries, 'table'> {
  readonly version: NameVersion;
}

/** Keeps the names that admins give: each version stands for one thing for ever, and rules that were made with it keep it. */
@Injectable()
export class GlossaryService {
  constructor(
    private readonly names: GlossaryNames,
    private readonly entries: ListEntries,
    private readonly recordTypes: RecordTypes,
    private readonly ruleNames: RuleNames,
    private readonly dependants: Dependants,
    private readonly audit: AuditTrail,
    private readonly database: Database,
  ) {}

  async keepTerm(
    recordType: string,
    said: SaidTerm,
    by: Actor,
    earlier?: Earlier,
  ): Promise<Result<NameVersion, GlossaryRefusal>> {
    const stored = await this.recordTypes.find(recordType);
    if (!stored) return fail({ kind: 'no-record-type' });
    const named = readNames(said, stored.recordType);
    const type = await this.ruleNames.described(stored.recordType, [said]);
    const condition = readTermCondition(said.condition, type);
    if (!named.ok || !condition.ok) return invalid(named, condition);
    const term = { ...named.value, condition: condition.value };
    return this.keep(recordType, { term }, by, earlier);
  }

  /** The entries are written before the version that names them, and taken back where it is refused. */
  async keepList(
    recordType: string,
    { format, field, anyCase = false, ...said }: SaidList,
    input: AsyncIterable<Uint8Array>,
    by: Actor,
    earlier?: Earlier,
  ): Promise<Result<KeptList, GlossaryRefusal>> {
    const stored = await this.recordTypes.find(recordType);
    if (!stored) return fail({ kind: 'no-record-type' });
    const named = readNames(said, stored.recordType);
    const madeFor = readListField(field, stored.recordType);
    if (!named.ok || !madeFor.ok) return invalid(named, madeFor);
    const read = await readEntries(input, { format, anyCase, hash: createHash('sha256') });
    if (!read.ok) return fail({ kind: 'unreadable', failure: read.error });
    const { table, ...counts } = read.value;
    const { size, sha256 } = table;
    const isShort = size <= MAX_INLINE_ENTRIES;
    const list = {
      ...named.value,
      ...madeFor.value,
      ...(anyCase && { anyCase }),
      size,
      sha256,
      ...(isShort && { values: [...entriesOf(table)] }),
    };
    if (!isShort) await this.entries.sweep();
    const entriesId = isShort ? undefined : await this.entries.write(entriesOf(table));
    const kept = await this.keep(recordType, { list, ...(entriesId !== undefined && { entriesId }) }, by, earlier);
    if (!kept.ok && entriesId !== undefined) await this.entries.remove(entriesId);
    return kept.ok ? ok({ version: kept.value, ...counts }) : kept;
  }

  /** Requests may not use it any longer. Refused while something that is in use stands on it. */
  async archive(recordType: string, id: string, by: Actor): Promise<Result<NameVersion, GlossaryRefusal>> {
    return this.database.write(async () => {
      const version = await this.names.find(recordType, id);
      if (!version) return fail({ kind: 'unknown' as const });
      const { name } = version.term ?? version.list;
      const rules = await this.usersOf(recordType, name);
      const terms = termsMadeWith(name, await this.names.current(recordType));
      if (rules.length + terms.length > 0) return fail({ kind: 'in-use' as const, rules, terms });
      if (!(await this.names.archive(id))) return fail({ kind: 'unknown' as const });
      await this.note(by, version, 'archived');
      return ok(version);
    });
  }

  /** The live rules that were made with a name. */
  async usersOf(recordType: string, name: string): Promise<readonly Dependant[]> {
    const key = nameKey(name);
    return (await this.dependants.of(recordType)).filter(({ names }) => names.some(used => nameKey(used) === key));
  }

  private async keep(
    recordType: string,
    meaning: Meaning,
    by: Actor,
    earlier?: Earlier,
  ): Promise<Result<NameVersion, GlossaryRefusal>> {
    const author = { id: by.id, name: by.name };
    const said = meaning.term ?? meaning.list;
    return this.database.write(async () => {
      const current = await this.names.current(recordType);
      const before = earlier && current.find(({ id }) => id === earlier.id);
      if (earlier && !before) return fail({ kind: 'unknown' });
      if (before && (before.term === undefined) !== (meaning.term === undefined)) return fail({ kind: 'other-kind' });
      if (before && nameKey((before.term ?? before.list).name) !== nameKey(said.name))
        return fail({ kind: 'other-name' });
      if (!before && current.length >= LIMITS.glossaryNames) return fail({ kind: 'full' });
      const taken = nameTaken(said, glossaryOf(current.filter(({ id }) => id !== before?.id)));
      if (taken !== undefined) return fail({ kind: 'taken', by: taken });
      const latest = before && (before.term ?? before.list).version;
      const kept =
        before && latest !== undefined
          ? await this.names.addVersion(before.id, earlier?.after ?? latest, meaning, author)
          : await this.names.add(recordType, meaning, author);
      if (!kept.ok)
        return fail(
          kept.error === 'taken'
            ? { kind: 'taken', by: said.name }
            : { kind: kept.error === 'gone' ? 'unknown' : 'stale' },
        );
      await this.note(by, kept.value, before ? 'changed' : 'defined');
      return kept;
    });
  }

  private async note(by: Actor, version: NameVersion, act: 'defined' | 'changed' | 'archived'): Promise<void> {
    const { id, recordType, term, list } = version;
    const type = term ? 'term' : 'list';
    const { name, version: number } = term ?? list;
    await this.audit.append(by, {
      action: `${type}-${act}`,
      subject: { type, id, version: number },
      recordType,
      detail: { name, ...(list && { size: list.size, sha256: list.sha256 }) },
    });
  }
}

function termsMadeWith(list: string, current: readonly NameVersion[]): readonly string[] {
  return current.flatMap(({ term }) => {
    const isMade =
      term && listReferencesIn(term.condition).some(({ reference }) => readListReference(reference)?.name === list);
    return isMade ? [term.name] : [];
  });
}

function invalid(...read: readonly Result<unknown, readonly Problem[]>[]): { ok: false; error: GlossaryRefusal } {
  return { ok: false, error: { kind: 'invalid', problems: read.flatMap(one => (one.ok ? [] : one.error)) } };
}
