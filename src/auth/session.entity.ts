import { Entity, ForeignKey, Index } from 'typeorm';

import { IdColumn, RefColumn, TimeColumn } from '../database/columns';
import { UserRow } from './user.entity';

@Entity('sessions')
@Index('IX_sessions_userId', ['userId'])
export class SessionRow {
  /** SHA-256 of the token: who reads this table cannot sign in with it. */
  @IdColumn('PK_sessions', { length: 64 }) hash!: string;
  @RefColumn()
  @ForeignKey(() => UserRow, { name: 'FK_sessions_users' })
  userId!: string;
  @TimeColumn() createdAt!: string;
  @TimeColumn() expiresAt!: string;
  @TimeColumn() usedAt!: string;
}
