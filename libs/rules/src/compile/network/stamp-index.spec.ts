import type { DataRecord } from '../../model/record';
import type { ValidRule } from '../../model/rule';
import { compileCondition } from '../compile-condition';
import { compileRules } from '../compile-rules';

const CLOCK = { now: '2026-01-15T00:00:00.000Z', timeZone: 'UTC' };
const TYPE = { name: 'thing', fields: [] };
const WORDS = ['ash', 'elm', 'oak', 'fir', 'yew', 'box', 'bay', 'fig'];

// One rule hangs at a part of the text, all others at their numbers: of those, parts are looked for when a rule gets that far.
const rules = Array.from({ length: 60 }, (_, i) => {
  const part = { in: [WORDS[i % WORDS.length], { var: 'text' }] };
  const one = i % 2 === 0 ? part : { '!': part };
  const condition = i === 0 ? { in: ['rare', { var: 'text' }] } : { and: [{ '==': [{ var: 'n' }, i] }, one] };
  return { recordType: 'thing', name: `r${10 + i}`, condition, actions: [], priority: 1 } as unknown as ValidRule;
});

it('finds parts of texts and elements of lists, whether rules hang at them or get to them later', () => {
  const entries = rules.map((rule, i) => ({ id: `r${10 + i}`, version: 1, hash: '', rule }));
  const set = compileRules(entries, TYPE, () => '');
  const alone = rules.map(rule => compileCondition(rule, TYPE));
  let matched = 0;
  for (let i = 0; i < 1_500; i++) {
    const word = WORDS[(i * 7) % WORDS.length] as string;
    const words = i % 50 === 3 ? [word, 'rare'] : [word, 'x'];
    // Lists come when all that was learned was texts.
    const text = [words.join(' '), i < 1_000 ? words.join('') : words, i % 4 === 2 ? null : word, 7][i % 4];
    const record = { n: (i * 11) % 60, text } as DataRecord;
    const found = set.match(record, CLOCK);
    const expected = alone.flatMap(({ test }, rank) => {
      const verdict = test(record, CLOCK);
      return verdict.ok && verdict.value ? [rank] : [];
    });
    expect(found.ok && [...found.value.indices.subarray(0, found.value.count)]).toEqual(expected);
    matched += expected.length;
  }
  expect(matched).toBeGreaterThan(500);
});
