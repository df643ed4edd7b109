import { setImmediate as nextTurn } from 'node:timers/promises';

import { Injectable } from '@nestjs/common';
import type { DataRecord, RecordType } from '@lib/rules';

import { type Actor, may } from '../auth/actor';
import { maskProfiles, personalPaths, withholdPersonal } from './mask-personal';
import type { ReadSample } from './sample-reader';

export interface Shown {
  readonly recordType: RecordType;
  readonly sample: readonly DataRecord[];
}

/** Records gone over between two turns of the event loop. */
const AT_ONCE = 500;

/**
 * What a translator may read of a sample for somebody: without the right to personal values none of them, so that no
 * question, option or assumption can tell one. Kept as long as the sample is, because indexes are built of it.
 */
@Injectable()
export class ShownSample {
  private readonly kept = new WeakMap<ReadSample, Promise<Shown>>();

  async for(actor: Actor, sample: ReadSample): Promise<Shown> {
    const { recordType, records } = sample;
    const paths = may(actor, 'see-personal', recordType.name) ? [] : personalPaths(recordType);
    if (paths.length === 0) return { recordType, sample: records };
    let shown = this.kept.get(sample);
    if (!shown) this.kept.set(sample, (shown = withheldFrom(records, paths, maskProfiles(recordType, actor))));
    return shown;
  }
}

async function withheldFrom(
  records: readonly DataRecord[],
  paths: readonly string[],
  recordType: RecordType,
): Promise<Shown> {
  const sample: DataRecord[] = [];
  for (let at = 0; at < records.length; at += AT_ONCE) {
    for (const record of records.slice(at, at + AT_ONCE)) sample.push(withholdPersonal(record, paths));
    await nextTurn();
  }
  return { recordType, sample };
}
