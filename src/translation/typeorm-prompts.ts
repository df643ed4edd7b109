import { Injectable } from '@nestjs/common';
import { fail, type JsonValue, ok, type Result } from '@lib/rules';
import { IsNull } from 'typeorm';

import { Database } from '../database/database';
import { type Page, pageOf } from '../database/page';
import { Ids } from '../runtime/ids';
import { WallClock } from '../runtime/wall-clock';
import { ConversationRow, ExchangeRow, PromptRow } from './prompt.entity';
import {
  type Exchange,
  type NewPrompt,
  type Prompt,
  type PromptEnd,
  type PromptQuery,
  Prompts,
  type PromptState,
} from './prompts';

@Injectable()
export class TypeormPrompts extends Prompts {
  constructor(
    private readonly database: Database,
    private readonly ids: Ids,
    private readonly clock: WallClock,
  ) {
    super();
  }

  async receive(fresh: NewPrompt): Promise<Result<Prompt, 'gone'>> {
    const now = this.clock.now();
    const conversationId = fresh.conversationId ?? this.ids.next();
    const row: PromptRow = {
      id: this.ids.next(),
      conversationId,
      state: 'received',
      text: fresh.text,
      recordType: fresh.recordType,
      byId: fresh.by.id,
      byName: fresh.by.name,
      receivedAt: now,
      request: fresh.request,
      finishedAt: null,
      translator: null,
      language: null,
      outcome: null,
      confidence: null,
      grounding: null,
      answer: null,
      failure: null,
      usage: null,
      ruleId: null,
      ruleVersion: null,
      archivedAt: null,
    };
    return this.database.write(async manager => {
      if (fresh.conversationId === undefined) {
        await manager.insert(ConversationRow, {
          id: conversationId,
          byId: fresh.by.id,
          recordType: fresh.recordType,
          createdAt: now,
          usedAt: now,
        });
      } else {
        const { affected } = await manager.update(
          ConversationRow,
          { id: conversationId, byId: fresh.by.id },
          { usedAt: now },
        );
        if (affected !== 1) return fail('gone');
      }
      await manager.insert(PromptRow, row as never);
      return ok(toPrompt(row, []));
    });
  }

  async exchange(promptId: string, position: number, { sent, received, at, ms, status }: Exchange): Promise<void> {
    const values = { sent, at, received: received ?? null, ms: ms ?? null, status: status ?? null };
    await this.database.write(async manager => {
      const { affected } = await manager.update(ExchangeRow, { promptId, position }, values);
      if (affected === 0) await manager.insert(ExchangeRow, { id: this.ids.next(), promptId, position, ...values });
    });
  }

  async finish(id: string, end: PromptEnd): Promise<boolean> {
    const values = {
      state: end.state,
      finishedAt: this.clock.now(),
      translator: end.translator ?? null,
      language: end.language ?? null,
      outcome: end.outcome ?? null,
      confidence: end.confidence === undefined ? null : Math.round(end.confidence * 1000),
      grounding: end.grounding ?? null,
      answer: end.answer ?? null,
      failure: end.failure ?? null,
      usage: end.usage ?? null,
    };
    const { affected } = await this.database.write(manager =>
      manager.update(PromptRow, { id, state: 'received' }, values as never),
    );
    return affected === 1;
  }

  async saved(id: string, rule: string, version: number): Promise<void> {
    await this.database.write(manager => manager.update(PromptRow, { id }, { ruleId: rule, ruleVersion: version }));
  }

  async find(id: string): Promise<Prompt | undefined> {
    const row = await this.database.read.findOneBy(PromptRow, { id });
    if (!row) return undefined;
    const exchanges = await this.database.read.find(ExchangeRow, {
      where: { promptId: id },
      order: { position: 'ASC' },
    });
    return toPrompt(row, exchanges.map(toExchange));
  }

  async list({ limit, cursor, by, conversationId, outcome, recordTypes }: PromptQuery): Promise<Page<Prompt>> {
    if (recordTypes?.length === 0) return { items: [], next: null };
    const query = this.database.read
      .createQueryBuilder(PromptRow, 'prompt')
      .where('prompt.archivedAt IS NULL')
      .orderBy('prompt.id', 'DESC')
      .limit(limit + 1);
    if (cursor) query.andWhere('prompt.id < :cursor', { cursor });
    if (by) query.andWhere('prompt.byId = :by', { by });
    if (conversationId) query.andWhere('prompt.conversationId = :conversationId', { conversationId });
    if (outcome) query.andWhere('prompt.outcome = :outcome', { outcome });
    if (recordTypes) query.andWhere('prompt.recordType IN (:...recordTypes)', { recordTypes });
    return pageOf(
      await query.getMany(),
      limit,
      row => row.id,
      row => toPrompt({ ...row, answer: null, grounding: null }, []),
    );
  }

  async answered(conversationId: string, most: number): Promise<readonly Prompt[]> {
    const rows = await this.database.read.find(PromptRow, {
      where: { conversationId, state: 'answered' },
      order: { id: 'DESC' },
      take: most,
    });
    return rows.map(row => toPrompt(row, []));
  }

  async interruptLeftOver(): Promise<number> {
    const { affected } = await this.database.write(manager =>
      manager.update(PromptRow, { state: 'received' }, { state: 'interrupted', finishedAt: this.clock.now() }),
    );
    return affected ?? 0;
  }

  async archive(id: string): Promise<boolean> {
    const { affected } = await this.database.write(manager =>
      manager.update(PromptRow, { id, archivedAt: IsNull() }, { archivedAt: this.clock.now() }),
    );
    return affected === 1;
  }
}

function toPrompt(row: PromptRow, exchanges: readonly Exchange[]): Prompt {
  return {
    id: row.id,
    conversationId: row.conversationId,
    state: row.state as PromptState,
    text: row.text,
    recordType: row.recordType,
    by: { id: row.byId, name: row.byName },
    receivedAt: row.receivedAt,
    request: row.request as JsonValue,
    exchanges,
    ...present({
      finishedAt: row.finishedAt,
      translator: row.translator,
      language: row.language,
      outcome: row.outcome,
      confidence: row.confidence === null ? null : row.confidence / 1000,
      grounding: row.grounding as JsonValue,
      answer: row.answer as JsonValue,
      failure: row.failure,
      usage: row.usage,
      result: row.ruleId !== null && row.ruleVersion !== null ? { rule: row.ruleId, version: row.ruleVersion } : null,
    }),
  };
}

function toExchange(row: ExchangeRow): Exchange {
  return { sent: row.sent, at: row.at, ...present({ received: row.received, ms: row.ms, status: row.status }) };
}

/** What is null in a table is absent in the domain. */
function present<T extends Record<string, JsonValue>>(values: T): { [key in keyof T]?: NonNullable<T[key]> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)) as {
    [key in keyof T]?: NonNullable<T[key]>;
  };
}
