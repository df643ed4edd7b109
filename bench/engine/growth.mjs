import { interleaved } from './interleaved.mjs';
import { CLOCK, entriesOf, makeLines, makeRules, parseLines, RECORD_TYPE, sha256, toJL } from './workload.mjs';

const SIZES = [100, 1_000, 10_000];

/** How time grows with the number of rules: as the workload has them, and with the same rules matching at every size. */
export async function growth({ rules, records = 2_000, rounds = 7 }) {
  const all = parseLines(makeLines(records));
  const sets = SIZES.flatMap(n => [
    { name: `density ${n}`, set: setOf(rules, makeRules(n).map(toJL)) },
    { name: `constant ${n}`, set: setOf(rules, constantMatches(n)) },
  ]);
  const times = await interleaved(
    sets.map(({ name, set }) => ({
      name,
      records,
      run: () => all.forEach(record => set.match(record, CLOCK)),
    })),
    { rounds },
  );
  const exponent = kind => Math.log(times.get(`${kind} 10000`) / times.get(`${kind} 100`)) / Math.log(100);
  return { density: exponent('density'), constant: exponent('constant'), times: Object.fromEntries(times) };
}

function setOf(rules, conditions) {
  return rules.compileRuleSet(entriesOf(rules, conditions), RECORD_TYPE, sha256);
}

/** A hundred rules as they are, and as many more as it takes that ask for values no record has. */
function constantMatches(n) {
  const usual = makeRules(100).map(toJL);
  const others = makeRules(n - 100 || 1, 9)
    .slice(0, n - 100)
    .map(toJL);
  return [
    ...usual,
    ...others.map((condition, i) => ({ and: [{ '==': [{ var: 'externalId' }, `EXT-none-${i}`] }, condition] })),
  ];
}
