import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  MaxLength,
  MinLength,
} from 'class-validator';

import { IsShownName } from '../http/is-shown-name';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from './password';
import { type Preset, PRESETS } from './rights';

const PRESET_NAMES = Object.keys(PRESETS);

export class CreateUser {
  @ApiProperty()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  @IsShownName()
  name!: string;

  @ApiProperty({ minLength: SHORTEST_PASSWORD })
  @IsString()
  @MinLength(SHORTEST_PASSWORD)
  @MaxLength(LONGEST_PASSWORD)
  password!: string;

  @ApiPropertyOptional({ enum: PRESET_NAMES })
  @IsOptional()
  @IsIn(PRESET_NAMES)
  preset?: Preset;

  @ApiPropertyOptional({ description: 'Instead of a preset: per right the record types, or "*"' })
  @IsOptional()
  @IsObject()
  rights?: object;
}

export class ChangeUser {
  @ApiPropertyOptional({ description: 'The version this change is about; without it, the present one' })
  @IsOptional()
  @IsInt()
  version?: number;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  @IsShownName()
  name?: string;

  @ApiPropertyOptional({ minLength: SHORTEST_PASSWORD })
  @IsOptional()
  @IsString()
  @MinLength(SHORTEST_PASSWORD)
  @MaxLength(LONGEST_PASSWORD)
  password?: string;

  @ApiPropertyOptional({ enum: PRESET_NAMES })
  @IsOptional()
  @IsIn(PRESET_NAMES)
  preset?: Preset;

  @ApiPropertyOptional({ description: 'Instead of a preset: per right the record types, or "*"' })
  @IsOptional()
  @IsObject()
  rights?: object;

  @ApiPropertyOptional()
  @IsOptional()
  @IsBoolean()
  disabled?: boolean;
}
