import type { Columns } from '../network/columns';
import type { Findings, Judging } from '../network/network';
import type { Plan } from '../network/plan';
import type { ShareOf } from './order-tests';
import { type Collect, togetherSource } from './together-source';

/** A few rules judged in one go by generated code made for just them. Only for plain records. */
export class Together {
  private readonly collectAll: Collect;

  constructor(plans: readonly Plan[], columns: Columns, shareOf: ShareOf) {
    this.collectAll = togetherSource(plans, columns, shareOf);
  }

  /** Finds the rules a record meets. `ranks` gives each rule's bit, negative for rules that left the set. */
  collect({ record, run }: Pick<Judging, 'record' | 'run'>, ranks: Int32Array, { sure, unsure }: Findings): void {
    this.collectAll(record, run, ranks, sure, unsure);
  }
}
