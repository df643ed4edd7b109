import { Entity } from 'typeorm';

import { IdColumn, TimeColumn } from '../database/columns';
import { LongTextColumn } from '../database/long-text';

@Entity('settings')
export class SettingRow {
  @IdColumn('PK_settings', { length: 60 }) name!: string;
  /** JSON, or for secret settings what `Secret.seal` made of it. */
  @LongTextColumn() value!: string;
  @TimeColumn() updatedAt!: string;
}
