import fc from 'fast-check';
import { Random } from '../../../../test/fuzz/random';
import { FUZZ_TYPE, randomAction, randomCondition, randomRecord } from '../../../../test/fuzz/random-rules';
import type { ValidRule } from '../model/rule';
import { compileRuleSet } from './compile-rule-set';

const CLOCK = { now: '2026-01-15T23:30:00.000Z', timeZone: 'Europe/Berlin' };

const budget = fc.option(
  fc.record({ steps: fc.integer({ min: 1, max: 60 }), output: fc.integer({ min: 1, max: 200 }) }),
  {
    nil: undefined,
  },
);

it('says of any rules and record what applying them does, and why', () => {
  let [matches, misses, stops] = [0, 0, 0];
  fc.assert(
    fc.property(fc.integer(), budget, (seed, limits) => {
      const random = new Random(seed);
      const entries = Array.from({ length: 8 }, (_, i) => {
        const rule = {
          recordType: FUZZ_TYPE.name,
          name: `rule ${i}`,
          condition: randomCondition(random),
          actions: random.list(2, () => randomAction(random), 1),
          priority: i,
        } as unknown as ValidRule;
        return { id: `r${i}`, version: 1, hash: `h${i}`, rule };
      });
      const set = compileRuleSet(entries, FUZZ_TYPE, text => text, limits);
      const record = randomRecord(random);
      const outcome = set.apply(record, CLOCK);
      const traces = set.explain(record, CLOCK);
      if (outcome.error) {
        stops++;
        expect(traces.find(({ rule }) => rule === outcome.error?.rule)?.matched).toBe(false);
        return;
      }
      const traced = traces.filter(({ matched }) => matched).map(({ rule }) => rule);
      expect(traced).toEqual(outcome.matched.map(({ rule }) => rule));
      for (const { matched, clauses } of traces) {
        if (matched) matches++;
        else misses++;
        // All clauses hold exactly where the rule matched: that is the reason given.
        if (clauses.length > 0) expect(clauses.every(({ held }) => held)).toBe(matched);
        for (const { at, text } of clauses) expect([at.startsWith('/condition'), text !== '']).toEqual([true, true]);
      }
    }),
    { numRuns: 800, seed: 20_260_115 },
  );
  expect([matches > 500, misses > 500, stops > 20]).toEqual([true, true, true]);
});
