import { Entity, Index } from 'typeorm';

import { CountColumn, IdColumn, NameColumn, TimeColumn, WordColumn } from '../database/columns';

/** A rule: what its versions have in common. The latest version's name and state stand here too, for lists. */
@Entity('rules')
@Index('IX_rules_recordType', ['recordType', 'activeVersion'])
export class RuleRow {
  @IdColumn('PK_rules') id!: string;
  @NameColumn({ length: 100 }) recordType!: string;
  @CountColumn() latestVersion!: number;
  @WordColumn() latestState!: string;
  @CountColumn({ nullable: true }) activeVersion!: number | null;
  @TimeColumn() createdAt!: string;
  @TimeColumn({ nullable: true }) archivedAt!: string | null;
}
