import { Injectable } from '@nestjs/common';
import { activate, fail, ok, type Problem, type Refusal, type Result, retire, validateRule } from '@lib/rules';

import type { Actor } from '../auth/actor';
import { AuditTrail } from '../audit/audit-trail';
import { RecordTypes } from '../catalog/record-types';
import { Database } from '../database/database';
import { RuleNames } from '../glossary/rule-names';
import { type RuleVersion, RuleVersions } from '../rules/rule-versions';
import { standingOf } from '../rules/standing';
import { RuleSetKeeper } from './rule-set-keeper';

export type ActivationRefusal =
  | Refusal
  | { readonly kind: 'no-record-type' }
  | { readonly kind: 'not-active' }
  | { readonly kind: 'invalid'; readonly problems: readonly Problem[] };

/** Undoes the transaction when a step loses against another one made at the same time. */
class LostStep extends Error {}

/** Makes versions run and stops them. The version, the rule set it makes and the audit event are kept together or not at all. */
@Injectable()
export class ActivationService {
  constructor(
    private readonly versions: RuleVersions,
    private readonly ruleSets: RuleSetKeeper,
    private readonly recordTypes: RecordTypes,
    private readonly names: RuleNames,
    private readonly audit: AuditTrail,
    private readonly database: Database,
  ) {}

  async activate(actor: Actor, version: RuleVersion): Promise<Result<RuleVersion, ActivationRefusal>> {
    const step = activate(standingOf(version));
    if (!step.ok) return step;
    const stored = await this.recordTypes.find(version.rule.recordType);
    if (!stored) return fail({ kind: 'no-record-type' });
    const checked = validateRule(version.rule, await this.names.described(stored.recordType, [version.rule]));
    if (!checked.ok) return fail({ kind: 'invalid', problems: checked.error });
    return this.step(async () => {
      const running = (await this.versions.active(version.rule.recordType)).find(other => other.id === version.id);
      if (running) {
        await this.move(running, 'superseded');
        await this.note(actor, running, 'rule-superseded');
      }
      const active = await this.move(version, 'active');
      const action = version.state === 'approved' ? 'rule-activated' : 'rule-rolled-back';
      await this.note(actor, active, action, running && { superseded: running.version });
      const rule = { id: version.id, version: version.version };
      await this.ruleSets.keep(actor, stored.recordType, { act: 'activate', rule });
      return active;
    });
  }

  async retire(actor: Actor, id: string, recordTypeName: string): Promise<Result<RuleVersion, ActivationRefusal>> {
    const running = (await this.versions.active(recordTypeName)).find(other => other.id === id);
    if (!running) return fail({ kind: 'not-active' });
    const step = retire(standingOf(running));
    if (!step.ok) return step;
    const stored = await this.recordTypes.find(recordTypeName);
    return this.step(async () => {
      const retired = await this.move(running, 'retired');
      await this.note(actor, retired, 'rule-retired');
      const rule = { id, version: running.version };
      if (stored) await this.ruleSets.keep(actor, stored.recordType, { act: 'retire', rule });
      return retired;
    });
  }

  private async step(work: () => Promise<RuleVersion>): Promise<Result<RuleVersion, ActivationRefusal>> {
    try {
      return ok(await this.database.write(work));
    } catch (error) {
      if (!(error instanceof LostStep)) throw error;
      return fail({
        kind: 'wrong-state',
        message: 'Somebody else moved a version of this rule at the same time. Look again.',
      });
    }
  }

  private async move(
    { id, version, state }: RuleVersion,
    to: 'active' | 'superseded' | 'retired',
  ): Promise<RuleVersion> {
    const moved = await this.versions.move({ id, version, from: state, to });
    if (!moved.ok) throw new LostStep();
    return moved.value;
  }

  private async note(
    actor: Actor,
    { id, version, hash, rule }: RuleVersion,
    action: string,
    detail: { superseded: number } | undefined = undefined,
  ): Promise<void> {
    await this.audit.append(actor, {
      action,
      subject: { type: 'rule', id, version },
      recordType: rule.recordType,
      detail: { hash, ...detail },
    });
  }
}
