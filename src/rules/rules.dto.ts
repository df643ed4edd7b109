import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsArray, IsDefined, IsIn, IsInt, IsOptional, IsString, Length, Max, MaxLength, Min } from 'class-validator';

import { PageQuery } from '../http/page-query';
import { VERSION_STATES, type StoredVersionState } from './rule-versions';
import { IsLanguage } from '../http/is-language';

/** What a version says. Condition and actions are checked by the validator, which says where and what to do. */
class RuleContent {
  @ApiProperty({ maxLength: 200 })
  @IsString()
  @Length(1, 200)
  name!: string;

  @ApiProperty({ description: 'JSON-Logic', type: Object })
  @IsDefined()
  condition!: unknown;

  @ApiProperty({ type: [Object], description: 'At least one action' })
  @IsArray()
  actions!: unknown[];

  @ApiPropertyOptional({ default: 100, description: 'Lower runs first' })
  @IsOptional()
  @IsInt()
  @Min(-1_000_000)
  @Max(1_000_000)
  priority?: number;

  @ApiPropertyOptional({ description: 'The prompt it came from' })
  @IsOptional()
  @IsString()
  @MaxLength(36)
  promptId?: string;

  @ApiPropertyOptional({
    type: [Object],
    description: 'The terms and lists it was made with, as the translation gave them; part of the hash',
  })
  @IsOptional()
  @IsArray()
  glossary?: unknown[];
}

export class NewVersionRequest extends RuleContent {
  @ApiPropertyOptional({ description: 'Cannot change; may be repeated' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  recordType?: string;

  @ApiPropertyOptional({
    description: 'The latest version as the caller knows it; refused with 409 where there is a later one',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  after?: number;
}

export class NewRuleRequest extends RuleContent {
  @ApiProperty()
  @IsString()
  @Length(1, 100)
  recordType!: string;
}

export class RuleListQuery extends PageQuery {
  @ApiPropertyOptional({ enum: VERSION_STATES, description: 'State of the latest version' })
  @IsOptional()
  @IsIn(VERSION_STATES)
  state?: StoredVersionState;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(100)
  recordType?: string;

  @ApiPropertyOptional({ description: 'Language of the explanations (BCP 47)' })
  @IsOptional()
  @IsString()
  @MaxLength(35)
  @IsLanguage()
  language?: string;
}

export class LanguageQuery {
  @ApiPropertyOptional({ description: 'Language of the explanation (BCP 47)' })
  @IsOptional()
  @IsString()
  @MaxLength(35)
  @IsLanguage()
  language?: string;
}

export class ArchiveQuery {
  @ApiPropertyOptional({ description: 'Archive although there are dependants' })
  @IsOptional()
  @IsIn(['true', 'false'])
  confirm?: string;
}
