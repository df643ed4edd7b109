import { canonicalJson } from '../compile/canonical-json';
import type { RuleSetEntry } from '../compile/compile-rules';
import { orderRules } from '../compile/order-rules';
import { lexiconFor } from '../explain/lexicons';
import { fieldWords } from '../explain/saying';
import type { Problem } from '../model/problem';
import type { RecordType } from '../model/record-type';
import { TouchIndex } from './touch-index';
import { readsOf, type Touch, writesOf } from './touched-fields';

interface Analysed {
  readonly entry: RuleSetEntry;
  readonly reads: readonly Touch[];
  readonly writes: readonly Touch[];
}

/**
 * What reasoning about rules together shows. Never an error: order settles every one of these, but perhaps not as meant.
 * Each rule is held against its nearest neighbour in a place, so the work grows with the rules, not with their pairs.
 */
export function analyseRuleSet(rules: readonly RuleSetEntry[], recordType: RecordType): readonly Problem[] {
  const ordered = orderRules(rules).map(entry => ({
    entry,
    reads: readsOf(entry.rule),
    writes: writesOf(entry.rule, recordType),
  }));
  return [
    ...sameConditions(ordered),
    ...contested(ordered, recordType),
    ...feeds(ordered, recordType),
    ...comesTooLate(ordered, recordType),
  ];
}

function sameConditions(rules: readonly Analysed[]): readonly Problem[] {
  const first = new Map<string, Analysed>();
  return rules.flatMap(rule => {
    const condition = canonicalJson(rule.entry.rule.condition);
    const earlier = first.get(condition);
    if (!earlier) first.set(condition, rule);
    if (!earlier) return [];
    const message = `${named(rule)} asks the same as ${named(earlier)}.`;
    return [warning('same-condition', rule, '/condition', message, 'One rule can take all the actions.')];
  });
}

/** Two rules write the same place differently: the later one wins. */
function contested(rules: readonly Analysed[], recordType: RecordType): readonly Problem[] {
  const written = new TouchIndex<Analysed>();
  return rules.flatMap(rule => {
    const problems = rule.writes.flatMap(write => {
      const earlier = written.last(write, other => !agree(write, other));
      if (!earlier) return [];
      const message = `${named(earlier)} and ${named(rule)} both write ${spoken(write, recordType)}; ${named(rule)} runs last and wins.`;
      return [warning('contested-field', rule, '/actions', message)];
    });
    for (const write of rule.writes) written.add(write, rule);
    return problems;
  });
}

/** A rule reads what one before it writes: it sees the new value. */
function feeds(rules: readonly Analysed[], recordType: RecordType): readonly Problem[] {
  const written = new TouchIndex<Analysed>();
  return rules.flatMap(rule => {
    const problems = rule.reads.flatMap(read => {
      const earlier = written.last(read);
      if (!earlier) return [];
      const message = `${named(rule)} reads ${spoken(read, recordType)}, which ${named(earlier)} writes before it.`;
      return [{ ...warning('reads-what-another-writes', rule, '/condition', message), severity: 'info' as const }];
    });
    for (const write of rule.writes) written.add(write, rule);
    return onePerMessage(problems);
  });
}

/** A rule reads what one after it writes: it sees the old value. */
function comesTooLate(rules: readonly Analysed[], recordType: RecordType): readonly Problem[] {
  const written = new TouchIndex<Analysed>();
  return [...rules].reverse().flatMap(rule => {
    const problems = rule.reads.flatMap(read => {
      const later = written.last(read);
      if (!later) return [];
      const message = `${named(rule)} reads ${spoken(read, recordType)} before ${named(later)} writes it.`;
      return [
        warning(
          'writes-what-was-read',
          rule,
          '/condition',
          message,
          'Change the priorities if it should see the new value.',
        ),
      ];
    });
    for (const write of rule.writes) written.add(write, rule);
    return onePerMessage(problems);
  });
}

function onePerMessage(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map(problem => [problem.message, problem])).values()];
}

/** Adding the same tag twice is no contest. */
function agree(a: Touch, b: Touch): boolean {
  return a.tag !== undefined && a.tag === b.tag && a.removes === b.removes;
}

function named({ entry }: Analysed): string {
  return `"${entry.rule.name}"`;
}

function warning(code: string, { entry }: Analysed, place: string, message: string, hint?: string): Problem {
  return { severity: 'warning', code, at: `/rules/${entry.id}${place}`, message, ...(hint ? { hint } : {}) };
}

function spoken({ path, tag }: Touch, recordType: RecordType): string {
  const field = fieldWords({ lexicon: lexiconFor(), recordType }, path);
  return tag === undefined ? field : `"${tag}" in ${field}`;
}
