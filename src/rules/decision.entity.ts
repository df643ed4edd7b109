import { Entity, Index } from 'typeorm';

import { CountColumn, HashColumn, IdColumn, NameColumn, RefColumn, TimeColumn, WordColumn } from '../database/columns';
import { LongTextColumn } from '../database/long-text';

@Entity('decisions')
@Index('UQ_decisions_version', ['ruleId', 'version'], { unique: true })
export class DecisionRow {
  @IdColumn('PK_decisions') id!: string;
  @RefColumn() ruleId!: string;
  @CountColumn() version!: number;
  @WordColumn() decision!: string;
  @HashColumn() hash!: string;
  @RefColumn() byId!: string;
  @NameColumn() byName!: string;
  @TimeColumn() at!: string;
  @LongTextColumn({ nullable: true }) comment!: string | null;
}
