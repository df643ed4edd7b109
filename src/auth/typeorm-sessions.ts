import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';

import { Database } from '../database/database';
import { SessionRow } from './session.entity';
import { type Session, Sessions } from './sessions';

@Injectable()
export class TypeormSessions extends Sessions {
  constructor(private readonly database: Database) {
    super();
  }

  async add(session: Session): Promise<void> {
    await this.database.write(manager => manager.insert(SessionRow, { ...session }));
  }

  async find(hash: string): Promise<Session | undefined> {
    return (await this.database.read.findOneBy(SessionRow, { hash })) ?? undefined;
  }

  async touch(hash: string, usedAt: string): Promise<void> {
    await this.database.write(manager => manager.update(SessionRow, { hash }, { usedAt }));
  }

  async remove(hash: string): Promise<void> {
    await this.database.write(manager => manager.delete(SessionRow, { hash }));
  }

  async removeOf(userId: string): Promise<void> {
    await this.database.write(manager => manager.delete(SessionRow, { userId }));
  }

  async removeExpired(now: string): Promise<void> {
    await this.database.write(manager => manager.delete(SessionRow, { expiresAt: LessThan(now) }));
  }
}
