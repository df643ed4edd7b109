import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';

import type { Actor } from '../auth/actor';
import { CurrentActor } from '../auth/actor.decorator';
import { May } from '../auth/may.decorator';
import { requireRight } from '../auth/require-right';
import type { Page } from '../database/page';
import { HttpProblem } from '../http/problem';
import { paged } from '../http/paged';
import { PageQuery } from '../http/page-query';
import { findRule, noSuchVersion, READERS } from '../rules/rules.controller';
import { RuleVersions } from '../rules/rule-versions';
import type { RuleVersionView } from '../rules/rule-view';
import { RuleViews } from '../rules/rule-views';
import { ActivationRequest } from './activation.dto';
import { type ActivationRefusal, ActivationService } from './activation.service';
import { type Activation, RuleSets, type StoredRuleSet } from './rule-sets';

@ApiTags('activation')
@Controller()
export class ActivationController {
  constructor(
    private readonly activations: ActivationService,
    private readonly ruleSets: RuleSets,
    private readonly views: RuleViews,
    private readonly versions: RuleVersions,
  ) {}

  @Post('rules/:id/activation')
  @HttpCode(200)
  @May('activate')
  @ApiOperation({
    summary: 'Make an approved version run in place of the one that does, or roll back to an earlier one',
  })
  async activate(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { version: n }: ActivationRequest,
  ): Promise<RuleVersionView> {
    await findRule(this.versions, actor, id, ['activate']);
    const version = await this.versions.find(id, n);
    if (!version) throw noSuchVersion(id, n);
    const activated = await this.activations.activate(actor, version);
    return activated.ok ? this.views.one(activated.value) : refuse(activated.error, version.rule.recordType);
  }

  @Delete('rules/:id/activation')
  @HttpCode(200)
  @May('activate')
  @ApiOperation({ summary: 'Stop the version that runs' })
  async retire(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<RuleVersionView> {
    const { latest } = await findRule(this.versions, actor, id, ['activate']);
    const { recordType } = latest.rule;
    const retired = await this.activations.retire(actor, id, recordType);
    return retired.ok ? this.views.one(retired.value) : refuse(retired.error, recordType);
  }

  @Get('record-types/:name/rule-sets')
  @May(READERS, { recordType: 'params.name', scope: 'read' })
  @ApiOperation({ summary: 'What ran when: every change of the running rule set, newest first' })
  async history(
    @CurrentActor() actor: Actor,
    @Param('name') name: string,
    @Query() query: PageQuery,
  ): Promise<Page<Activation>> {
    requireRight(actor, READERS, name);
    return paged(`rule-sets ${name}`, query, page => this.ruleSets.history(name, page));
  }

  @Get('rule-sets/:hash')
  @May(READERS, { scope: 'read' })
  @ApiOperation({ summary: 'A rule set that runs or ran: its versions in order, and the fields they read' })
  async one(@CurrentActor() actor: Actor, @Param('hash') hash: string): Promise<StoredRuleSet> {
    const found = await this.ruleSets.find(hash);
    if (!found) throw new HttpProblem(404, 'no-such-rule-set', `No rule set with the hash ${hash} ever ran here.`);
    requireRight(actor, READERS, found.recordType.name);
    return found;
  }
}

function refuse(refusal: ActivationRefusal, recordType: string): never {
  switch (refusal.kind) {
    case 'no-record-type':
      throw new HttpProblem(
        409,
        'no-such-record-type',
        `The record type "${recordType}" is archived. Import records under its name first.`,
      );
    case 'not-active':
      throw new HttpProblem(409, 'wrong-state', 'No version of this rule is active, so there is nothing to stop.');
    case 'invalid':
      throw new HttpProblem(
        422,
        'invalid-rule',
        'The fields changed since this version was saved and it no longer passes the checks. Save a corrected version.',
        { problems: refusal.problems },
      );
    case 'wrong-state':
    case 'no-action':
    case 'own-work':
    case 'stale-hash':
      throw new HttpProblem(409, refusal.kind, refusal.message);
  }
}
