import { Injectable } from '@nestjs/common';
import { decide, fail, type Refusal, type Result, submit, validateRule, type Problem } from '@lib/rules';

import type { Actor } from '../auth/actor';
import { AuditTrail } from '../audit/audit-trail';
import { RecordTypes } from '../catalog/record-types';
import { Database } from '../database/database';
import { RuleNames } from '../glossary/rule-names';
import { type RuleVersion, RuleVersions } from '../rules/rule-versions';
import { standingOf } from '../rules/standing';

export type ReviewRefusal = Refusal | { readonly kind: 'invalid'; readonly problems: readonly Problem[] };

export interface DecisionMade {
  readonly decision: 'approve' | 'reject';
  readonly hash: string;
  readonly comment?: string;
}

/** Moves versions to the reviewers and their decisions back. What counts is what the tables say when the move is made. */
@Injectable()
export class ReviewService {
  constructor(
    private readonly versions: RuleVersions,
    private readonly recordTypes: RecordTypes,
    private readonly names: RuleNames,
    private readonly audit: AuditTrail,
    private readonly database: Database,
  ) {}

  async submit(actor: Actor, version: RuleVersion): Promise<Result<RuleVersion, ReviewRefusal>> {
    const step = submit(standingOf(version));
    if (!step.ok) return step;
    const stored = await this.recordTypes.find(version.rule.recordType);
    const checked = stored && validateRule(version.rule, await this.names.described(stored.recordType, [version.rule]));
    if (checked && !checked.ok) return fail({ kind: 'invalid', problems: checked.error });
    const moved = await this.database.write(async () => {
      const result = await this.versions.move({
        id: version.id,
        version: version.version,
        from: 'draft',
        to: 'in-review',
      });
      if (result.ok) await this.note(actor, result.value, 'rule-submitted');
      return result;
    });
    return moved.ok ? moved : this.lost(version, current => submit(standingOf(current)));
  }

  async decide(actor: Actor, version: RuleVersion, made: DecisionMade): Promise<Result<RuleVersion, ReviewRefusal>> {
    const step = decide(standingOf(version), { ...made, by: actor.id });
    if (!step.ok) return step;
    const decided = await this.database.write(async () => {
      const result = await this.versions.decide(version.id, version.version, {
        ...made,
        by: { id: actor.id, name: actor.name },
      });
      if (result.ok)
        await this.note(actor, result.value, made.decision === 'approve' ? 'rule-approved' : 'rule-rejected');
      return result;
    });
    return decided.ok ? decided : this.lost(version, current => decide(standingOf(current), { ...made, by: actor.id }));
  }

  /** Somebody else was faster: what they did to the version says why this move is no longer possible. */
  private async lost(
    version: RuleVersion,
    retry: (current: RuleVersion) => Result<unknown, Refusal>,
  ): Promise<Result<RuleVersion, ReviewRefusal>> {
    const current = await this.versions.find(version.id, version.version);
    const again = retry(current ?? version);
    return again.ok
      ? fail({ kind: 'wrong-state', message: 'Somebody else moved this version at the same time. Look again.' })
      : again;
  }

  private async note(actor: Actor, { id, version, hash, rule, decision }: RuleVersion, action: string): Promise<void> {
    await this.audit.append(actor, {
      action,
      subject: { type: 'rule', id, version },
      recordType: rule.recordType,
      detail: decision?.comment === undefined ? { hash } : { hash, comment: decision.comment },
    });
  }
}
