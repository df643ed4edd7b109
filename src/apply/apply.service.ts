import { Injectable } from '@nestjs/common';

import { applyRecord, type ApplyOptions, type ApplyResult } from './apply-record';
import type { RunningRuleSet } from './running-rule-set';
import { Turns } from '../runtime/turns';

/** Applies a rule set to records that came in one body. */
@Injectable()
export class ApplyService {
  async apply(
    running: RunningRuleSet,
    records: readonly unknown[],
    options: ApplyOptions,
  ): Promise<readonly ApplyResult[]> {
    const results: ApplyResult[] = [];
    const turns = new Turns();
    for (const [index, record] of records.entries()) {
      results.push(applyRecord(running, record, index, options));
      if (turns.isOver) await turns.giveUp();
    }
    return results;
  }
}
