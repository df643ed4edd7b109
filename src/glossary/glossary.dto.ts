import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { MAX_ENTRY_LENGTH } from '@lib/records';
import { IsArray, IsBoolean, IsDefined, IsInt, IsOptional, IsString, Length, MaxLength, Min } from 'class-validator';

import { LIMITS } from '../config/limits';
import { PageQuery } from '../http/page-query';
import { MAX_ALIASES, MAX_NAME_LENGTH } from './name-meaning';
import { IsLanguage } from '../http/is-language';

const MAX_DESCRIPTION = 4_000;

/** A term as it is defined; the condition is checked by the validator, which says where and what to do. */
export class NewTermRequest {
  @ApiProperty({ maxLength: MAX_NAME_LENGTH, example: 'VIP customer' })
  @IsString()
  @Length(1, MAX_NAME_LENGTH)
  name!: string;

  @ApiPropertyOptional({
    type: [String],
    description: `What else it is called, in any language; at most ${MAX_ALIASES}`,
  })
  @IsOptional()
  @IsArray()
  aliases?: unknown[];

  @ApiPropertyOptional({ maxLength: MAX_DESCRIPTION, description: 'The words it was defined in, or what it is for' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_DESCRIPTION)
  description?: string;

  @ApiProperty({ type: Object, description: 'JSON-Logic, as `POST …/glossary/drafts` shows it or written by hand' })
  @IsDefined()
  condition!: unknown;
}

export class NewTermVersionRequest extends NewTermRequest {
  @ApiPropertyOptional({ description: 'The latest version as the caller knows it; 409 where there is a later one' })
  @IsOptional()
  @IsInt()
  @Min(1)
  after?: number;
}

export class TermDraftRequest {
  @ApiProperty({
    maxLength: LIMITS.promptCharacters,
    example: 'annual revenue above 1 million and segment is Enterprise',
  })
  @IsString()
  @Length(1, LIMITS.promptCharacters)
  words!: string;

  @ApiPropertyOptional({ description: 'BCP 47; else recognised' })
  @IsOptional()
  @IsString()
  @MaxLength(35)
  @IsLanguage()
  language?: string;

  @ApiPropertyOptional({
    description: 'The name that is being defined: the words do not mean what it has meant so far',
  })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_NAME_LENGTH)
  name?: string;
}

/** What a list is called and for; its entries are the body. */
export class NewListQuery {
  @ApiProperty({ maxLength: MAX_NAME_LENGTH, example: 'blocked suppliers' })
  @IsString()
  @Length(1, MAX_NAME_LENGTH)
  name!: string;

  @ApiPropertyOptional({ description: `What else it is called, separated by commas; at most ${MAX_ALIASES}` })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_DESCRIPTION)
  aliases?: string;

  @ApiPropertyOptional({ maxLength: MAX_DESCRIPTION })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_DESCRIPTION)
  description?: string;

  @ApiPropertyOptional({ description: 'The field whose values are looked up in it, where it is always the same one' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  field?: string;

  @ApiPropertyOptional({ default: false, description: 'Capitals make no difference' })
  @IsOptional()
  @IsBoolean()
  anyCase?: boolean;
}

export class NewListVersionQuery extends NewListQuery {
  @ApiPropertyOptional({ description: 'The latest version as the caller knows it; 409 where there is a later one' })
  @IsOptional()
  @IsInt()
  @Min(1)
  after?: number;
}

export class GlossaryQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Language of the explanations (BCP 47)' })
  @IsOptional()
  @IsString()
  @MaxLength(35)
  @IsLanguage()
  language?: string;
}

export const ENTRIES_BODY = `One entry a line (text/plain), the first column of a table with a header (text/csv), or a JSON text a line (application/x-ndjson). Entries are trimmed and kept once; at most 1,000,000 of at most ${MAX_ENTRY_LENGTH} characters in ${LIMITS.listBytes} bytes.`;
