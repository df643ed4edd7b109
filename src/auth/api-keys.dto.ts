import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  MaxLength,
} from 'class-validator';

import { IsShownName } from '../http/is-shown-name';
import { type Scope, SCOPES } from './rights';

export class CreateApiKey {
  @ApiProperty()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  @IsShownName()
  name!: string;

  @ApiProperty({ enum: SCOPES, isArray: true })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(SCOPES, { each: true })
  scopes!: Scope[];

  @ApiPropertyOptional({ isArray: true, type: String, description: 'Only for these record types' })
  @IsOptional()
  @IsArray()
  @ArrayNotEmpty()
  @IsString({ each: true })
  recordTypes?: string[];

  @ApiPropertyOptional({ format: 'date-time', description: 'When the key ends; not yet past. Default: never' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  expiresAt?: string;
}
