import { Entity, Index } from 'typeorm';

import { CountColumn, IdColumn, NameColumn, RefColumn } from '../database/columns';
import { JsonColumn } from '../database/long-text';

/** Some hundred raw records of a sample: one row per record would make reading a sample of thousands slow. */
@Entity('sample_chunks')
@Index('IX_sample_chunks_set', ['recordType', 'sampleId', 'position'])
export class SampleChunkRow {
  @IdColumn('PK_sample_chunks') id!: string;
  /** No foreign key: the chunks of a first import are written before its record type is. */
  @NameColumn({ length: 100 }) recordType!: string;
  /** `pinned` for records that tests hold on to, else the set they were drawn for. */
  @RefColumn() sampleId!: string;
  @CountColumn() position!: number;
  @JsonColumn() records!: unknown;
}
