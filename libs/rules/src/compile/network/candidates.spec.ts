import { Random } from '../../../../../test/fuzz/random';
import { selectiveCondition, selectiveRecord } from '../../../../../test/fuzz/selective-rules';
import type { ValidRule } from '../../model/rule';
import { compileRules } from '../compile-rules';

const CLOCK = { now: '2026-01-15T00:00:00.000Z', timeZone: 'UTC' };

it.each([300, 3_000])('checks few rules more than match: at most 2.2 candidates per match of %i rules', count => {
  const random = new Random(count);
  const entries = Array.from({ length: count }, (_, i) => {
    const rule = {
      name: `r${i}`,
      priority: 100,
      condition: selectiveCondition(random),
      actions: [],
    } as unknown as ValidRule;
    return { id: `r${i}`, version: 1, hash: '', rule };
  });
  const set = compileRules(entries, { name: 'customer', fields: [] }, () => '');
  const learning = Array.from({ length: 600 }, () => selectiveRecord(random));
  for (const record of learning) set.match(record, CLOCK);
  const before = set.counters.candidates;
  let matches = 0;
  for (let i = 0; i < 600; i++) {
    const found = set.match(selectiveRecord(random), CLOCK);
    if (found.ok) matches += found.value.count;
  }
  expect(matches).toBeGreaterThan(600);
  expect((set.counters.candidates - before) / matches).toBeLessThan(2.2);
});
