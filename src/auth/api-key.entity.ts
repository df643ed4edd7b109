import { Entity } from 'typeorm';

import { HashColumn, IdColumn, NameColumn, RefColumn, TimeColumn } from '../database/columns';
import { JsonColumn } from '../database/long-text';
import type { Scope } from './rights';

@Entity('api_keys')
export class ApiKeyRow {
  @IdColumn('PK_api_keys') id!: string;
  @NameColumn() name!: string;
  @HashColumn() signature!: string;
  @JsonColumn() scopes!: readonly Scope[];
  /** The record types the key is for; null for all. */
  @JsonColumn({ nullable: true }) recordTypes!: readonly string[] | null;
  @RefColumn() createdBy!: string;
  @TimeColumn() createdAt!: string;
  @TimeColumn({ nullable: true }) expiresAt!: string | null;
  @TimeColumn({ nullable: true }) revokedAt!: string | null;
  @TimeColumn({ nullable: true }) usedAt!: string | null;
}
