import { Entity } from 'typeorm';

import { IdColumn, TimeColumn } from '../database/columns';

@Entity('setup_links')
export class SetupLinkRow {
  @IdColumn('PK_setup_links', { length: 64 }) hash!: string;
  @TimeColumn() createdAt!: string;
  @TimeColumn() expiresAt!: string;
  @TimeColumn({ nullable: true }) usedAt!: string | null;
}
