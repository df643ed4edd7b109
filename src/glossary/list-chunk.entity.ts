import { Entity, Index } from 'typeorm';

import { CountColumn, IdColumn, RefColumn } from '../database/columns';
import { JsonColumn } from '../database/long-text';

/** Some thousand entries of a list: one row per entry would make reading a list of a million slow. */
@Entity('list_chunks')
@Index('IX_list_chunks_entries', ['entriesId', 'position'])
export class ListChunkRow {
  @IdColumn('PK_list_chunks') id!: string;
  /** No foreign key: the entries are written before the version that holds them is. */
  @RefColumn() entriesId!: string;
  @CountColumn() position!: number;
  @JsonColumn() entries!: readonly string[];
}
