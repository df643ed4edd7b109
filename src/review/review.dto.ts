import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { IsLanguage } from '../http/is-language';

export class DecisionRequest {
  @ApiProperty({ enum: ['approve', 'reject'] })
  @IsIn(['approve', 'reject'])
  decision!: 'approve' | 'reject';

  @ApiProperty({ description: 'The hash of the version that was looked at' })
  @IsString()
  @Matches(/^[0-9a-f]{64}$/, { message: 'hash is the 64 hexadecimal digits of the version that was looked at.' })
  hash!: string;

  @ApiPropertyOptional({ maxLength: 4000 })
  @IsOptional()
  @IsString()
  @MaxLength(4000)
  comment?: string;
}

export class ReviewQuery {
  @ApiPropertyOptional({ description: 'Language of the texts (BCP 47)' })
  @IsOptional()
  @IsString()
  @MaxLength(35)
  @IsLanguage()
  language?: string;

  @ApiPropertyOptional({
    minimum: 0,
    maximum: 1000,
    default: 20,
    description: 'Example records listed at most per kind',
  })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(1000)
  limit?: number;
}
