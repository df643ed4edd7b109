import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsArray, IsBoolean, IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

import { IsShownName } from '../http/is-shown-name';
import { NullHasMeaning } from '../http/null-has-meaning';

export class ImportQuery {
  @ApiPropertyOptional({ enum: ['append', 'replace'], default: 'append' })
  @IsOptional()
  @IsIn(['append', 'replace'])
  mode: 'append' | 'replace' = 'append';

  @ApiPropertyOptional({ description: 'Where the records come from, such as a file name' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  source?: string;
}

export class SampleQuery {
  @ApiPropertyOptional({ minimum: 1, maximum: 1000, default: 100 })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1000)
  limit: number = 100;
}

export class ConfirmQuery {
  @ApiPropertyOptional({ description: 'Without it the answer only says what would be affected' })
  @IsOptional()
  @IsBoolean()
  confirm?: boolean;
}

export class ChangeRecordType {
  @ApiPropertyOptional({ description: 'The version this change is about; without it, the present one' })
  @IsOptional()
  @IsInt()
  version?: number;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(200)
  @IsShownName()
  label?: string;

  @ApiPropertyOptional({ type: String, nullable: true, description: 'null: none' })
  @NullHasMeaning()
  @IsOptional()
  @IsString()
  @MaxLength(200)
  key?: string | null;

  @ApiPropertyOptional({ description: 'Where tags live: a field of type list, or the name of a new one' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  tagsField?: string;

  @ApiPropertyOptional({
    isArray: true,
    type: Object,
    description:
      'By name: label, type, reading, description, unit, synonyms, nullable, writable, sensitivity, or remove: true',
  })
  @IsOptional()
  @IsArray()
  fields?: unknown[];
}
