import type { RuleRef } from '../../model/outcome';
import type { ValidRule } from '../../model/rule';
import { type Budget, DEFAULT_BUDGET } from '../../model/run';
import type { RecordType } from '../../model/record-type';
import { judgeAlone } from '../alone/judge-alone';
import type { Judge } from '../alone/ways';
import { compileLogic, type Dates, datesOf } from '../compile-logic';
import type { Evaluate } from '../evaluate';
import { Columns } from '../network/columns';
import { type Plan, planOf } from '../network/plan';
import { RecordSample } from '../network/record-sample';
import { type Read, readsOfCondition } from './reads';

/** One version of a rule that is to run, under the id it is known by. */
export interface RuleSetEntry {
  readonly id: string;
  readonly version: number;
  readonly hash: string;
  readonly rule: ValidRule;
}

/** What all rule sets made from one another share. Nothing in it can be seen in an outcome. */
export class Lineage {
  readonly columns = new Columns();
  readonly dates: Dates;
  readonly sample = new RecordSample();

  constructor(
    readonly recordType: RecordType,
    readonly budget: Budget = DEFAULT_BUDGET,
  ) {
    this.dates = datesOf(recordType);
  }
}

// Actions that take nothing of a budget. After any other, a rule's condition has to be charged before its actions are.
const FREE_ACTIONS: ReadonlySet<string> = new Set([
  'addTag',
  'removeTag',
  'flag',
  'setValue',
  'clearValue',
  'copyValue',
]);

/** One rule ready to run; what it takes to judge it alone or among many is made when it is first needed. */
export class Step {
  readonly ref: RuleRef;
  readonly rule: ValidRule;
  /** Whether its actions take nothing of the budget its condition is charged to. */
  readonly freeActions: boolean;
  private madeHolds?: Evaluate;
  private madeJudge?: Judge | null;
  private madePlan?: Plan;
  private madeReads?: readonly Read[];

  constructor(
    readonly entry: RuleSetEntry,
    private readonly lineage: Lineage,
  ) {
    this.rule = entry.rule;
    this.ref = { rule: entry.id, version: entry.version, name: entry.rule.name };
    this.freeActions = entry.rule.actions.every(({ type }) => FREE_ACTIONS.has(type));
  }

  /** The condition as a closure. */
  get holds(): Evaluate {
    return (this.madeHolds ??= compileLogic(this.rule.condition, '/condition', this.lineage.dates));
  }

  /** The condition as it is judged where there are few rules; none where it may fail. */
  get judge(): Judge | null {
    if (this.madeJudge === undefined) this.madeJudge = judgeAlone(this.plan, this.lineage.columns) ?? null;
    return this.madeJudge;
  }

  /** The condition as the network sees it. */
  get plan(): Plan {
    return (this.madePlan ??= planOf(this.rule, this.lineage, this.lineage.budget));
  }

  /** What the condition reads of a record. */
  get reads(): readonly Read[] {
    return (this.madeReads ??= readsOfCondition(this.rule.condition));
  }
}
