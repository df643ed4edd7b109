import { Injectable } from '@nestjs/common';

import { RecordTypes } from '../catalog/record-types';
import { GlossaryReader } from '../glossary/glossary-reader';
import { RuleNames } from '../glossary/rule-names';
import { type RuleVersionView, type ShownAgainst, viewVersion } from './rule-view';
import type { RuleSummary, RuleVersion } from './rule-versions';

export interface RuleView extends RuleVersionView {
  readonly activeVersion?: number;
}

/** Shows versions against what is known of their record types now; each record type is read once. */
@Injectable()
export class RuleViews {
  constructor(
    private readonly recordTypes: RecordTypes,
    private readonly names: RuleNames,
    private readonly glossary: GlossaryReader,
  ) {}

  async one(version: RuleVersion, language?: string): Promise<RuleVersionView> {
    return viewVersion(version, await this.against(version.rule.recordType, [version]), language);
  }

  async all(versions: readonly RuleVersion[], language?: string): Promise<readonly RuleVersionView[]> {
    const ofType = new Map<string, RuleVersion[]>();
    for (const version of versions) {
      const known = ofType.get(version.rule.recordType);
      if (known) known.push(version);
      else ofType.set(version.rule.recordType, [version]);
    }
    const found = await Promise.all(
      [...ofType].map(async ([name, rules]) => [name, await this.against(name, rules)] as const),
    );
    const against = new Map(found);
    return versions.map(version => viewVersion(version, against.get(version.rule.recordType), language));
  }

  async summaries(summaries: readonly RuleSummary[], language?: string): Promise<readonly RuleView[]> {
    const views = await this.all(
      summaries.map(({ latest }) => latest),
      language,
    );
    return summaries.map(({ activeVersion }, i) => ({
      ...(views[i] as RuleVersionView),
      ...(activeVersion !== undefined && { activeVersion }),
    }));
  }

  private async against(name: string, versions: readonly RuleVersion[]): Promise<ShownAgainst | undefined> {
    const stored = await this.recordTypes.find(name);
    if (!stored) return undefined;
    const rules = versions.map(({ rule }) => rule);
    const recordType = await this.names.described(stored.recordType, rules);
    return { recordType, glossary: (await this.glossary.current(name)).glossary };
  }
}
