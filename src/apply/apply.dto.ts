import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsArray, IsBoolean, IsIn, IsOptional, IsString, Length, MaxLength } from 'class-validator';

import { LIMITS } from '../config/limits';

/** What the streamed form takes in its query. */
export class ApplyQuery {
  @ApiPropertyOptional({ description: 'Streams only, where it is needed' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  recordType?: string;

  @ApiPropertyOptional({ enum: ['changes', 'records'], default: 'changes' })
  @IsOptional()
  @IsIn(['changes', 'records'])
  mode?: 'changes' | 'records';

  @ApiPropertyOptional({ description: 'Why each rule did or did not match' })
  @IsOptional()
  @IsBoolean()
  explain?: boolean;

  @ApiPropertyOptional({ description: 'ISO instant that counts as now' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  now?: string;

  @ApiPropertyOptional({ description: 'The hash of a rule set that ran before; default: the one running' })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  ruleSet?: string;
}

export class ApplyRequest {
  @ApiProperty()
  @IsString()
  @Length(1, 100)
  recordType!: string;

  @ApiProperty({
    type: [Object],
    description: `At most ${LIMITS.applyRecords}; more go as a stream (application/x-ndjson)`,
  })
  @IsArray()
  records!: unknown[];

  @ApiPropertyOptional({ description: 'Why each rule did or did not match' })
  @IsOptional()
  @IsBoolean()
  explain?: boolean;

  @ApiPropertyOptional({
    enum: ['changes', 'records'],
    default: 'changes',
    description: '`records`: each result carries the record as it came in, with the changes made in it',
  })
  @IsOptional()
  @IsIn(['changes', 'records'])
  mode?: 'changes' | 'records';

  @ApiPropertyOptional({ description: 'ISO instant that counts as now' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  now?: string;

  @ApiPropertyOptional({ description: 'The hash of a rule set that ran before; default: the one running' })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  ruleSet?: string;
}
