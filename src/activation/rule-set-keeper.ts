import { Injectable } from '@nestjs/common';
import { compileRuleSet, type RecordType } from '@lib/rules';

import type { Actor } from '../auth/actor';
import { sha256 } from '../auth/secret';
import { AuditTrail } from '../audit/audit-trail';
import { RecordTypeWatch } from '../catalog/record-type-watch';
import { RuleNames } from '../glossary/rule-names';
import { RuleVersions } from '../rules/rule-versions';
import { validEntries } from '../rules/valid-entries';
import { type Activation, RuleSets } from './rule-sets';

type Act = Pick<Activation, 'act' | 'rule'>;

/**
 * Writes down which rule set runs, whenever that becomes another one: through a version that is activated or retired,
 * or through fields, which are part of what its hash covers. Call it inside the write that made the change.
 */
@Injectable()
export class RuleSetKeeper extends RecordTypeWatch {
  constructor(
    private readonly versions: RuleVersions,
    private readonly ruleSets: RuleSets,
    private readonly names: RuleNames,
    private readonly audit: AuditTrail,
  ) {
    super();
  }

  async keep(actor: Actor, recordType: RecordType, { act, rule }: Act): Promise<void> {
    const active = await this.versions.active(recordType.name);
    // Only its hash is wanted here, which the versions of lists are part of, and not what is on them.
    const described = await this.names.described(
      recordType,
      active.map(version => version.rule),
    );
    const entries = validEntries(active, described);
    const { hash, rules } = compileRuleSet(entries, described, sha256);
    if (act === 'fields') {
      // Rules that no longer pass stop the whole set, which therefore does not run; `POST /apply` names them.
      const isBroken = entries.length < active.length;
      if (isBroken || hash === (await this.ruleSets.runningHash(recordType.name))) return;
    }
    const hashes = new Map(entries.map(entry => [entry.id, entry.hash]));
    await this.ruleSets.activate(
      { hash, recordType, entries: rules.map(({ id, version }) => ({ id, version, hash: hashes.get(id) ?? '' })) },
      { act, ...(rule && { rule }), by: { id: actor.id, name: actor.name } },
    );
    await this.audit.append(actor, {
      action: 'rule-set-changed',
      subject: { type: 'rule-set', id: hash },
      recordType: recordType.name,
      detail: { rules: rules.length },
    });
  }

  async changed(recordType: RecordType, by: Actor): Promise<void> {
    const hasRun = (await this.ruleSets.runningHash(recordType.name)) !== undefined;
    if (hasRun) await this.keep(by, recordType, { act: 'fields' });
  }
}
