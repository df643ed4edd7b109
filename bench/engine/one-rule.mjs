import { interleaved } from './interleaved.mjs';
import {
  CLOCK,
  entriesOf,
  jreOps,
  makeLines,
  parseLines,
  RECORD_TYPE,
  ruleA,
  sha256,
  toJL,
  toJRE,
} from './workload.mjs';

const COUNTRIES = new Set(['DE', 'AT', 'CH', 'FR', 'NL']);

/** The rule as a person would write it out for this one purpose. */
function handwritten(d) {
  return (
    d.status === 'active' &&
    (COUNTRIES.has(d.country) || d.segment === 'enterprise') &&
    d.revenue > 100000 &&
    d.email != null &&
    (d.tags?.includes('vip') ||
      d.notes?.includes('gmbh') ||
      d.address?.city === 'Berlin' ||
      d.billing?.plan?.tier >= 4) &&
    !d.email.includes('test.')
  );
}

/** One rule over many records that are all different: workload (a). */
export async function oneRule({ rules, peers, records = 20_000, rounds = 15 }) {
  const logic = toJL(ruleA);
  const all = parseLines(makeLines(records));
  const some = all.slice(0, Math.min(records, 2_000));
  const [entry] = entriesOf(rules, [logic]);
  const closures = rules.compileCondition(entry.rule, RECORD_TYPE, undefined, { generate: false });
  const fastest = rules.compileCondition(entry.rule, RECORD_TYPE);
  const set = rules.compileRuleSet([entry], RECORD_TYPE, sha256);
  const built = peers.jle.build(logic);
  const jre = jreEngine(peers, toJRE(ruleA));
  const counts = {};
  const over = (name, list, holds) => {
    const count = loopOver(list, holds);
    return { name, records: list.length, run: () => (counts[name] = count()) };
  };
  const times = await interleaved(
    [
      over('json-logic-js', all, record => peers.jsonLogic.apply(logic, record)),
      over('json-logic-engine build()', all, record => built(record)),
      over('handwritten', all, handwritten),
      over('rulewright, closures', all, record => closures.test(record, CLOCK).value),
      over('rulewright, generated code', all, record => fastest.test(record, CLOCK).value),
      over('rulewright, rule set of one', all, record => set.match(record, CLOCK).value.count > 0),
      {
        name: 'json-rules-engine',
        records: some.length,
        run: async () => {
          for (const record of some) await jre.run(record);
        },
      },
    ],
    { rounds },
  );
  return { records, times: Object.fromEntries(times), counts };
}

/** A loop of its own for each contender: in one for all, none of them could be inlined, and each would be called as the others are. */
function loopOver(list, holds) {
  const source =
    'return () => { let count = 0; for (const record of list) if (holds(record)) count++; return count; };';
  return new Function('list', 'holds', source)(list, holds);
}

function jreEngine({ Engine }, conditions) {
  const engine = new Engine([], { allowUndefinedFacts: true });
  jreOps(engine);
  engine.addRule({ conditions: conditions.all ? conditions : { all: [conditions] }, event: { type: 'hit' } });
  return engine;
}
