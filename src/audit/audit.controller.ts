import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';

import { type Actor, recordTypesOf } from '../auth/actor';
import { CurrentActor } from '../auth/actor.decorator';
import { May } from '../auth/may.decorator';
import { paged } from '../http/paged';
import { PageQuery } from '../http/page-query';
import { AuditTrail } from './audit-trail';

export class AuditFilter extends PageQuery {
  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(60)
  actor?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(60)
  action?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(60)
  subjectType?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(200)
  subjectId?: string;
}

@ApiTags('audit')
@Controller('audit')
export class AuditController {
  constructor(@Inject(AuditTrail) private readonly trail: AuditTrail) {}

  @May('audit')
  @Get()
  list(@Query() filter: AuditFilter, @CurrentActor() actor: Actor) {
    const types = recordTypesOf(actor, 'audit');
    const { limit: _limit, cursor: _cursor, ...rest } = filter;
    const only = { ...rest, ...(types !== '*' && { recordTypes: types }) };
    return paged('audit', filter, page => this.trail.list({ ...only, ...page }));
  }
}
