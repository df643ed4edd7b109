import type { ValidRule } from '../../model/rule';
import { compileRules, type RuleSetEntry } from '../compile-rules';
import { FEWEST_FOR_NETWORK } from './segment';

const CLOCK = { now: '2026-01-15T12:00:00.000Z', timeZone: 'UTC' };
const TYPE = { name: 'customer', fields: [] };

function entry(id: string, priority: number, condition: unknown, tag: string): RuleSetEntry {
  const rule = { recordType: TYPE.name, name: id, condition, actions: [{ type: 'addTag', value: tag }], priority };
  return { id, version: 1, hash: id, rule: rule as unknown as ValidRule };
}

describe('what a rule reads of what an earlier rule wrote', () => {
  it.each(['contains', 'in'])('is judged in its turn, however the word is spelt in Unicode (%s)', operator => {
    const [written, read] = ['Cafe\u0301', 'Caf\u00e9'];
    const list = { var: 'tags' };
    const entries = [
      entry('writes', 1, { '!!': [{ var: 'id' }] }, written),
      entry('reads', 2, { [operator]: operator === 'in' ? [read, list] : [list, read] }, 'seen'),
      // Enough rules that they are judged ahead of time, together.
      ...Array.from({ length: FEWEST_FOR_NETWORK }, (_, i) =>
        entry(`other ${i}`, 3, { '==': [{ var: 'id' }, i] }, 'no'),
      ),
    ];
    const outcome = compileRules(entries, TYPE, text => text).apply({ id: 'C1', tags: [] }, CLOCK);
    expect(outcome.record['tags']).toEqual([written, 'seen']);
  });
});
