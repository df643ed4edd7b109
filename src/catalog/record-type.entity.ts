import { Entity } from 'typeorm';

import { CountColumn, IdColumn, NameColumn, RefColumn, TimeColumn } from '../database/columns';
import { JsonColumn } from '../database/long-text';

@Entity('record_types')
export class RecordTypeRow {
  @IdColumn('PK_record_types', { length: 100 }) name!: string;
  @CountColumn() version!: number;
  /** Fields with how they are read and their profiles, as one document. */
  @JsonColumn() body!: unknown;
  /** Records ever imported and not replaced since. */
  @CountColumn() records!: number;
  /** The set of sample chunks that counts; others are being written or left over. */
  @RefColumn({ nullable: true }) sampleId!: string | null;
  @CountColumn() sampleSize!: number;
  @NameColumn({ nullable: true }) source!: string | null;
  @TimeColumn({ nullable: true }) importedAt!: string | null;
  @TimeColumn() createdAt!: string;
  @TimeColumn() updatedAt!: string;
  @TimeColumn({ nullable: true }) archivedAt!: string | null;
}
