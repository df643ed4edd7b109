import { Entity, ForeignKey, Index } from 'typeorm';
import type { RecordType } from '@lib/rules';

import { CountColumn, HashColumn, IdColumn, NameColumn, RefColumn, TimeColumn, WordColumn } from '../database/columns';
import { JsonColumn } from '../database/long-text';
import type { StoredRuleSet } from './rule-sets';

@Entity('rule_sets')
export class RuleSetRow {
  @IdColumn('PK_rule_sets', { length: 64 }) hash!: string;
  @NameColumn({ length: 100 }) recordType!: string;
  @JsonColumn() fields!: RecordType;
  @JsonColumn() entries!: StoredRuleSet['entries'];
  @TimeColumn() firstActiveAt!: string;
}

@Entity('activations')
@Index('IX_activations_recordType', ['recordType', 'id'])
export class ActivationRow {
  @IdColumn('PK_activations') id!: string;
  @NameColumn({ length: 100 }) recordType!: string;
  @HashColumn()
  @ForeignKey(() => RuleSetRow, { name: 'FK_activations_rule_sets' })
  ruleSet!: string;
  @WordColumn() act!: string;
  @RefColumn({ nullable: true }) ruleId!: string | null;
  @CountColumn({ nullable: true }) version!: number | null;
  @RefColumn() byId!: string;
  @NameColumn() byName!: string;
  @TimeColumn() at!: string;
}
