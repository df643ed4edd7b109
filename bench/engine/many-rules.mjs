import { interleaved } from './interleaved.mjs';
import { CLOCK, entriesOf, makeLines, makeRules, parseLines, RECORD_TYPE, sha256, toJL, toSQL } from './workload.mjs';
import { duckTable } from './duck-table.mjs';

/** Up to so many rules every contender is quick enough to get all records: fewer of them would lie nearer to the processor. */
const FEW = 100;

/** Many rules over records parsed already: workload (b). Slow peers get fewer records; all figures are per record. */
export async function manyRules({ rules, peers, n, seed = 7, records = 5_000, rounds = 5, duck = true }) {
  const trees = makeRules(n, seed);
  const conditions = trees.map(toJL);
  const lines = makeLines(records);
  const all = parseLines(lines);
  const entries = entriesOf(rules, conditions);
  const start = performance.now();
  const set = rules.compileRuleSet(entries, RECORD_TYPE, sha256);
  const ready = performance.now() - start;
  const differing = differences(set, conditions, all, peers, Math.min(2_000, Math.round(1e6 / n)));
  const share = (most, cost) =>
    n <= FEW ? all : all.slice(0, Math.max(20, Math.min(records, Math.round(most / (n * cost)))));
  const [slow, slower] = [share(200, 0.0006), share(200, 0.001)];
  const built = conditions.map(condition => peers.jle.build(condition));
  const before = { ...set.counters };
  let [matched, passes] = [0, 0];
  const contenders = [
    {
      name: 'rulewright',
      records,
      run: () => {
        passes++;
        for (const record of all) matched += set.match(record, CLOCK).value.count;
      },
    },
    { name: 'JSON.parse', records, run: () => lines.forEach(line => JSON.parse(line)) },
    {
      name: 'rulewright, from NDJSON',
      records,
      run: () => lines.forEach(line => set.match(JSON.parse(line), CLOCK)),
    },
    {
      name: 'json-logic-js',
      records: slow.length,
      run: () => slow.forEach(record => conditions.filter(condition => peers.jsonLogic.apply(condition, record))),
    },
    {
      name: 'json-logic-engine build()',
      records: slower.length,
      run: () => slower.forEach(record => built.filter(holds => held(holds, record))),
    },
  ];
  const table = duck ? await duckTable(peers, all.slice(0, n > 1_000 ? 2_000 : 5_000)) : undefined;
  if (table) {
    const queries = table.queries(trees.map(toSQL));
    contenders.push({ name: 'DuckDB, 2 threads', records: table.records, run: () => table.runAll(queries) });
  }
  const times = await interleaved(contenders, { rounds });
  table?.close();
  const judged = set.counters.records - before.records;
  const candidates = (set.counters.candidates - before.candidates) / judged;
  const matches = matched / passes / records;
  return {
    n,
    seed,
    records,
    ready,
    differing,
    matches,
    candidatesPerMatch: matches ? candidates / matches : undefined,
    times: Object.fromEntries(times),
  };
}

// It throws where a text operator meets null; such a rule does not match.
function held(holds, record) {
  try {
    return holds(record);
  } catch {
    return false;
  }
}

/** Records for which the matching rules are not those json-logic-js finds. */
export function differences(set, conditions, all, { jsonLogic }, count) {
  let differing = 0;
  for (const record of all.slice(0, count)) {
    const { value } = set.match(record, CLOCK);
    const found = value.indices.subarray(0, value.count).join();
    const expected = conditions.flatMap((condition, i) => (jsonLogic.apply(condition, record) ? [i] : [])).join();
    if (found !== expected) differing++;
  }
  return { of: Math.min(count, all.length), differing };
}
