import { Injectable } from '@nestjs/common';
import { fail, ok, type Result } from '@lib/rules';
import { IsNull, LessThan } from 'typeorm';

import { Database } from '../database/database';
import { isDuplicate } from '../database/database-failure';
import { WallClock } from '../runtime/wall-clock';
import { IdempotencyRow } from './idempotency.entity';
import { IdempotentAnswers, type KeptAnswer } from './idempotent-answers';

const KEPT_MS = 24 * 3_600_000;
/** No call runs longer: what is still running after this was killed. */
const RUNNING_MS = 15 * 60_000;

@Injectable()
export class TypeormIdempotentAnswers extends IdempotentAnswers {
  constructor(
    private readonly database: Database,
    private readonly clock: WallClock,
  ) {
    super();
  }

  async claim(id: string, request: string): Promise<Result<KeptAnswer | undefined, 'other-request' | 'running'>> {
    try {
      return await this.database.write(async manager => {
        const found = await manager.findOneBy(IdempotencyRow, { id });
        const age = found ? this.clock.millis() - Date.parse(found.createdAt) : 0;
        const isPast = found && (age >= KEPT_MS || (found.status === null && age >= RUNNING_MS));
        if (isPast) await manager.delete(IdempotencyRow, { id });
        else if (found) {
          if (found.request !== request) return fail('other-request');
          if (found.status === null) return fail('running');
          return ok({ status: found.status, ...(found.body !== null && { body: found.body }) });
        }
        // Here, so that a service that runs for months keeps a day's worth.
        await manager.delete(IdempotencyRow, { createdAt: LessThan(this.clock.after(-KEPT_MS)) });
        await manager.insert(IdempotencyRow, { id, request, createdAt: this.clock.now(), status: null, body: null });
        return ok(undefined);
      });
    } catch (error) {
      if (isDuplicate(error)) return fail('running');
      throw error;
    }
  }

  async keep(id: string, { status, body }: KeptAnswer, request?: string): Promise<void> {
    const kept = { status, body: body ?? null, ...(request !== undefined && { request }) };
    await this.database.write(manager => manager.update(IdempotencyRow, { id }, kept));
  }

  async release(id: string): Promise<void> {
    await this.database.write(manager => manager.delete(IdempotencyRow, { id, status: IsNull() }));
  }

  async sweep(): Promise<void> {
    await this.database.write(async manager => {
      await manager.delete(IdempotencyRow, { createdAt: LessThan(this.clock.after(-KEPT_MS)) });
      await manager.delete(IdempotencyRow, { status: IsNull(), createdAt: LessThan(this.clock.after(-RUNNING_MS)) });
    });
  }
}
