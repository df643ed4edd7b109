import { interleaved } from './interleaved.mjs';
import { differences } from './many-rules.mjs';
import {
  CLOCK,
  entriesOf,
  makeLines,
  oneSidedRules,
  parseLines,
  RECORD_TYPE,
  sha256,
  taggingRules,
} from './workload.mjs';

/** Rules of other kinds, reported without a bar: what improves the workload must not worsen these. */
export async function otherRules({ rules, peers, n = 1_000, records = 4_000, rounds = 5 }) {
  const all = parseLines(makeLines(records));
  const few = all.slice(0, 100);
  const kinds = [
    { name: 'one-sided ranges and !=', conditions: oneSidedRules(n) },
    { name: 'rules that read tags', ...taggingRules(n) },
  ];
  const results = [];
  for (const { name, conditions, actionsOf } of kinds) {
    const set = rules.compileRuleSet(entriesOf(rules, conditions, actionsOf), RECORD_TYPE, sha256);
    const contenders = [
      { name: 'rulewright, match', records, run: () => all.forEach(record => set.match(record, CLOCK)) },
      { name: 'rulewright, apply', records, run: () => all.forEach(record => set.apply(record, CLOCK)) },
      {
        name: 'json-logic-js',
        records: few.length,
        run: () => few.forEach(record => conditions.filter(condition => peers.jsonLogic.apply(condition, record))),
      },
    ];
    const times = await interleaved(contenders, { rounds });
    const differing = differences(set, conditions, all, peers, 200);
    results.push({ name, n, differing, times: Object.fromEntries(times) });
  }
  return results;
}
