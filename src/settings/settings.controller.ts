import { Body, Controller, Get, Inject, Patch } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';

import type { Actor } from '../auth/actor';
import { CurrentActor } from '../auth/actor.decorator';
import { May } from '../auth/may.decorator';
import { HttpProblem } from '../http/problem';
import { SettingsService } from './settings.service';

@ApiTags('settings')
@Controller('settings')
export class SettingsController {
  constructor(@Inject(SettingsService) private readonly settings: SettingsService) {}

  @May('manage-settings')
  @Get()
  read() {
    return this.settings.view();
  }

  /** Per setting its new value; null forgets it. Secrets are never shown again. */
  @May('manage-settings')
  @ApiBody({ schema: { type: 'object', additionalProperties: true } })
  @Patch()
  async change(@Body() body: unknown, @CurrentActor() actor: Actor) {
    if (body === null || typeof body !== 'object' || Array.isArray(body))
      throw new HttpProblem(400, 'bad-request', 'The body must be a JSON object.');
    const changed = await this.settings.change(body as Record<string, unknown>, actor);
    if (!changed.ok)
      throw new HttpProblem(422, 'bad-setting', changed.error.map(problem => problem.message).join(' '), {
        problems: changed.error,
      });
    return this.settings.view();
  }
}
