import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { DataRecord } from '@lib/rules';

import type { Actor } from '../auth/actor';
import { VERSION_NUMBER } from '../http/version-number';
import { CurrentActor } from '../auth/actor.decorator';
import { May } from '../auth/may.decorator';
import type { Right } from '../auth/rights';
import { Env } from '../config/env';
import { HttpProblem } from '../http/problem';
import { findRule, noSuchVersion } from '../rules/rules.controller';
import { type RuleVersion, RuleVersions } from '../rules/rule-versions';
import type { RuleVersionView } from '../rules/rule-view';
import { RuleViews } from '../rules/rule-views';
import { recordsFor } from '../rules/shown-preview';
import { WallClock } from '../runtime/wall-clock';
import { DecisionRequest, ReviewQuery } from './review.dto';
import { type ReviewRefusal, ReviewService } from './review.service';
import { type ReviewView, ReviewViews } from './review-view';

const VIEWERS: readonly Right[] = ['review', 'ask', 'activate', 'audit'];

@ApiTags('review')
@Controller('rules/:id/versions/:n')
export class ReviewController {
  constructor(
    private readonly reviews: ReviewService,
    private readonly views: RuleViews,
    private readonly reviewViews: ReviewViews,
    private readonly versions: RuleVersions,
    private readonly clock: WallClock,
    private readonly env: Env,
  ) {}

  @Post('submission')
  @HttpCode(200)
  @May('ask')
  @ApiOperation({ summary: 'Send a draft for review' })
  async submit(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Param('n', VERSION_NUMBER) n: number,
  ): Promise<RuleVersionView> {
    const version = await this.find(actor, id, n, ['ask']);
    const submitted = await this.reviews.submit(actor, version);
    return submitted.ok ? this.views.one(submitted.value) : refuse(submitted.error, version);
  }

  @Post('decision')
  @HttpCode(200)
  @May('review')
  @ApiOperation({ summary: 'Approve or reject exactly the version that was looked at' })
  async decide(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Param('n', VERSION_NUMBER) n: number,
    @Body() body: DecisionRequest,
  ): Promise<RuleVersionView> {
    const version = await this.find(actor, id, n, ['review']);
    const decided = await this.reviews.decide(actor, version, body);
    return decided.ok ? this.views.one(decided.value) : refuse(decided.error, version);
  }

  @Get('review')
  @May(VIEWERS)
  @ApiOperation({
    summary:
      'What a reviewer needs: the request, the rule, what it changes against the running version, and what it collides with',
  })
  async review(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Param('n', VERSION_NUMBER) n: number,
    @Query() query: ReviewQuery,
  ): Promise<ReviewView> {
    const version = await this.find(actor, id, n, VIEWERS);
    const { view, recordType } = await this.reviewViews.of(version, this.clock.clock(this.env.timeZone), query);
    if (!view.impact || !recordType) return view;
    const show = recordsFor(actor, recordType);
    const { gained, lost, kept, different } = view.impact.examples;
    const shown = (records: readonly DataRecord[]): readonly DataRecord[] => (show ? records.map(show) : []);
    return {
      ...view,
      impact: {
        ...view.impact,
        examples: { gained: shown(gained), lost: shown(lost), kept: shown(kept), different: shown(different) },
      },
    };
  }

  private async find(actor: Actor, id: string, n: number, rights: readonly Right[]): Promise<RuleVersion> {
    await findRule(this.versions, actor, id, rights);
    const version = await this.versions.find(id, n);
    if (!version) throw noSuchVersion(id, n);
    return version;
  }
}

function refuse(refusal: ReviewRefusal, version: RuleVersion): never {
  switch (refusal.kind) {
    case 'wrong-state':
      throw new HttpProblem(409, 'wrong-state', refusal.message, { state: version.state });
    case 'stale-hash':
      throw new HttpProblem(409, 'stale-hash', `${refusal.message} Its hash is ${version.hash}.`, {
        hash: version.hash,
      });
    case 'own-work':
      throw new HttpProblem(403, 'own-work', `${refusal.message} Somebody else with the right "review" must do it.`, {
        contributors: version.contributors,
      });
    case 'no-action':
      throw new HttpProblem(422, 'no-action', refusal.message);
    case 'invalid':
      throw new HttpProblem(
        422,
        'invalid-rule',
        'The fields changed since this version was saved and it no longer passes the checks. Save a corrected version.',
        { problems: refusal.problems },
      );
  }
}
