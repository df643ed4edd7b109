import type { Clock } from '../model/clock';
import { isTruthy } from '../model/coercion';
import type { Change, Outcome, RuleRef } from '../model/outcome';
import type { DataRecord } from '../model/record';
import type { RecordType } from '../model/record-type';
import { fail, ok, type Result } from '../model/result';
import type { Budget, EvaluationError } from '../model/run';
import { FAILS, HOLDS, ODD } from './alone/leaf-of';
import { applyActions } from './apply-actions';
import { attempt } from './guarded';
import { hashRuleSet, type Sha256 } from './hash-rule';
import { listRanks, nextRank } from './network/rule-bits';
import { compareRules, orderRules } from './order-rules';
import { type Counters, Matcher } from './running/matcher';
import { Parts } from './running/parts';
import { Lineage, type RuleSetEntry, Step } from './running/step';
import { WriteLog } from './write-log';

export type { RuleSetEntry } from './running/step';

/** Places in `rules` of those whose condition a record meets, ascending. The list is used again: read it before the next call. */
export interface Matches {
  readonly count: number;
  readonly indices: Int32Array;
}

/** All running versions for a record type: immutable, named by one hash, the same outcome for the same record and clock. */
export interface CompiledRuleSet {
  readonly hash: string;
  readonly entries: readonly RuleSetEntry[];
  readonly rules: readonly {
    readonly id: string;
    readonly version: number;
    readonly name: string;
    readonly priority: number;
  }[];
  /** How much was judged so far. */
  readonly counters: Counters;
  /** Runs every rule once, in order, each on the record as the ones before left it. An error leaves the record as it came. */
  apply(record: DataRecord, clock: Clock): Outcome;
  /** Which rules' conditions the record meets as it stands, with no action taken; or the first rule's error. */
  match(record: DataRecord, clock: Clock): Result<Matches, EvaluationError & { readonly rule: string }>;
  /** This set with a rule added, or replaced where its id is there already. This set stays as it is. */
  with(entry: RuleSetEntry): CompiledRuleSet;
  /** This set without the rule of this id. This set stays as it is. */
  without(id: string): CompiledRuleSet;
}

/** Rules as a set that is ready to run. */
export function compileRules(
  entries: readonly RuleSetEntry[],
  recordType: RecordType,
  sha256: Sha256,
  budget?: Budget,
): CompiledRuleSet {
  const lineage = new Lineage(recordType, budget);
  const steps = orderRules(entries).map(entry => new Step(entry, lineage));
  return new RunningRules(steps, lineage, sha256);
}

class RunningRules implements CompiledRuleSet {
  private madeMatcher?: Matcher;
  private madeIndices?: Int32Array;
  private madeHash?: string;
  private madeRules?: CompiledRuleSet['rules'];

  constructor(
    private readonly steps: readonly Step[],
    private readonly lineage: Lineage,
    private readonly sha256: Sha256,
    private madeParts?: Parts,
  ) {}

  // Made with the first record: who only wants a set's hash, or another set made from it, waits for nothing.
  private get parts(): Parts {
    return (this.madeParts ??= Parts.of(this.steps, this.lineage));
  }

  private get matcher(): Matcher {
    return (this.madeMatcher ??= new Matcher(this.parts.list, this.steps.length, this.lineage));
  }

  private get indices(): Int32Array {
    return (this.madeIndices ??= new Int32Array(this.steps.length + 1));
  }

  get hash(): string {
    return (this.madeHash ??= hashRuleSet(
      this.steps.map(({ entry }) => entry.hash),
      this.lineage.recordType,
      this.sha256,
    ));
  }

  get entries(): readonly RuleSetEntry[] {
    return this.steps.map(({ entry }) => entry);
  }

  get rules(): CompiledRuleSet['rules'] {
    return (this.madeRules ??= this.steps.map(({ entry: { id, version, rule } }) => {
      return { id, version, name: rule.name, priority: rule.priority };
    }));
  }

  get counters(): Counters {
    return this.madeMatcher?.counters ?? { records: 0, candidates: 0 };
  }

  match(record: DataRecord, clock: Clock): ReturnType<CompiledRuleSet['match']> {
    const { matcher, steps, indices } = this;
    const { sure, unsure } = matcher;
    matcher.find(record, clock);
    if (unsure.isEmpty) return ok({ count: listRanks(sure, indices), indices });
    let count = 0;
    for (let rank = nextRank(sure, unsure, 0); rank >= 0; rank = nextRank(sure, unsure, rank + 1)) {
      if (unsure.has(rank)) {
        const step = steps[rank] as Step;
        const run = matcher.runFor(clock);
        const verdict = matcher.judgeAlone(step, record, run);
        if (verdict === FAILS) continue;
        if (verdict === ODD) {
          matcher.runFor(clock);
          const judged = attempt(() => isTruthy(step.holds(record, run)));
          if (!judged.ok) return fail({ ...judged.error, rule: step.ref.rule });
          if (!judged.value) continue;
        }
      }
      indices[count++] = rank;
    }
    return ok({ count, indices });
  }

  apply(record: DataRecord, clock: Clock): Outcome {
    const { matcher, steps } = this;
    const { sure, unsure } = matcher;
    const { recordType } = this.lineage;
    matcher.find(record, clock);
    const matched: RuleRef[] = [];
    const changes: Change[] = [];
    const log = new WriteLog();
    let current = record;
    for (let rank = nextRank(sure, unsure, 0); rank >= 0; rank = nextRank(sure, unsure, rank + 1)) {
      const step = steps[rank] as Step;
      const { ref, rule, freeActions } = step;
      // Each rule has a budget of its own, so that adding a rule never takes from another's.
      const run = matcher.runFor(clock);
      const before = current;
      const alone = unsure.has(rank) ? matcher.judgeAlone(step, before, run) : HOLDS;
      if (alone === FAILS) continue;
      // Actions that take of the budget find it as their rule's condition left it.
      const judged = alone === HOLDS && freeActions;
      if (!judged) matcher.runFor(clock);
      const turn = attempt(() =>
        judged || isTruthy(step.holds(before, run))
          ? applyActions(rule.actions, before, { recordType, run })
          : undefined,
      );
      if (!turn.ok) return { matched: [], changes: [], record, error: { ...turn.error, rule: ref.rule } };
      if (!turn.value) continue;
      matched.push(ref);
      for (const { action, effect } of turn.value.effects) {
        changes.push(log.record(ref.rule, action, effect));
        matcher.unsettle(effect, before, rank);
      }
      current = turn.value.record;
    }
    return { matched, changes, record: current };
  }

  with(entry: RuleSetEntry): CompiledRuleSet {
    const present = this.steps.findIndex(step => step.entry.id === entry.id);
    return present < 0 ? this.inserting(entry) : this.removing(present).inserting(entry);
  }

  without(id: string): CompiledRuleSet {
    const rank = this.steps.findIndex(step => step.entry.id === id);
    return rank < 0 ? this : this.removing(rank);
  }

  private inserting(entry: RuleSetEntry): RunningRules {
    const { steps, lineage } = this;
    let [rank, end] = [0, steps.length];
    while (rank < end) {
      const middle = (rank + end) >>> 1;
      if (compareRules((steps[middle] as Step).entry, entry) <= 0) rank = middle + 1;
      else end = middle;
    }
    const step = new Step(entry, lineage);
    return new RunningRules(steps.toSpliced(rank, 0, step), lineage, this.sha256, this.madeParts?.with(step, rank));
  }

  private removing(rank: number): RunningRules {
    const { steps, lineage } = this;
    return new RunningRules(steps.toSpliced(rank, 1), lineage, this.sha256, this.madeParts?.without(rank));
  }
}
