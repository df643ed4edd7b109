import type { RuleSet } from '../explain/compile-rule-set';
import { lexiconFor } from '../explain/lexicons';
import { fieldWords } from '../explain/saying';
import type { Clock } from '../model/clock';
import { jsonEqual } from '../model/json-equal';
import type { Change, Outcome } from '../model/outcome';
import type { Problem } from '../model/problem';
import type { DataRecord } from '../model/record';
import type { RecordType } from '../model/record-type';

export interface IdempotenceOptions {
  readonly recordType: RecordType;
  readonly clock: Clock;
}

/** What one rule does when the set meets its own result. */
interface Unsettled {
  readonly paths: Set<string>;
  /** Rules that ran after it the first time and changed what it sees the second time. */
  readonly fedBy: Set<string>;
  records: number;
  /** Whether some record ends differently the second time, not only by another way. */
  ends: boolean;
}

/**
 * Whether applying a rule set to its own result changes nothing, tried on a sample. Each rule that changes a record again is
 * named: `unsettled` where the record ends otherwise than before, `rewrites` where rules only undo each other on the way.
 */
export function checkIdempotence(
  ruleSet: RuleSet,
  sample: readonly DataRecord[],
  options: IdempotenceOptions,
): readonly Problem[] {
  const unsettled = new Map<string, Unsettled>();
  const places = new Map(ruleSet.rules.map(({ id }, place) => [id, place]));
  for (const record of sample) {
    const first = ruleSet.apply(record, options.clock);
    if (first.error || first.changes.length === 0) continue;
    const second = ruleSet.apply(first.record, options.clock);
    if (!second.error && second.changes.length > 0) note(unsettled, places, first, second);
  }
  return ruleSet.rules.flatMap(({ id, name }) => {
    const found = unsettled.get(id);
    return found ? [problemOf(id, name, found, { ruleSet, tried: sample.length, options })] : [];
  });
}

function note(
  unsettled: Map<string, Unsettled>,
  places: ReadonlyMap<string, number>,
  first: Outcome,
  second: Outcome,
): void {
  const ends = !jsonEqual(first.record, second.record);
  for (const [id, changes] of byRule(second.changes)) {
    const found = unsettled.get(id) ?? { paths: new Set(), fedBy: new Set(), records: 0, ends: false };
    unsettled.set(id, found);
    found.records++;
    found.ends ||= ends;
    for (const { path } of changes) found.paths.add(path);
    const place = places.get(id) ?? 0;
    for (const { rule } of first.changes) if ((places.get(rule) ?? 0) > place) found.fedBy.add(rule);
  }
}

function byRule(changes: readonly Change[]): ReadonlyMap<string, readonly Change[]> {
  const groups = new Map<string, Change[]>();
  for (const change of changes) groups.set(change.rule, [...(groups.get(change.rule) ?? []), change]);
  return groups;
}

interface Told {
  readonly ruleSet: RuleSet;
  readonly tried: number;
  readonly options: IdempotenceOptions;
}

function problemOf(id: string, name: string, found: Unsettled, { ruleSet, tried, options }: Told): Problem {
  const saying = { lexicon: lexiconFor(), recordType: options.recordType };
  const fields = [...found.paths].map(path => fieldWords(saying, path)).join(', ');
  const others = ruleSet.rules.filter(rule => found.fedBy.has(rule.id)).map(rule => `"${rule.name}"`);
  const again = `"${name}" changes ${fields} again when the rules meet their own result`;
  return {
    severity: found.ends ? 'warning' : 'info',
    code: found.ends ? 'unsettled' : 'rewrites',
    at: `/rules/${id}/actions`,
    message: `${again} (${found.records} of ${tried} records tried).`,
    hint:
      others.length > 0
        ? `What ${others.join(' and ')} changed after it is what it sees the second time.`
        : 'Say in its condition which records are done already, or let its actions change nothing in them.',
  };
}
