import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

import { LIMITS } from '../config/limits';

/** `?limit=&cursor=` of every list; extend it for further filters. */
export class PageQuery {
  @ApiPropertyOptional({ minimum: 1, maximum: LIMITS.pageItems, default: 50 })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(LIMITS.pageItems)
  limit: number = 50;

  @ApiPropertyOptional({ description: '`next` of the page before' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  cursor?: string;
}
