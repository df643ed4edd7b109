import { FUZZ_TYPE } from '../../../../../test/fuzz/random-rules';
import type { DataRecord } from '../../model/record';
import { compileRules } from '../compile-rules';
import { FEWEST_FOR_NETWORK } from './segment';

// That every tier judges as the closures do is what `test/fuzz` is about.

const CLOCK = { now: '2026-01-15T23:30:00.000Z', timeZone: 'Europe/Berlin' };
const sha256 = (text: string): string => `${text.length}`;

it('sees nothing that is inherited, whoever tampered with objects', () => {
  const entries = [
    { '==': [{ var: 'a' }, 'x'] },
    { '==': [{ var: 'constructor' }, null] },
    { '!!': { var: 'toString' } },
  ];
  const rules = Array.from({ length: FEWEST_FOR_NETWORK }, (_, i) => ({
    id: `r${i}`,
    version: 1,
    hash: '',
    rule: { name: `${10 + i}`, priority: 1, actions: [], condition: entries[i % 3], recordType: 'thing' } as never,
  }));
  for (const set of [compileRules(rules, FUZZ_TYPE, sha256), compileRules(rules.slice(0, 3), FUZZ_TYPE, sha256)]) {
    const found = set.match(Object.create({ a: 'x' }) as DataRecord, CLOCK);
    expect(found.ok && set.rules[found.value.indices[0] ?? 0]?.id).toBe('r1');
    try {
      (Object.prototype as { a?: string }).a = 'x';
      const polluted = set.match({}, CLOCK);
      expect(polluted.ok && set.rules[polluted.value.indices[0] ?? 0]?.id).toBe('r1');
    } finally {
      delete (Object.prototype as { a?: string }).a;
    }
  }
});
