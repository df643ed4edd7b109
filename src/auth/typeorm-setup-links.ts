import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan } from 'typeorm';

import { Database } from '../database/database';
import { SetupLinkRow } from './setup-link.entity';
import { SetupLinks } from './setup-links';

@Injectable()
export class TypeormSetupLinks extends SetupLinks {
  constructor(private readonly database: Database) {
    super();
  }

  async add(hash: string, createdAt: string, expiresAt: string): Promise<void> {
    await this.database.write(async manager => {
      // Only the newest link counts.
      await manager.update(SetupLinkRow, { usedAt: IsNull() }, { usedAt: createdAt });
      await manager.insert(SetupLinkRow, { hash, createdAt, expiresAt, usedAt: null });
    });
  }

  async use(hash: string, now: string): Promise<boolean> {
    const { affected } = await this.database.write(manager =>
      manager.update(SetupLinkRow, { hash, usedAt: IsNull(), expiresAt: MoreThan(now) }, { usedAt: now }),
    );
    return affected === 1;
  }
}
