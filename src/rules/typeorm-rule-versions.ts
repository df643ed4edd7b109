import { Injectable } from '@nestjs/common';
import { fail, ok, type Result } from '@lib/rules';
import { In, IsNull } from 'typeorm';

import { Database } from '../database/database';
import { isDuplicate } from '../database/database-failure';
import { type Page, pageOf } from '../database/page';
import { Ids } from '../runtime/ids';
import { WallClock } from '../runtime/wall-clock';
import { DecisionRow } from './decision.entity';
import { toVersion } from './rule-version.mapper';
import { RuleRow } from './rule.entity';
import { RuleVersionRow } from './rule-version.entity';
import {
  type Decision,
  type NewRuleVersion,
  type RuleQuery,
  type RuleSummary,
  type RuleVersion,
  RuleVersions,
  type StoredVersionState,
  type VersionMove,
} from './rule-versions';

const LIVE: readonly StoredVersionState[] = ['in-review', 'approved', 'active'];

@Injectable()
export class TypeormRuleVersions extends RuleVersions {
  constructor(
    private readonly database: Database,
    private readonly ids: Ids,
    private readonly clock: WallClock,
  ) {
    super();
  }

  async add(fresh: NewRuleVersion): Promise<RuleVersion> {
    const row = this.rowOf(this.ids.next(), 1, fresh);
    await this.database.write(async manager => {
      await manager.insert(RuleRow, {
        id: row.ruleId,
        recordType: row.recordType,
        latestVersion: 1,
        latestState: 'draft',
        activeVersion: null,
        createdAt: row.createdAt,
        archivedAt: null,
      });
      await manager.insert(RuleVersionRow, row as never);
    });
    return toVersion(row);
  }

  async addVersion(id: string, after: number, fresh: NewRuleVersion): Promise<Result<RuleVersion, 'stale' | 'gone'>> {
    try {
      return await this.database.write(async manager => {
        const { affected } = await manager.update(
          RuleRow,
          { id, latestVersion: after, archivedAt: IsNull() },
          { latestVersion: after + 1, latestState: 'draft' },
        );
        if (affected !== 1)
          return fail((await manager.existsBy(RuleRow, { id, archivedAt: IsNull() })) ? 'stale' : 'gone');
        const row = this.rowOf(id, after + 1, fresh);
        await manager.insert(RuleVersionRow, row as never);
        return ok(toVersion(row));
      });
    } catch (error) {
      if (isDuplicate(error)) return fail('stale');
      throw error;
    }
  }

  async find(id: string, version: number): Promise<RuleVersion | undefined> {
    const row = await this.database.read.findOneBy(RuleVersionRow, { ruleId: id, version });
    return row ? (await this.withDecisions([row]))[0] : undefined;
  }

  async latest(id: string): Promise<RuleSummary | undefined> {
    const rule = await this.database.read.findOneBy(RuleRow, { id, archivedAt: IsNull() });
    return rule ? (await this.summaries([rule]))[0] : undefined;
  }

  async versionsOf(id: string): Promise<readonly RuleVersion[]> {
    return this.withDecisions(
      await this.database.read.find(RuleVersionRow, { where: { ruleId: id }, order: { version: 'DESC' } }),
    );
  }

  async list({ limit, cursor, state, recordTypes }: RuleQuery): Promise<Page<RuleSummary>> {
    if (recordTypes?.length === 0) return { items: [], next: null };
    const query = this.database.read
      .createQueryBuilder(RuleRow, 'rule')
      .where('rule.archivedAt IS NULL')
      .orderBy('rule.id', 'DESC')
      .limit(limit + 1);
    if (cursor) query.andWhere('rule.id < :cursor', { cursor });
    if (state) query.andWhere('rule.latestState = :state', { state });
    if (recordTypes) query.andWhere('rule.recordType IN (:...recordTypes)', { recordTypes });
    const { items, next } = pageOf(
      await query.getMany(),
      limit,
      row => row.id,
      row => row,
    );
    return { items: await this.summaries(items), next };
  }

  async active(recordType: string): Promise<readonly RuleVersion[]> {
    return this.withDecisions(await this.database.read.findBy(RuleVersionRow, { recordType, state: 'active' }));
  }

  async live(recordType: string): Promise<readonly RuleVersion[]> {
    const versions = await this.withDecisions(
      await this.database.read.findBy(RuleVersionRow, { recordType, state: In(LIVE) }),
    );
    const rules = await this.database.read.findBy(RuleRow, { recordType, archivedAt: IsNull() });
    const kept = new Set(rules.map(rule => rule.id));
    return versions.filter(version => kept.has(version.id));
  }

  async move({ id, version, from, to }: VersionMove): Promise<Result<RuleVersion, 'stale'>> {
    const now = this.clock.now();
    return this.database.write(async manager => {
      const stamp = {
        ...(to === 'in-review' && { submittedAt: now }),
        ...(to === 'active' && { activatedAt: now }),
        ...((to === 'retired' || to === 'superseded') && { retiredAt: now }),
      };
      const { affected } = await manager.update(
        RuleVersionRow,
        { ruleId: id, version, state: from },
        { state: to, ...stamp },
      );
      if (affected !== 1) return fail('stale');
      await manager.update(RuleRow, { id, latestVersion: version }, { latestState: to });
      if (to === 'active') {
        // Nobody else may have become active meanwhile: then this is no longer what was asked for.
        const taken = await manager.update(
          RuleRow,
          { id, activeVersion: IsNull(), archivedAt: IsNull() },
          { activeVersion: version },
        );
        if (taken.affected !== 1)
          throw new Error('Supersede or retire the active version before another becomes active.');
      }
      if (from === 'active') await manager.update(RuleRow, { id, activeVersion: version }, { activeVersion: null });
      const moved = await this.find(id, version);
      return moved ? ok(moved) : fail('stale');
    });
  }

  async decide(id: string, version: number, decision: Omit<Decision, 'at'>): Promise<Result<RuleVersion, 'stale'>> {
    const state: StoredVersionState = decision.decision === 'approve' ? 'approved' : 'rejected';
    try {
      return await this.database.write(async manager => {
        const { affected } = await manager.update(
          RuleVersionRow,
          { ruleId: id, version, state: 'in-review', hash: decision.hash },
          { state },
        );
        if (affected !== 1) return fail('stale');
        await manager.update(RuleRow, { id, latestVersion: version }, { latestState: state });
        await manager.insert(DecisionRow, {
          id: this.ids.next(),
          ruleId: id,
          version,
          decision: decision.decision,
          hash: decision.hash,
          byId: decision.by.id,
          byName: decision.by.name,
          at: this.clock.now(),
          comment: decision.comment ?? null,
        });
        const decided = await this.find(id, version);
        return decided ? ok(decided) : fail('stale');
      });
    } catch (error) {
      if (isDuplicate(error)) return fail('stale');
      throw error;
    }
  }

  async archive(id: string): Promise<Result<void, 'gone' | 'active'>> {
    return this.database.write(async manager => {
      const { affected } = await manager.update(
        RuleRow,
        { id, activeVersion: IsNull(), archivedAt: IsNull() },
        { archivedAt: this.clock.now() },
      );
      if (affected === 1) return ok(undefined);
      return fail((await manager.existsBy(RuleRow, { id, archivedAt: IsNull() })) ? 'active' : 'gone');
    });
  }

  private rowOf(ruleId: string, version: number, fresh: NewRuleVersion): RuleVersionRow {
    return {
      id: this.ids.next(),
      ruleId,
      version,
      recordType: fresh.rule.recordType,
      state: 'draft',
      hash: fresh.hash,
      rule: fresh.rule,
      authorId: fresh.author.id,
      authorName: fresh.author.name,
      contributors: fresh.contributors,
      promptId: fresh.promptId ?? null,
      createdAt: this.clock.now(),
      submittedAt: null,
      activatedAt: null,
      retiredAt: null,
    };
  }

  private async summaries(rules: readonly RuleRow[]): Promise<readonly RuleSummary[]> {
    if (rules.length === 0) return [];
    const query = this.database.read
      .createQueryBuilder(RuleVersionRow, 'version')
      .innerJoin(RuleRow, 'rule', 'rule.id = version.ruleId AND rule.latestVersion = version.version')
      .where('version.ruleId IN (:...ids)', { ids: rules.map(rule => rule.id) });
    const latest = new Map((await this.withDecisions(await query.getMany())).map(version => [version.id, version]));
    return rules.flatMap(({ id, activeVersion }) => {
      const version = latest.get(id);
      return version ? [{ latest: version, ...(activeVersion !== null && { activeVersion }) }] : [];
    });
  }

  private async withDecisions(rows: readonly RuleVersionRow[]): Promise<readonly RuleVersion[]> {
    if (rows.length === 0) return [];
    const ruleIds = [...new Set(rows.map(row => row.ruleId))];
    const decisions = new Map<string, DecisionRow>();
    // SQL Server takes at most 2,100 parameters.
    for (let at = 0; at < ruleIds.length; at += 1000) {
      const found = await this.database.read.findBy(DecisionRow, { ruleId: In(ruleIds.slice(at, at + 1000)) });
      for (const decision of found) decisions.set(`${decision.ruleId} ${decision.version}`, decision);
    }
    return rows.map(row => toVersion(row, decisions.get(`${row.ruleId} ${row.version}`)));
  }
}
