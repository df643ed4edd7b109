import type { Change } from '../model/outcome';
import type { DataRecord } from '../model/record';
import type { ValidRule } from '../model/rule';
import { applyActions } from '../compile/apply-actions';
import { compileCondition } from '../compile/compile-condition';
import { guarded } from '../compile/guarded';
import type { JsonValue } from '../model/json';
import { jsonEqual } from '../model/json-equal';
import { DEFAULT_PREVIEW_LIMIT, MAX_PREVIEW_LIMIT, type PreviewOptions } from './preview';
import { atOnce, type Steps } from '../model/steps';

/** Two versions of a rule compared on a sample. */
export interface Impact {
  readonly now: string;
  readonly sampleOf: number;
  readonly total: number;
  /** Records the later version matches and the earlier does not, the other way round, and both. */
  readonly gained: number;
  readonly lost: number;
  readonly kept: number;
  /** Of the kept ones, those the two versions do different things to. */
  readonly different: number;
  readonly examples: {
    readonly gained: readonly DataRecord[];
    readonly lost: readonly DataRecord[];
    readonly kept: readonly DataRecord[];
    readonly different: readonly DataRecord[];
  };
}

type Fate = 'gained' | 'lost' | 'kept' | undefined;

/** What replacing one version by another would mean for the sample. Without an earlier version, every match is gained. */
export function impactOf(...versions: Parameters<typeof impactInSteps>): Impact {
  return atOnce(impactInSteps(...versions));
}

/** The same, record by record: for `inTurns`, which lets others work in between. */
export function* impactInSteps(
  before: ValidRule | undefined,
  after: ValidRule,
  sample: readonly DataRecord[],
  options: PreviewOptions,
): Steps<Impact> {
  const limit = Math.max(0, Math.min(options.limit ?? DEFAULT_PREVIEW_LIMIT, MAX_PREVIEW_LIMIT));
  const fateOf = compareVersions(before, after, options);
  const counts = { gained: 0, lost: 0, kept: 0, different: 0 };
  const examples: { [kind in keyof typeof counts]: DataRecord[] } = { gained: [], lost: [], kept: [], different: [] };
  const count = (kind: keyof typeof counts, record: DataRecord): void => {
    counts[kind]++;
    if (examples[kind].length < limit) examples[kind].push(record);
  };
  for (const record of sample) {
    yield;
    const fate = fateOf(record);
    if (!fate) continue;
    count(fate, record);
    if (fate === 'kept' && before && !sameEffects(before, after, record, options)) count('different', record);
  }
  return {
    now: options.clock.now,
    sampleOf: options.total ?? sample.length,
    total: sample.length,
    ...counts,
    examples,
  };
}

function compareVersions(
  before: ValidRule | undefined,
  after: ValidRule,
  { recordType, clock }: PreviewOptions,
): (record: DataRecord) => Fate {
  const earlier = before && compileCondition(before, recordType);
  const later = compileCondition(after, recordType);
  return record => {
    const was = earlier?.test(record, clock);
    const is = later.test(record, clock);
    const [matchedBefore, matchesNow] = [was?.ok === true && was.value, is.ok && is.value];
    if (matchedBefore) return matchesNow ? 'kept' : 'lost';
    return matchesNow ? 'gained' : undefined;
  };
}

function sameEffects(before: ValidRule, after: ValidRule, record: DataRecord, options: PreviewOptions): boolean {
  const effects = (rule: ValidRule): readonly Omit<Change, 'rule' | 'action'>[] => {
    const turn = guarded(options.clock, run =>
      applyActions(rule.actions, record, { recordType: options.recordType, run }),
    );
    return turn.ok ? turn.value.effects.map(({ effect }) => effect) : [];
  };
  return jsonEqual(effects(before) as unknown as JsonValue, effects(after) as unknown as JsonValue);
}
