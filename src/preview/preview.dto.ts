import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { MAX_PREVIEW_LIMIT } from '@lib/rules';
import { IsArray, IsDefined, IsInt, IsOptional, IsString, Length, Max, MaxLength, Min } from 'class-validator';
import { IsLanguage } from '../http/is-language';

export class PreviewRequest {
  @ApiProperty()
  @IsString()
  @Length(1, 100)
  recordType!: string;

  @ApiProperty({ description: 'JSON-Logic', type: Object })
  @IsDefined()
  condition!: unknown;

  @ApiPropertyOptional({ type: [Object], description: 'None: a filter' })
  @IsOptional()
  @IsArray()
  actions?: unknown[];

  @ApiPropertyOptional({ type: [Object], description: 'The terms and lists it was made with' })
  @IsOptional()
  @IsArray()
  glossary?: unknown[];

  @ApiPropertyOptional({
    minimum: 0,
    maximum: MAX_PREVIEW_LIMIT,
    default: 20,
    description: 'Records listed at most; counts are always complete',
  })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(MAX_PREVIEW_LIMIT)
  limit?: number;

  @ApiPropertyOptional({ description: 'ISO instant that counts as now' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  now?: string;

  @ApiPropertyOptional({ description: 'Language of the clauses (BCP 47)' })
  @IsOptional()
  @IsString()
  @MaxLength(35)
  @IsLanguage()
  language?: string;

  @ApiPropertyOptional({ description: 'May be given; does not matter here' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  name?: string;

  @ApiPropertyOptional({ description: 'May be given; does not matter here' })
  @IsOptional()
  @IsInt()
  priority?: number;
}
