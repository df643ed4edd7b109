import { Entity, Index } from 'typeorm';

import { CountColumn, IdColumn, NameColumn, TimeColumn, WordColumn } from '../database/columns';

/** A name of a record type's glossary: what its versions have in common. An archived one keeps its place, so that its versions stay told apart. */
@Entity('glossary_names')
@Index('UQ_glossary_names_name', ['recordType', 'nameKey'], { unique: true })
export class GlossaryNameRow {
  @IdColumn('PK_glossary_names') id!: string;
  @NameColumn({ length: 100 }) recordType!: string;
  @WordColumn() kind!: string;
  @NameColumn() name!: string;
  /** The name as names are compared. */
  @NameColumn() nameKey!: string;
  @CountColumn() latestVersion!: number;
  @TimeColumn() createdAt!: string;
  @TimeColumn({ nullable: true }) archivedAt!: string | null;
}
