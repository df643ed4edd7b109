import { Random } from '../../../../../test/fuzz/random';
import { selectiveCondition, selectiveRecord } from '../../../../../test/fuzz/selective-rules';
import type { ValidRule } from '../../model/rule';
import { compileCondition, type CompiledCondition } from '../compile-condition';
import { type CompiledRuleSet, compileRules, type RuleSetEntry } from '../compile-rules';

const CLOCK = { now: '2026-01-15T00:00:00.000Z', timeZone: 'UTC' };
const TYPE = { name: 'customer', fields: [] };

/** A set that is changed rule by rule, and after each change finds what its rules find one by one. */
class Changing {
  readonly random = new Random(7);
  private readonly alone = new Map<string, CompiledCondition>();
  private made = 0;
  set: CompiledRuleSet = compileRules([], TYPE, () => '');

  get ids(): readonly string[] {
    return this.set.entries.map(({ id }) => id);
  }

  entry(id = `r${this.made++}`): RuleSetEntry {
    const { random } = this;
    const condition = selectiveCondition(random);
    const rule = { name: `rule ${random.below(1000)}`, priority: 100, condition, actions: [] } as unknown as ValidRule;
    this.alone.set(id, compileCondition(rule, TYPE, undefined, { generate: false }));
    return { id, version: 1, hash: '', rule };
  }

  differing(set: CompiledRuleSet = this.set): readonly string[] {
    const record = selectiveRecord(this.random);
    const found = set.match(record, CLOCK);
    const ids = found.ok ? [...found.value.indices.subarray(0, found.value.count)].map(i => set.entries[i]?.id) : [];
    const expected = set.entries.filter(({ id }) => {
      const verdict = this.alone.get(id)?.test(record, CLOCK);
      return verdict?.ok && verdict.value;
    });
    return expected.map(({ id }) => id).join() === ids.join() ? [] : [`${set.entries.length} rules: ${ids.join()}`];
  }
}

it('finds the same however its parts are put together, while they are, and while anchors are chosen anew', () => {
  const changing = new Changing();
  const { random } = changing;
  const differing: string[] = [];
  const grow = (count: number): void => {
    for (let i = 0; i < count; i++) {
      const replaced = random.chance(0.2) && changing.ids.length > 0 ? random.pick(changing.ids) : undefined;
      changing.set = changing.set.with(changing.entry(replaced));
      differing.push(...changing.differing());
    }
  };
  const shrink = (count: number): void => {
    for (let i = 0; i < count; i++) {
      changing.set = changing.set.without(random.pick(changing.ids));
      differing.push(...changing.differing());
    }
  };
  grow(320);
  expect(changing.ids.length).toBeGreaterThan(220);
  shrink(190);
  grow(100);
  shrink(changing.ids.length);
  expect(changing.ids).toEqual([]);
  expect(differing).toEqual([]);
});

it('leaves sets alone that others were made from', () => {
  const changing = new Changing();
  changing.set = compileRules(
    Array.from({ length: 150 }, () => changing.entry()),
    TYPE,
    () => '',
  );
  const before = changing.set;
  const ids = changing.ids;
  const branches = [before, before];
  const differing: string[] = [];
  for (let i = 0; i < 160; i++) {
    const branch = i % 2;
    branches[branch] = (branches[branch] as CompiledRuleSet).with(changing.entry());
    differing.push(...changing.differing(branches[branch]), ...changing.differing(branches[1 - branch]));
    differing.push(...changing.differing(before));
  }
  expect(before.entries.map(({ id }) => id)).toEqual(ids);
  expect(branches.map(({ entries }) => entries.length)).toEqual([230, 230]);
  expect(differing).toEqual([]);
});
