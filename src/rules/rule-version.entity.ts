import { Entity, ForeignKey, Index } from 'typeorm';

import { CountColumn, HashColumn, IdColumn, NameColumn, RefColumn, TimeColumn, WordColumn } from '../database/columns';
import { JsonColumn } from '../database/long-text';
import { RuleRow } from './rule.entity';
import type { Person } from './rule-versions';

@Entity('rule_versions')
@Index('UQ_rule_versions_version', ['ruleId', 'version'], { unique: true })
@Index('IX_rule_versions_recordType', ['recordType', 'state'])
export class RuleVersionRow {
  @IdColumn('PK_rule_versions') id!: string;
  @RefColumn()
  @ForeignKey(() => RuleRow, { name: 'FK_rule_versions_rules' })
  ruleId!: string;
  @CountColumn() version!: number;
  @NameColumn({ length: 100 }) recordType!: string;
  @WordColumn() state!: string;
  @HashColumn() hash!: string;
  @JsonColumn() rule!: unknown;
  @RefColumn() authorId!: string;
  @NameColumn() authorName!: string;
  @JsonColumn() contributors!: readonly Person[];
  @RefColumn({ nullable: true }) promptId!: string | null;
  @TimeColumn() createdAt!: string;
  @TimeColumn({ nullable: true }) submittedAt!: string | null;
  @TimeColumn({ nullable: true }) activatedAt!: string | null;
  @TimeColumn({ nullable: true }) retiredAt!: string | null;
}
