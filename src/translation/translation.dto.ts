import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsObject, IsOptional, IsString, Length, MaxLength } from 'class-validator';

import { PageQuery } from '../http/page-query';
import { LIMITS } from '../config/limits';
import { IsLanguage } from '../http/is-language';

export class TranslationRequestBody {
  @ApiPropertyOptional({
    maxLength: LIMITS.promptCharacters,
    description: 'What is asked, in plain words; may be left out where `answer` says it',
  })
  @IsOptional()
  @IsString()
  text?: string;

  @ApiProperty()
  @IsString()
  @Length(1, 100)
  recordType!: string;

  @ApiPropertyOptional({ description: 'BCP 47; else recognised' })
  @IsOptional()
  @IsString()
  @MaxLength(35)
  @IsLanguage()
  language?: string;

  @ApiPropertyOptional({ description: 'Go on with this conversation' })
  @IsOptional()
  @IsString()
  @MaxLength(36)
  conversationId?: string;

  @ApiPropertyOptional({
    type: Object,
    description:
      'The rule the text may be an edit of: {name, condition, actions}. Default: the last one of the conversation',
  })
  @IsOptional()
  @IsObject()
  previousRule?: Record<string, unknown>;

  @ApiPropertyOptional({
    type: Object,
    description: 'The option chosen of the question asked last in the conversation, from 0',
  })
  @IsOptional()
  @IsObject()
  answer?: Record<string, unknown>;

  @ApiPropertyOptional({ description: 'ISO instant that counts as now' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  now?: string;

  @ApiPropertyOptional({
    enum: ['embedded', 'azure-openai'],
    description:
      'Default: the embedded one; the cloud model, where it is on and allowed, helps when that one is not sure',
  })
  @IsOptional()
  @IsIn(['embedded', 'azure-openai'])
  translator?: 'embedded' | 'azure-openai';
}

export class PromptListQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Id of who asked' })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  by?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(36)
  conversationId?: string;

  @ApiPropertyOptional({ enum: ['rule', 'clarify', 'impossible', 'offtopic'] })
  @IsOptional()
  @IsIn(['rule', 'clarify', 'impossible', 'offtopic'])
  outcome?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(100)
  recordType?: string;
}
