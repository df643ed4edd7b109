import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';

import { type Actor, recordTypesOf } from '../auth/actor';
import { CurrentActor } from '../auth/actor.decorator';
import { May } from '../auth/may.decorator';
import { requireRight } from '../auth/require-right';
import type { Right } from '../auth/rights';
import { VERSION_NUMBER } from '../http/version-number';
import { paged } from '../http/paged';
import { HttpProblem } from '../http/problem';
import type { Page } from '../database/page';
import { ArchiveQuery, LanguageQuery, NewRuleRequest, NewVersionRequest, RuleListQuery } from './rules.dto';
import { type RuleRefusal, RulesService } from './rules.service';
import { type RuleSummary, type RuleVersion, RuleVersions } from './rule-versions';
import type { RuleVersionView } from './rule-view';
import { type RuleView, RuleViews } from './rule-views';

/** Whoever works with rules in any way may read them. */
export const READERS: readonly Right[] = ['see-samples', 'ask', 'review', 'activate', 'audit', 'apply'];

type RuleWithVersions = RuleView & {
  readonly versions: readonly Pick<RuleVersion, 'version' | 'state' | 'hash' | 'createdAt' | 'author'>[];
};

@ApiTags('rules')
@Controller('rules')
export class RulesController {
  constructor(
    private readonly rules: RulesService,
    private readonly versions: RuleVersions,
    private readonly views: RuleViews,
  ) {}

  @Post()
  @May('ask', { recordType: 'body.recordType' })
  @ApiOperation({ summary: 'Save a draft as the first version of a rule' })
  async add(@CurrentActor() actor: Actor, @Body() body: NewRuleRequest): Promise<RuleVersionView> {
    const added = await this.rules.add(actor, body);
    return added.ok ? this.views.one(added.value) : refuse(added.error, body.recordType);
  }

  @Get()
  @May(READERS, { scope: 'read' })
  @ApiOperation({ summary: 'The latest version of each rule, newest rule first' })
  async list(@CurrentActor() actor: Actor, @Query() query: RuleListQuery): Promise<Page<RuleView>> {
    const { state, recordType, language } = query;
    const allowed = recordTypesOf(actor, ...READERS);
    const recordTypes =
      recordType === undefined ? allowed : allowed === '*' || allowed.includes(recordType) ? [recordType] : [];
    const only = { ...(state && { state }), ...(recordTypes !== '*' && { recordTypes }) };
    const page = await paged('rules', query, at => this.versions.list({ ...only, ...at }));
    return { items: await this.views.summaries(page.items, language), next: page.next };
  }

  @Get(':id')
  @May(READERS, { scope: 'read' })
  @ApiOperation({ summary: 'One rule: its latest version and what versions there are' })
  async one(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Query() { language }: LanguageQuery,
  ): Promise<RuleWithVersions> {
    const summary = await this.find(actor, id, READERS);
    const [view] = await this.views.summaries([summary], language);
    const versions = await this.versions.versionsOf(id);
    return {
      ...(view as RuleView),
      versions: versions.map(({ version, state, hash, createdAt, author }) => ({
        version,
        state,
        hash,
        createdAt,
        author,
      })),
    };
  }

  @Get(':id/versions')
  @May(READERS, { scope: 'read' })
  @ApiOperation({ summary: 'Every version of a rule, newest first' })
  async allVersions(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Query() { language }: LanguageQuery,
  ): Promise<Page<RuleVersionView>> {
    await this.find(actor, id, READERS);
    return { items: await this.views.all(await this.versions.versionsOf(id), language), next: null };
  }

  @Get(':id/versions/:n')
  @May(READERS, { scope: 'read' })
  @ApiOperation({ summary: 'One version of a rule' })
  async version(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Param('n', VERSION_NUMBER) n: number,
    @Query() { language }: LanguageQuery,
  ): Promise<RuleVersionView> {
    await this.find(actor, id, READERS);
    const version = await this.versions.find(id, n);
    if (!version) throw noSuchVersion(id, n);
    return this.views.one(version, language);
  }

  @Post(':id/versions')
  @May('ask')
  @ApiOperation({ summary: 'Save a draft as the next version of a rule' })
  async addVersion(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() body: NewVersionRequest,
  ): Promise<RuleVersionView> {
    const summary = await this.find(actor, id, ['ask']);
    const { recordType } = summary.latest.rule;
    if (body.recordType !== undefined && body.recordType !== recordType)
      throw new HttpProblem(
        422,
        'other-record-type',
        `This rule is for ${recordType}; save a rule of its own for ${body.recordType}.`,
      );
    const added = await this.rules.addVersion(actor, summary, body, body.after ?? summary.latest.version);
    return added.ok ? this.views.one(added.value) : refuse(added.error, recordType);
  }

  @Delete(':id')
  @HttpCode(204)
  @May('manage-settings')
  @ApiOperation({ summary: 'Archive a rule that does not run; versions under way are named first' })
  async archive(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Query() { confirm }: ArchiveQuery,
  ): Promise<void> {
    const summary = await this.find(actor, id, ['manage-settings']);
    if (summary.activeVersion !== undefined) throw activeRule(summary.activeVersion);
    const underWay = (await this.versions.versionsOf(id)).filter(
      ({ state }) => state === 'in-review' || state === 'approved',
    );
    if (underWay.length > 0 && confirm !== 'true') {
      const dependants = underWay.map(({ version, state }) => ({ version, state }));
      throw new HttpProblem(
        409,
        'has-dependants',
        'Versions of this rule are in review or approved. Repeat with ?confirm=true to archive it all the same.',
        { dependants },
      );
    }
    const archived = await this.rules.archive(actor, summary);
    if (!archived.ok) throw archived.error === 'gone' ? noSuchRule(id) : activeRule(summary.latest.version);
  }

  private async find(actor: Actor, id: string, rights: readonly Right[]): Promise<RuleSummary> {
    return findRule(this.versions, actor, id, rights);
  }
}

/** The rule, where the actor has one of the rights for its record type. */
export async function findRule(
  versions: RuleVersions,
  actor: Actor,
  id: string,
  rights: readonly Right[],
): Promise<RuleSummary> {
  const summary = await versions.latest(id);
  if (!summary) throw noSuchRule(id);
  requireRight(actor, rights, summary.latest.rule.recordType);
  return summary;
}

export function noSuchVersion(id: string, version: number): HttpProblem {
  return new HttpProblem(
    404,
    'no-such-version',
    `Rule ${id} has no version ${version}. GET /rules/${id} lists those there are.`,
  );
}

function noSuchRule(id: string): HttpProblem {
  return new HttpProblem(404, 'no-such-rule', `There is no rule ${id}. GET /rules lists those there are.`);
}

function activeRule(version: number): HttpProblem {
  return new HttpProblem(409, 'wrong-state', `Version ${version} of this rule is active. Deactivate it first.`, {
    activeVersion: version,
  });
}

function refuse(refusal: RuleRefusal, recordType: string): never {
  switch (refusal.kind) {
    case 'no-record-type':
      throw new HttpProblem(
        404,
        'no-such-record-type',
        `There is no record type "${recordType}". Import records under that name first.`,
      );
    case 'invalid':
      throw new HttpProblem(
        422,
        'invalid-rule',
        'The rule did not pass the checks; "problems" says where and what to do.',
        { problems: refusal.problems },
      );
    case 'no-action':
      throw new HttpProblem(
        422,
        'no-action',
        'A draft without actions is a filter: it can be previewed but not saved as a rule. Add an action.',
      );
    case 'no-prompt':
      throw new HttpProblem(
        422,
        'no-such-prompt',
        'There is no such prompt. Leave "promptId" out, or give the one the translation came with.',
      );
    case 'other-record-type':
      throw new HttpProblem(
        422,
        'other-record-type',
        `The prompt asked about another record type than "${recordType}".`,
      );
    case 'stale':
      throw new HttpProblem(
        409,
        'stale-version',
        `Somebody saved version ${refusal.latest} or a later one meanwhile. Look at it, then save yours after it.`,
        { latest: refusal.latest },
      );
    case 'gone':
      throw new HttpProblem(404, 'no-such-rule', 'This rule was archived meanwhile.');
  }
}
