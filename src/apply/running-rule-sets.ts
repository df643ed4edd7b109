import { Injectable } from '@nestjs/common';
import { fail, ok, type RecordType, type Result, type RuleSetEntry } from '@lib/rules';

import { RuleSets } from '../activation/rule-sets';
import { SYSTEM } from '../auth/actor';
import { RecordTypes } from '../catalog/record-types';
import { RuleNames } from '../glossary/rule-names';
import { type RuleVersion, RuleVersions } from '../rules/rule-versions';
import { validEntries } from '../rules/valid-entries';
import { runRuleSet, type RunningRuleSet } from './running-rule-set';

const KEPT = 16;

/** `broken`: these active versions no longer pass the checks; running the rest would silently be another rule set. */
export type RuleSetRefusal =
  | { readonly kind: 'no-record-type' | 'rule-set-gone' }
  | {
      readonly kind: 'rule-set-broken';
      readonly rules: readonly { readonly id: string; readonly version: number; readonly name: string }[];
    };

type Found = Result<RunningRuleSet, RuleSetRefusal>;

/** Rule sets ready to run: compiled once per hash, the running one looked up anew for every call. */
@Injectable()
export class RunningRuleSets {
  private readonly compiled = new Map<string, Promise<Found>>();

  constructor(
    private readonly recordTypes: RecordTypes,
    private readonly versions: RuleVersions,
    private readonly ruleSets: RuleSets,
    private readonly names: RuleNames,
  ) {}

  async find(recordType: string, hash?: string): Promise<Found> {
    if (hash !== undefined)
      return this.once(
        () => `${recordType} ${hash}`,
        hash,
        () => this.named(recordType, hash),
      );
    const stored = await this.recordTypes.find(recordType);
    if (!stored) return fail({ kind: 'no-record-type' });
    const running = await this.ruleSets.runningHash(recordType);
    return this.once(
      of => `${recordType} ${of} at version ${stored.version}`,
      running ?? 'none',
      () => this.running(stored.recordType, running),
    );
  }

  /** What runs is what is active now, read through the fields as they are now; a hash that is new is kept so that it can be named again. */
  private async running(fields: RecordType, known: string | undefined): Promise<Found> {
    const active = await this.versions.active(fields.name);
    const recordType = await this.withNames(fields, active);
    const entries = validEntries(active, recordType);
    if (entries.length < active.length) return fail({ kind: 'rule-set-broken', rules: brokenIn(active, entries) });
    const found = runRuleSet({ entries, recordType });
    const { hash, rules } = found.ruleSet;
    if (hash !== known) {
      const hashes = new Map(entries.map(entry => [entry.id, entry.hash]));
      const kept = rules.map(({ id, version }) => ({ id, version, hash: hashes.get(id) ?? '' }));
      await this.ruleSets.activate(
        { hash, recordType, entries: kept },
        { act: 'fields', by: { id: SYSTEM.id, name: SYSTEM.name } },
      );
    }
    return ok(found);
  }

  private async named(recordType: string, hash: string): Promise<Found> {
    const stored = await this.ruleSets.find(hash);
    if (!stored || stored.recordType.name !== recordType) return fail({ kind: 'rule-set-gone' });
    const versions: RuleVersion[] = [];
    for (const { id, version } of stored.entries) {
      const found = await this.versions.find(id, version);
      if (!found) return fail({ kind: 'rule-set-gone' });
      versions.push(found);
    }
    const named = await this.withNames(stored.recordType, versions);
    const found = runRuleSet({ entries: validEntries(versions, named), recordType: named });
    // Another hash means that this release gives the rules another meaning than the one that was named.
    return found.ruleSet.hash === hash ? ok(found) : fail({ kind: 'rule-set-gone' });
  }

  /** The record type with the lists that these versions look values up in, each in memory once. */
  private withNames(recordType: RecordType, versions: readonly RuleVersion[]): Promise<RecordType> {
    return this.names.withEntries(
      recordType,
      versions.map(({ rule }) => rule),
    );
  }

  private once(keyOf: (hash: string) => string, hash: string, make: () => Promise<Found>): Promise<Found> {
    const key = keyOf(hash);
    const known = this.compiled.get(key);
    if (known) return known;
    const making = make();
    this.keep(key, making);
    // What was not found may come to be, and a database that failed may come back.
    const forget = (): void => void this.compiled.delete(key);
    making.then(found => {
      if (found.ok && found.value.ruleSet.hash === hash) return;
      forget();
      // Another became active between the two looks: it is kept under its own hash.
      if (found.ok) this.keep(keyOf(found.value.ruleSet.hash), making);
    }, forget);
    return making;
  }

  private keep(key: string, found: Promise<Found>): void {
    this.compiled.set(key, found);
    const [oldest] = this.compiled.keys();
    if (this.compiled.size > KEPT && oldest !== undefined) this.compiled.delete(oldest);
  }
}

function brokenIn(
  active: readonly RuleVersion[],
  entries: readonly RuleSetEntry[],
): readonly { id: string; version: number; name: string }[] {
  const valid = new Set(entries.map(entry => entry.id));
  return active.filter(({ id }) => !valid.has(id)).map(({ id, version, rule }) => ({ id, version, name: rule.name }));
}
