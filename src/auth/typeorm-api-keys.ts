import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan } from 'typeorm';

import { Database } from '../database/database';
import { type Page, pageOf, type PageRequest } from '../database/page';
import { ApiKeyRow } from './api-key.entity';
import { type ApiKey, ApiKeys } from './api-keys';

@Injectable()
export class TypeormApiKeys extends ApiKeys {
  constructor(private readonly database: Database) {
    super();
  }

  async find(id: string): Promise<ApiKey | undefined> {
    const row = await this.database.read.findOneBy(ApiKeyRow, { id });
    return row ? toApiKey(row) : undefined;
  }

  async list({ limit, cursor }: PageRequest): Promise<Page<ApiKey>> {
    const rows = await this.database.read.find(ApiKeyRow, {
      where: cursor ? { id: MoreThan(cursor) } : {},
      order: { id: 'ASC' },
      take: limit + 1,
    });
    return pageOf(rows, limit, row => row.id, toApiKey);
  }

  async add(key: ApiKey): Promise<void> {
    await this.database.write(manager =>
      manager.insert(ApiKeyRow, {
        ...key,
        recordTypes: key.recordTypes ?? null,
        expiresAt: key.expiresAt ?? null,
        revokedAt: key.revokedAt ?? null,
        usedAt: key.usedAt ?? null,
      }),
    );
  }

  async revoke(id: string, at: string): Promise<boolean> {
    const { affected } = await this.database.write(manager =>
      manager.update(ApiKeyRow, { id, revokedAt: IsNull() }, { revokedAt: at }),
    );
    return affected === 1;
  }

  async touch(id: string, usedAt: string): Promise<void> {
    await this.database.write(manager => manager.update(ApiKeyRow, { id }, { usedAt }));
  }

  async revokeAll(at: string): Promise<number> {
    const { affected } = await this.database.write(manager =>
      manager.update(ApiKeyRow, { revokedAt: IsNull() }, { revokedAt: at }),
    );
    return affected ?? 0;
  }
}

function toApiKey(row: ApiKeyRow): ApiKey {
  return {
    id: row.id,
    name: row.name,
    signature: row.signature,
    scopes: row.scopes,
    createdBy: row.createdBy,
    createdAt: row.createdAt,
    ...(row.recordTypes !== null && { recordTypes: row.recordTypes }),
    ...(row.expiresAt !== null && { expiresAt: row.expiresAt }),
    ...(row.revokedAt !== null && { revokedAt: row.revokedAt }),
    ...(row.usedAt !== null && { usedAt: row.usedAt }),
  };
}
