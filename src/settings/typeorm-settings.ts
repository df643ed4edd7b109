import { Injectable } from '@nestjs/common';

import { Database } from '../database/database';
import { WallClock } from '../runtime/wall-clock';
import { SettingRow } from './setting.entity';
import { Settings } from './settings';

@Injectable()
export class TypeormSettings extends Settings {
  constructor(
    private readonly database: Database,
    private readonly clock: WallClock,
  ) {
    super();
  }

  async read(): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database.read.find(SettingRow);
    return new Map(rows.map(row => [row.name, row.value]));
  }

  async change(values: ReadonlyMap<string, string | null>): Promise<void> {
    const updatedAt = this.clock.now();
    await this.database.write(async manager => {
      for (const [name, value] of values) {
        if (value === null) {
          await manager.delete(SettingRow, { name });
          continue;
        }
        const { affected } = await manager.update(SettingRow, { name }, { value, updatedAt });
        if (affected === 0) await manager.insert(SettingRow, { name, value, updatedAt });
      }
    });
  }
}
