import { Entity, Index } from 'typeorm';

import { CountColumn, IdColumn, NameColumn, TimeColumn, WordColumn } from '../database/columns';
import { JsonColumn, LongTextColumn } from '../database/long-text';
import type { Rights } from './rights';

@Entity('users')
@Index('UQ_users_nameKey', ['nameKey'], { unique: true })
export class UserRow {
  @IdColumn('PK_users') id!: string;
  @NameColumn() name!: string;
  /** The name as it is looked up, so that both databases agree on what is the same name. */
  @NameColumn() nameKey!: string;
  @LongTextColumn({ nullable: true }) passwordHash!: string | null;
  @WordColumn({ nullable: true }) preset!: string | null;
  @JsonColumn() rights!: Rights;
  @CountColumn() version!: number;
  @TimeColumn() createdAt!: string;
  @TimeColumn({ nullable: true }) disabledAt!: string | null;
}
