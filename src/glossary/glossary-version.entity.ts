import { Entity, ForeignKey, Index } from 'typeorm';

import { CountColumn, IdColumn, NameColumn, RefColumn, TimeColumn } from '../database/columns';
import { JsonColumn } from '../database/long-text';
import { GlossaryNameRow } from './glossary-name.entity';

@Entity('glossary_versions')
@Index('UQ_glossary_versions_version', ['nameId', 'version'], { unique: true })
export class GlossaryVersionRow {
  @IdColumn('PK_glossary_versions') id!: string;
  @RefColumn()
  @ForeignKey(() => GlossaryNameRow, { name: 'FK_glossary_versions_names' })
  nameId!: string;
  @CountColumn() version!: number;
  /** What the name stands for in this version, as one document; a name may be a term in one and a list in a later one. */
  @JsonColumn() body!: unknown;
  /** The chunks that hold the entries of a list too long to stand in the body. */
  @RefColumn({ nullable: true }) entriesId!: string | null;
  @RefColumn() authorId!: string;
  @NameColumn() authorName!: string;
  @TimeColumn() createdAt!: string;
}
