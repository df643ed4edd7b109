import type { Page, PageRequest } from '../database/page';
import type { Scope } from './rights';

export interface ApiKey {
  readonly id: string;
  readonly name: string;
  /** HMAC of the key's secret part: the key itself is kept nowhere. */
  readonly signature: string;
  readonly scopes: readonly Scope[];
  /** Absent: for every record type. */
  readonly recordTypes?: readonly string[];
  readonly createdBy: string;
  readonly createdAt: string;
  readonly expiresAt?: string;
  readonly revokedAt?: string;
  readonly usedAt?: string;
}

/** The keys programs come with. */
export abstract class ApiKeys {
  abstract find(id: string): Promise<ApiKey | undefined>;
  abstract list(page: PageRequest): Promise<Page<ApiKey>>;
  abstract add(key: ApiKey): Promise<void>;
  /** False where there is no such key, or it has been revoked before. */
  abstract revoke(id: string, at: string): Promise<boolean>;
  abstract touch(id: string, usedAt: string): Promise<void>;
  /** Keys keep their meaning only under the secret they were signed with: a new secret revokes all. */
  abstract revokeAll(at: string): Promise<number>;
}
