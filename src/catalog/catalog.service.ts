import { Injectable } from '@nestjs/common';
import { fail, ok, type Result } from '@lib/rules';

import { AuditTrail } from '../audit/audit-trail';
import type { Actor } from '../auth/actor';
import { Database } from '../database/database';
import { type Dependant, Dependants } from './dependants';
import { ImportService } from './import.service';
import { type ChangeRefusal, changeRecordType, type RecordTypeChange } from './record-type-change';
import { RecordTypeWatch } from './record-type-watch';
import { RecordTypes, type StoredRecordType } from './record-types';
import { Samples } from './samples';

export type CatalogRefusal = { readonly kind: 'unknown' } | { readonly kind: 'stale' } | ChangeRefusal;

export interface Removal {
  readonly dependants: readonly Dependant[];
}

/** Keeps what is known about each kind of record. */
@Injectable()
export class CatalogService {
  constructor(
    private readonly recordTypes: RecordTypes,
    private readonly samples: Samples,
    private readonly dependants: Dependants,
    private readonly watch: RecordTypeWatch,
    private readonly imports: ImportService,
    private readonly database: Database,
    private readonly audit: AuditTrail,
  ) {}

  async change(
    name: string,
    change: RecordTypeChange,
    version: number | undefined,
    by: Actor,
  ): Promise<Result<StoredRecordType, CatalogRefusal>> {
    const found = await this.recordTypes.find(name);
    if (!found) return fail({ kind: 'unknown' });
    if (version !== undefined && version !== found.version) return fail({ kind: 'stale' });
    const first = changeRecordType(found.recordType, change, await this.dependants.of(name));
    if (!first.ok) return first;
    const next = first.value.readsDifferently
      ? await this.imports.profileAnew(first.value.recordType)
      : first.value.recordType;
    return this.database.write(async () => {
      // Looked at again where nothing can come in between: a rule may have gone live meanwhile.
      const again = changeRecordType(found.recordType, change, await this.dependants.of(name));
      if (!again.ok) return again;
      const changed = await this.recordTypes.change(next, found.version);
      if (!changed.ok) return fail({ kind: 'stale' });
      await this.audit.append(by, {
        action: 'record-type-changed',
        subject: { type: 'record-type', id: name, version: changed.value.version },
        recordType: name,
        detail: { changed: Object.keys(change), fields: (change.fields ?? []).map(field => field.name) },
      });
      await this.watch.changed(changed.value.recordType, by);
      return changed;
    });
  }

  /** Archives a record type and forgets its sample. Refused while a live rule stands on it. */
  async remove(name: string, by: Actor): Promise<Result<Removal, CatalogRefusal>> {
    const found = await this.recordTypes.find(name);
    if (!found) return fail({ kind: 'unknown' });
    const done = await this.database.write(async () => {
      const rules = await this.dependants.of(name);
      if (rules.length > 0) return fail({ kind: 'in-use' as const, rules });
      if (!(await this.recordTypes.archive(name, found.version))) return fail({ kind: 'stale' as const });
      await this.audit.append(by, {
        action: 'record-type-archived',
        subject: { type: 'record-type', id: name, version: found.version },
        recordType: name,
      });
      return ok({ dependants: [] });
    });
    if (done.ok) await this.samples.sweep(name);
    return done;
  }
}
