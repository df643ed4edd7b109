import { Entity, Index } from 'typeorm';

import { CountColumn, HashColumn, IdColumn, TimeColumn } from '../database/columns';
import { LongTextColumn } from '../database/long-text';

@Entity('idempotency_keys')
@Index('IX_idempotency_keys_createdAt', ['createdAt'])
export class IdempotencyRow {
  /** SHA-256 of who asked and the key they gave. */
  @IdColumn('PK_idempotency_keys', { length: 64 }) id!: string;
  /** SHA-256 of method, address and body: the same key for another request is a mistake. */
  @HashColumn() request!: string;
  @TimeColumn() createdAt!: string;
  /** Null while the first call is still running. */
  @CountColumn({ nullable: true }) status!: number | null;
  @LongTextColumn({ nullable: true }) body!: string | null;
}
