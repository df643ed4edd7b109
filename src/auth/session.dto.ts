import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';

import { LONGEST_PASSWORD } from './password';
import { type Persona, PERSONAS } from './personas';

const NAMES = PERSONAS.map(one => one.persona);

export class SignIn {
  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(200)
  name?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_PASSWORD)
  password?: string;

  @ApiPropertyOptional({ enum: NAMES, description: 'Demo mode only' })
  @IsOptional()
  @IsIn(NAMES)
  persona?: Persona;
}
