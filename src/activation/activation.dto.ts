import { ApiProperty } from '@nestjs/swagger';
import { IsInt, Min } from 'class-validator';

export class ActivationRequest {
  @ApiProperty({ description: 'An approved version, or one that ran before: then this rolls back to it' })
  @IsInt()
  @Min(1)
  version!: number;
}
