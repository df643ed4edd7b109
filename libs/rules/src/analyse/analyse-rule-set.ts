import { canonicalJson } from '../compile/canonical-json';
import type { RuleSetEntry } from '../compile/compile-rules';
import { orderRules } from '../compile/order-rules';
import { fieldWords } from '../explain/saying';
import { lexiconFor } from '../explain/lexicons';
import type { Problem } from '../model/problem';
import type { RecordType } from '../model/record-type';
import { meets, readsOf, type Touch, writesOf } from './touched-fields';

interface Analysed {
  readonly entry: RuleSetEntry;
  readonly reads: readonly Touch[];
  readonly writes: readonly Touch[];
}

/** What reasoning about rules together shows. Only warnings: order settles every one of these, but perhaps not as meant. */
export function analyseRuleSet(rules: readonly RuleSetEntry[], recordType: RecordType): readonly Problem[] {
  const ordered = orderRules(rules).map((entry): Analysed => ({
    entry,
    reads: readsOf(entry.rule),
    writes: writesOf(entry.rule, recordType),
  }));
  const pairs = ordered.flatMap((earlier, i) => ordered.slice(i + 1).map(later => [earlier, later] as const));
  return [
    ...sameConditions(ordered),
    ...pairs.flatMap(([earlier, later]) => [
      ...contested(earlier, later, recordType),
      ...feeds(earlier, later, recordType),
      ...comesTooLate(earlier, later, recordType),
    ]),
  ];
}

function named({ entry }: Analysed): string {
  return `"${entry.rule.name}"`;
}

function warning(code: string, of: Analysed, place: string, message: string, hint?: string): Problem {
  return { severity: 'warning', code, at: `/rules/${of.entry.id}${place}`, message, ...(hint ? { hint } : {}) };
}

function sameConditions(rules: readonly Analysed[]): readonly Problem[] {
  const first = new Map<string, Analysed>();
  return rules.flatMap(rule => {
    const condition = canonicalJson(rule.entry.rule.condition);
    const earlier = first.get(condition);
    if (!earlier) first.set(condition, rule);
    if (!earlier) return [];
    return [
      warning(
        'same-condition',
        rule,
        '/condition',
        `${named(rule)} asks the same as ${named(earlier)}.`,
        'One rule can take all the actions.',
      ),
    ];
  });
}

function contested(earlier: Analysed, later: Analysed, recordType: RecordType): readonly Problem[] {
  const place = later.writes.find(write => earlier.writes.some(other => meets(write, other) && !agree(write, other)));
  if (!place) return [];
  return [
    warning(
      'contested-field',
      later,
      '/actions',
      `${named(earlier)} and ${named(later)} both write ${spoken(place, recordType)}; ${named(later)} runs last and wins.`,
    ),
  ];
}

/** Adding the same tag twice is no contest. */
function agree(a: Touch, b: Touch): boolean {
  return a.tag !== undefined && a.tag === b.tag && a.removes === b.removes;
}

function feeds(earlier: Analysed, later: Analysed, recordType: RecordType): readonly Problem[] {
  const place = later.reads.find(read => earlier.writes.some(write => meets(read, write)));
  if (!place) return [];
  const message = `${named(later)} reads ${spoken(place, recordType)}, which ${named(earlier)} writes before it.`;
  return [{ ...warning('reads-what-another-writes', later, '/condition', message), severity: 'info' }];
}

function comesTooLate(earlier: Analysed, later: Analysed, recordType: RecordType): readonly Problem[] {
  const place = earlier.reads.find(read => later.writes.some(write => meets(read, write)));
  if (!place) return [];
  const message = `${named(earlier)} reads ${spoken(place, recordType)} before ${named(later)} writes it.`;
  return [
    warning(
      'writes-what-was-read',
      earlier,
      '/condition',
      message,
      'Change the priorities if it should see the new value.',
    ),
  ];
}

function spoken({ path, tag }: Touch, recordType: RecordType): string {
  const field = fieldWords({ lexicon: lexiconFor(), recordType }, path);
  return tag === undefined ? field : `"${tag}" in ${field}`;
}
