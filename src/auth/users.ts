import type { Result } from '@lib/rules';

import type { Page, PageRequest } from '../database/page';
import type { Preset, Rights } from './rights';

export interface User {
  readonly id: string;
  readonly name: string;
  /** Absent for the personas of demo mode: nobody signs in as them by password. */
  readonly passwordHash?: string;
  readonly preset?: Preset;
  readonly rights: Rights;
  readonly version: number;
  readonly createdAt: string;
  readonly disabledAt?: string;
}

export type UserChange = Partial<Pick<User, 'name' | 'passwordHash' | 'rights'>> & {
  readonly preset?: Preset | null;
  readonly disabledAt?: string | null;
};

/** The people who may sign in. */
export abstract class Users {
  abstract find(id: string): Promise<User | undefined>;
  /** Without regard to case and outer blanks. */
  abstract findByName(name: string): Promise<User | undefined>;
  abstract list(page: PageRequest): Promise<Page<User>>;
  abstract add(user: User): Promise<Result<User, 'name-taken'>>;
  /** Changes exactly this version. `last-admin`: nobody would be left who can manage people. */
  abstract change(
    id: string,
    version: number,
    change: UserChange,
  ): Promise<Result<User, 'stale' | 'name-taken' | 'last-admin'>>;
  /** People not disabled who may manage people everywhere. */
  abstract countAdmins(): Promise<number>;
}
