import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';

import { Database } from '../database/database';
import { type Page, pageOf, type PageRequest } from '../database/page';
import { Ids } from '../runtime/ids';
import { WallClock } from '../runtime/wall-clock';
import { ActivationRow, RuleSetRow } from './rule-set.entity';
import { type Activation, RuleSets, type StoredRuleSet } from './rule-sets';

@Injectable()
export class TypeormRuleSets extends RuleSets {
  constructor(
    private readonly database: Database,
    private readonly ids: Ids,
    private readonly clock: WallClock,
  ) {
    super();
  }

  async activate(
    { hash, recordType, entries }: Omit<StoredRuleSet, 'firstActiveAt'>,
    { act, rule, by }: Omit<Activation, 'id' | 'at' | 'ruleSet' | 'recordType'>,
  ): Promise<void> {
    const at = this.clock.now();
    await this.database.write(async manager => {
      if (!(await manager.existsBy(RuleSetRow, { hash }))) {
        // Names and lists belong to the versions; what is kept here is how records are read.
        const { glossary: _glossary, lists: _lists, ...read } = recordType;
        const fields = { ...read, fields: read.fields.map(({ profile: _profile, ...field }) => field) };
        await manager.insert(RuleSetRow, { hash, recordType: recordType.name, fields, entries, firstActiveAt: at });
      }
      await manager.insert(ActivationRow, {
        id: this.ids.next(),
        recordType: recordType.name,
        ruleSet: hash,
        act,
        ruleId: rule?.id ?? null,
        version: rule?.version ?? null,
        byId: by.id,
        byName: by.name,
        at,
      });
    });
  }

  async find(hash: string): Promise<StoredRuleSet | undefined> {
    const row = await this.database.read.findOneBy(RuleSetRow, { hash });
    return row ? toRuleSet(row) : undefined;
  }

  async running(recordType: string): Promise<StoredRuleSet | undefined> {
    const hash = await this.runningHash(recordType);
    return hash === undefined ? undefined : this.find(hash);
  }

  async runningHash(recordType: string): Promise<string | undefined> {
    const [last] = await this.database.read.find(ActivationRow, {
      where: { recordType },
      order: { id: 'DESC' },
      take: 1,
    });
    return last?.ruleSet;
  }

  async history(recordType: string, { limit, cursor }: PageRequest): Promise<Page<Activation>> {
    const rows = await this.database.read.find(ActivationRow, {
      where: { recordType, ...(cursor && { id: LessThan(cursor) }) },
      order: { id: 'DESC' },
      take: limit + 1,
    });
    return pageOf(rows, limit, row => row.id, toActivation);
  }
}

function toRuleSet(row: RuleSetRow): StoredRuleSet {
  return { hash: row.hash, recordType: row.fields, entries: row.entries, firstActiveAt: row.firstActiveAt };
}

function toActivation(row: ActivationRow): Activation {
  return {
    id: row.id,
    recordType: row.recordType,
    ruleSet: row.ruleSet,
    act: row.act as Activation['act'],
    ...(row.ruleId !== null && row.version !== null && { rule: { id: row.ruleId, version: row.version } }),
    by: { id: row.byId, name: row.byName },
    at: row.at,
  };
}
