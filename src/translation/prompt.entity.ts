import { Entity, ForeignKey, Index } from 'typeorm';

import { CountColumn, IdColumn, NameColumn, RefColumn, TimeColumn, WordColumn } from '../database/columns';
import { JsonColumn, LongTextColumn } from '../database/long-text';

@Entity('conversations')
export class ConversationRow {
  @IdColumn('PK_conversations') id!: string;
  @RefColumn() byId!: string;
  @NameColumn({ length: 100 }) recordType!: string;
  @TimeColumn() createdAt!: string;
  @TimeColumn() usedAt!: string;
}

@Entity('prompts')
@Index('IX_prompts_conversationId', ['conversationId'])
@Index('IX_prompts_byId', ['byId'])
@Index('IX_prompts_state', ['state'])
export class PromptRow {
  @IdColumn('PK_prompts') id!: string;
  @RefColumn()
  @ForeignKey(() => ConversationRow, { name: 'FK_prompts_conversations' })
  conversationId!: string;
  @WordColumn() state!: string;
  @LongTextColumn() text!: string;
  @NameColumn({ length: 100 }) recordType!: string;
  @RefColumn() byId!: string;
  @NameColumn() byName!: string;
  @TimeColumn() receivedAt!: string;
  @TimeColumn({ nullable: true }) finishedAt!: string | null;
  @JsonColumn() request!: unknown;
  @WordColumn({ nullable: true }) translator!: string | null;
  @WordColumn({ nullable: true }) language!: string | null;
  @WordColumn({ nullable: true }) outcome!: string | null;
  /** In thousandths: numbers with a fraction are written differently by the two databases. */
  @CountColumn({ nullable: true }) confidence!: number | null;
  @JsonColumn({ nullable: true }) grounding!: unknown;
  @JsonColumn({ nullable: true }) answer!: unknown;
  @JsonColumn({ nullable: true }) failure!: { code: string; message: string } | null;
  @JsonColumn({ nullable: true }) usage!: { promptTokens: number; completionTokens: number; cost?: number } | null;
  @RefColumn({ nullable: true }) ruleId!: string | null;
  @CountColumn({ nullable: true }) ruleVersion!: number | null;
  @TimeColumn({ nullable: true }) archivedAt!: string | null;
}

@Entity('exchanges')
@Index('UQ_exchanges_position', ['promptId', 'position'], { unique: true })
export class ExchangeRow {
  @IdColumn('PK_exchanges') id!: string;
  @RefColumn()
  @ForeignKey(() => PromptRow, { name: 'FK_exchanges_prompts' })
  promptId!: string;
  @CountColumn() position!: number;
  @LongTextColumn() sent!: string;
  @LongTextColumn({ nullable: true }) received!: string | null;
  @TimeColumn() at!: string;
  @CountColumn({ nullable: true }) ms!: number | null;
  @CountColumn({ nullable: true }) status!: number | null;
}
