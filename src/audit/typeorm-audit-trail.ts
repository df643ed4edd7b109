import { Injectable } from '@nestjs/common';
import type { JsonValue } from '@lib/rules';
import { Brackets } from 'typeorm';

import { Database } from '../database/database';
import { type Page, pageOf } from '../database/page';
import { Ids } from '../runtime/ids';
import { WallClock } from '../runtime/wall-clock';
import { AuditEventRow } from './audit-event.entity';
import { type AuditActor, type AuditEvent, type AuditQuery, AuditTrail, type NewAuditEvent } from './audit-trail';

@Injectable()
export class TypeormAuditTrail extends AuditTrail {
  constructor(
    private readonly database: Database,
    private readonly ids: Ids,
    private readonly clock: WallClock,
  ) {
    super();
  }

  async append(actor: AuditActor, { action, subject, recordType, detail }: NewAuditEvent): Promise<void> {
    await this.database.write(manager =>
      manager.insert(AuditEventRow, {
        id: this.ids.next(),
        at: this.clock.now(),
        actorKind: actor.kind,
        actorId: actor.id,
        actorName: actor.name,
        action,
        subjectType: subject.type,
        subjectId: subject.id,
        subjectVersion: subject.version ?? null,
        recordType: recordType ?? null,
        ...(detail !== undefined && { detail: detail as object }),
      }),
    );
  }

  async list({
    limit,
    cursor,
    actor,
    action,
    subjectType,
    subjectId,
    recordTypes,
  }: AuditQuery): Promise<Page<AuditEvent>> {
    const query = this.database.read
      .createQueryBuilder(AuditEventRow, 'event')
      .orderBy('event.id', 'DESC')
      .limit(limit + 1);
    if (cursor) query.andWhere('event.id < :cursor', { cursor });
    if (actor) query.andWhere('event.actorId = :actor', { actor });
    if (action) query.andWhere('event.action = :action', { action });
    if (subjectType) query.andWhere('event.subjectType = :subjectType', { subjectType });
    if (subjectId) query.andWhere('event.subjectId = :subjectId', { subjectId });
    if (recordTypes) {
      query.andWhere(
        new Brackets(either => {
          either.where('event.recordType IS NULL');
          if (recordTypes.length > 0) either.orWhere('event.recordType IN (:...recordTypes)', { recordTypes });
        }),
      );
    }
    return pageOf(await query.getMany(), limit, row => row.id, toEvent);
  }
}

function toEvent(row: AuditEventRow): AuditEvent {
  return {
    id: row.id,
    at: row.at,
    actor: { kind: row.actorKind as AuditActor['kind'], id: row.actorId, name: row.actorName },
    action: row.action,
    subject: {
      type: row.subjectType as AuditEvent['subject']['type'],
      id: row.subjectId,
      ...(row.subjectVersion !== null && { version: row.subjectVersion }),
    },
    ...(row.recordType !== null && { recordType: row.recordType }),
    ...(row.detail !== null && { detail: row.detail as JsonValue }),
  };
}
