import { Entity, Index } from 'typeorm';

import { CountColumn, IdColumn, NameColumn, RefColumn, TimeColumn, WordColumn } from '../database/columns';
import { JsonColumn } from '../database/long-text';

@Entity('audit_events')
@Index('IX_audit_events_subject', ['subjectType', 'subjectId'])
export class AuditEventRow {
  /** Sorts by time: the order of the trail. */
  @IdColumn('PK_audit_events') id!: string;
  @TimeColumn() at!: string;
  @WordColumn() actorKind!: string;
  @RefColumn() actorId!: string;
  @NameColumn() actorName!: string;
  @RefColumn({ length: 60 }) action!: string;
  @WordColumn() subjectType!: string;
  @NameColumn() subjectId!: string;
  @CountColumn({ nullable: true }) subjectVersion!: number | null;
  @NameColumn({ nullable: true }) recordType!: string | null;
  @JsonColumn({ nullable: true }) detail!: unknown;
}
