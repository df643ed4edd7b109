import { Injectable } from '@nestjs/common';
import {
  DEFAULT_PRIORITY,
  fail,
  hashRule,
  ok,
  validateRule,
  type Problem,
  type Result,
  type CompleteRule,
} from '@lib/rules';

import type { Actor } from '../auth/actor';
import { sha256 } from '../auth/secret';
import { AuditTrail } from '../audit/audit-trail';
import { RecordTypes } from '../catalog/record-types';
import { Database } from '../database/database';
import { RuleNames } from '../glossary/rule-names';
import { Origins } from './origins';
import { type NewRuleVersion, type Person, type RuleSummary, type RuleVersion, RuleVersions } from './rule-versions';

export interface NewRule {
  readonly recordType: string;
  readonly name: string;
  readonly condition: unknown;
  readonly actions: readonly unknown[];
  readonly priority?: number;
  readonly promptId?: string;
  /** The names it was made with, as they were then. */
  readonly glossary?: unknown;
}

export type RuleRefusal =
  | { readonly kind: 'no-record-type' | 'no-action' | 'no-prompt' | 'gone' | 'other-record-type' }
  | { readonly kind: 'stale'; readonly latest: number }
  | { readonly kind: 'invalid'; readonly problems: readonly Problem[] };

/** Keeps what rules say. A version that is kept has passed every check and is never changed again. */
@Injectable()
export class RulesService {
  constructor(
    private readonly versions: RuleVersions,
    private readonly recordTypes: RecordTypes,
    private readonly names: RuleNames,
    private readonly origins: Origins,
    private readonly audit: AuditTrail,
    private readonly database: Database,
  ) {}

  async add(actor: Actor, draft: NewRule): Promise<Result<RuleVersion, RuleRefusal>> {
    const checked = await this.check(actor, draft);
    if (!checked.ok) return checked;
    const version = await this.database.write(async () => {
      const added = await this.versions.add(checked.value);
      await this.kept(actor, added, 'rule-created');
      return added;
    });
    return ok(version);
  }

  async addVersion(
    actor: Actor,
    summary: RuleSummary,
    draft: Omit<NewRule, 'recordType'>,
    after: number,
  ): Promise<Result<RuleVersion, RuleRefusal>> {
    const { latest } = summary;
    const checked = await this.check(actor, { ...draft, recordType: latest.rule.recordType }, unseen(latest));
    if (!checked.ok) return checked;
    return this.database.write(async () => {
      const added = await this.versions.addVersion(latest.id, after, checked.value);
      if (!added.ok)
        return added.error === 'gone' ? fail({ kind: 'gone' }) : fail({ kind: 'stale', latest: latest.version });
      await this.kept(actor, added.value, 'rule-version-created');
      return added;
    });
  }

  async archive(actor: Actor, { latest }: RuleSummary): Promise<Result<void, 'gone' | 'active'>> {
    return this.database.write(async () => {
      const archived = await this.versions.archive(latest.id);
      if (archived.ok)
        await this.audit.append(actor, {
          action: 'rule-archived',
          subject: { type: 'rule', id: latest.id },
          recordType: latest.rule.recordType,
        });
      return archived;
    });
  }

  private async check(
    actor: Actor,
    draft: NewRule,
    earlier: readonly Person[] = [],
  ): Promise<Result<NewRuleVersion, RuleRefusal>> {
    const stored = await this.recordTypes.find(draft.recordType);
    if (!stored) return fail({ kind: 'no-record-type' });
    const { promptId, recordType, name, condition, actions, priority = DEFAULT_PRIORITY, glossary } = draft;
    const said = { recordType, name: name.trim(), condition, actions, priority, glossary };
    const validation = validateRule(said, await this.names.described(stored.recordType, [draft]));
    if (!validation.ok) return fail({ kind: 'invalid', problems: validation.error });
    if (validation.value.actions.length === 0) return fail({ kind: 'no-action' });
    const origin = promptId === undefined ? undefined : await this.origins.find(promptId);
    if (promptId !== undefined && !origin) return fail({ kind: 'no-prompt' });
    if (origin && origin.recordType !== recordType) return fail({ kind: 'other-record-type' });
    const author: Person = { id: actor.id, name: actor.name };
    const rule = contentOf(validation.value);
    return ok({
      rule,
      hash: hashRule(rule, sha256),
      author,
      contributors: distinct([author, ...(origin ? [origin.by] : []), ...earlier]),
      ...(promptId !== undefined && { promptId }),
    });
  }

  private async kept(actor: Actor, version: RuleVersion, action: string): Promise<void> {
    const { id, version: number, hash, rule, promptId } = version;
    if (promptId !== undefined) await this.origins.saved(promptId, id, number);
    await this.audit.append(actor, {
      action,
      subject: { type: 'rule', id, version: number },
      recordType: rule.recordType,
      detail: { hash, ...(promptId !== undefined && { promptId }) },
    });
  }
}

/** Who wrote what nobody else has approved yet: it lives on in the next version, so they may not approve that one either. */
function unseen(latest: RuleVersion): readonly Person[] {
  return latest.state === 'draft' || latest.state === 'in-review' || latest.state === 'rejected'
    ? latest.contributors
    : [];
}

function contentOf({ recordType, name, condition, actions, priority, glossary }: CompleteRule): CompleteRule {
  return { recordType, name, condition, actions, priority, ...(glossary && { glossary }) };
}

function distinct(people: readonly Person[]): readonly Person[] {
  return [...new Map(people.map(person => [person.id, person])).values()];
}
