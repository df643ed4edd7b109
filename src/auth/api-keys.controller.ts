import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { OneTimeAnswer } from '../http/one-time-answer.decorator';
import { paged } from '../http/paged';
import { PageQuery } from '../http/page-query';
import { instantOf } from '../http/read-now';
import { HttpProblem } from '../http/problem';
import type { Actor } from './actor';
import { CurrentActor } from './actor.decorator';
import { type ApiKey, ApiKeys } from './api-keys';
import { CreateApiKey } from './api-keys.dto';
import { ApiKeysService } from './api-keys.service';
import { May } from './may.decorator';

@ApiTags('API keys')
@Controller('api-keys')
export class ApiKeysController {
  constructor(
    @Inject(ApiKeys) private readonly keys: ApiKeys,
    @Inject(ApiKeysService) private readonly service: ApiKeysService,
  ) {}

  @May('manage-people')
  @Get()
  async list(@Query() query: PageQuery) {
    const { items, next } = await paged('api-keys', query, page => this.keys.list(page));
    return { items: items.map(view), next };
  }

  /** The key is in this answer and never shown again. */
  @May('manage-people')
  @OneTimeAnswer()
  @Post()
  async create(@Body() body: CreateApiKey, @CurrentActor() actor: Actor) {
    const { expiresAt, ...rest } = body;
    const expiry = expiresAt !== undefined && { expiresAt: instantOf(expiresAt, 'expiresAt', 'bad-expiry') };
    const made = await this.service.create({ ...rest, ...expiry }, actor);
    if (!made.ok) throw new HttpProblem(422, 'bad-expiry', 'This key would be past already: "expiresAt" lies ahead.');
    const { key, apiKey } = made.value;
    return { ...view(apiKey), key };
  }

  @May('manage-people')
  @Delete(':id')
  @HttpCode(204)
  async revoke(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<void> {
    if (await this.service.revoke(id, actor)) return;
    throw new HttpProblem(404, 'not-found', 'There is no such API key, or it has been revoked before.');
  }
}

function view({ signature: _, ...key }: ApiKey) {
  return key;
}
