import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Preview } from '@lib/rules';

import type { Actor } from '../auth/actor';
import { CurrentActor } from '../auth/actor.decorator';
import { May } from '../auth/may.decorator';
import { requireRight } from '../auth/require-right';
import type { Right } from '../auth/rights';
import { Env } from '../config/env';
import { HttpProblem } from '../http/problem';
import { readNow } from '../http/read-now';
import { shownPreview } from '../rules/shown-preview';
import { WallClock } from '../runtime/wall-clock';
import { PreviewRequest } from './preview.dto';
import { PreviewService } from './preview.service';

const VIEWERS: readonly Right[] = ['ask', 'review', 'activate'];

@ApiTags('previews')
@Controller('previews')
export class PreviewController {
  constructor(
    private readonly previews: PreviewService,
    private readonly clock: WallClock,
    private readonly env: Env,
  ) {}

  @Post()
  @HttpCode(200)
  @May(VIEWERS, { recordType: 'body.recordType', scope: 'translate' })
  @ApiOperation({ summary: 'What a draft would do to the sample: counts, matches, near misses' })
  async preview(@CurrentActor() actor: Actor, @Body() body: PreviewRequest): Promise<Preview> {
    requireRight(actor, VIEWERS, body.recordType);
    const result = await this.previews.preview(body, this.clock.clock(this.env.timeZone, readNow(body.now)));
    if (result.ok) {
      const { preview, recordType, actions } = result.value;
      return shownPreview(preview, recordType, actor, actions);
    }
    switch (result.error.kind) {
      case 'no-record-type':
        throw new HttpProblem(
          404,
          'no-such-record-type',
          `There is no record type "${body.recordType}". Import records under that name first.`,
        );
      case 'invalid':
        throw new HttpProblem(
          422,
          'invalid-rule',
          'The draft did not pass the checks; "problems" says where and what to do.',
          { problems: result.error.problems },
        );
    }
  }
}
