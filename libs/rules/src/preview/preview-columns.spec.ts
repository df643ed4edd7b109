import { Random } from '../../../../test/fuzz/random';
import { FUZZ_TYPE, randomAction, randomCondition, randomRecord } from '../../../../test/fuzz/random-rules';
import { selectiveCondition, selectiveRecord } from '../../../../test/fuzz/selective-rules';
import type { JsonLogic, JsonValue } from '../model/json';
import type { DataRecord } from '../model/record';
import type { ValidRule } from '../model/rule';
import { dateKey } from './columns/date-key';
import { indexRecords } from './columns/record-columns';
import { inTurns } from '../model/steps';
import type { Preview } from './preview';
import { type ColumnPreview, previewColumns, previewInSteps } from './preview-columns';
import { previewRule } from './preview-rule';

const CLOCK = { now: '2026-01-15T23:30:00.000Z', timeZone: 'Europe/Berlin' };
const SEED = Number(process.env['FUZZ_SEED'] ?? 20_261_120);

function ruleOf(condition: JsonLogic, random: Random): ValidRule {
  const actions = random.list(2, () => randomAction(random));
  return { recordType: FUZZ_TYPE.name, name: 'r', priority: 1, condition, actions } as unknown as ValidRule;
}

function counted(preview: Preview | ColumnPreview): object {
  const { now, sampleOf, total, matched, changed, clauses, matches, nearMisses } = preview;
  return { now, sampleOf, total, matched, changed, clauses, matches, nearMisses };
}

function compare(condition: JsonLogic, records: readonly DataRecord[], random: Random, recordType = FUZZ_TYPE): void {
  if (JSON.stringify(condition) === '{"and":[]}') return;
  const rule = ruleOf(condition, random);
  const plain = counted(previewRule(rule, records, { recordType, clock: CLOCK, limit: 7 }));
  // However few different values a column keeps by number.
  for (const mostDistinct of [undefined, 0, 8]) {
    const columns = indexRecords(records, recordType, { mostDistinct });
    const context = `seed ${SEED}: ${JSON.stringify(condition)} ${mostDistinct}`;
    const indexed = counted(previewColumns(rule, columns, { clock: CLOCK, limit: 7 }));
    expect({ context, ...indexed }).toEqual({ context, ...plain });
  }
}

it('says of records with values of every kind what the plain preview says', () => {
  const random = new Random(SEED);
  for (let i = 0; i < 400; i++) {
    const records = Array.from({ length: 1 + random.below(100) }, () => randomRecord(random));
    const condition = random.chance(0.6)
      ? { and: random.list(5, () => randomCondition(random, 1), 1) }
      : randomCondition(random);
    compare(condition, records, random);
  }
});

const MANY = 4_000;

it('says the same where values are many and all different', () => {
  const random = new Random(SEED);
  const day = (): string => new Date(Date.UTC(2020 + random.below(5), 0, 1) + random.below(4e8) * 1000).toISOString();
  const records = Array.from({ length: MANY }, (_, i): DataRecord => {
    if (random.chance(0.01)) return randomRecord(random);
    const word = (): string => `${random.pick(['anna', 'ben.test', 'É', 'Straße', 'ΣΑΣ', 'GmbH'])}${random.below(40)}`;
    const some = (value: JsonValue): JsonValue => (random.chance(0.05) ? null : value);
    return {
      a: some(`${i} ${word()}@${word()}, ${word()}`),
      b: some(random.chance(0.3) ? `id${i}` : `${word()} ${word()}`),
      n: some(i / 7 - 1000),
      m: random.chance(0.01) ? String(i) : some(random.next()),
      d: some(random.chance(0.5) ? day() : day().slice(0, 10 + random.below(3))),
      e: random.chance(0.02) ? 'soon' : day(),
      l: [word(), some(random.below(90_000)), word()],
    };
  });
  const columns = indexRecords(records, FUZZ_TYPE, { mostDistinct: 500 });
  const value = (path: string): JsonValue => random.pick(records)[path] ?? null;
  const [d, e, n, m] = [{ var: 'd' }, { var: 'e' }, { var: 'n' }, { var: 'm' }];
  const [a, l] = [{ var: 'a' }, { var: 'l' }];
  const clauses: readonly JsonLogic[] = [
    { '>=': [n, 3] },
    { '<': [m, 0.2] },
    { '<=': [0, m, 0.5] },
    { '==': [n, value('n')] },
    { '===': [m, value('m')] },
    { '!=': [m, '1'] },
    { contains: [n, '99'] },
    { '>': [d, '2022-06-15'] },
    { '<=': [e, value('e')] },
    { '<': ['2021-01-01', d, value('d')] },
    { '<': [e, '2024'] },
    { '>': [a, 'anna'] },
    { in: ['test', a] },
    { '!': { in: ['.test3@', a] } },
    { in: [' ', a] },
    { contains: [a, 'GMBH1'] },
    { contains: [a, 'straße7@'] },
    { contains: [a, 'σας'] },
    { contains: [{ var: 'b' }, 'É'] },
    { in: ['anna7', l] },
    { contains: [l, 'STRASSE1'] },
    { contains: [l, 'straße1'] },
    { in: [value('n'), l] },
    { in: [42, l] },
    { startsWith: [a, '7'] },
    { '==': [{ lower: a }, 'x'] },
    { '>': [{ length: a }, 30] },
    { '>': [n, m] },
    { '!': l },
    { '==': [d, null] },
    { some: [l, { '==': [{ var: '' }, 'anna1'] }] },
    { matches: [{ var: 'b' }, '^id\\d+1$'] },
  ];
  const rule = (condition: JsonLogic): ValidRule => ({ ...ruleOf(condition, random), actions: [] });
  const options = { clock: CLOCK, limit: 5 };
  for (let i = 0; i < clauses.length; i += 4) {
    for (const condition of [
      { and: clauses.slice(i, i + 4) },
      { and: [{ or: clauses.slice(i, i + 3) }, clauses[0]!] },
    ]) {
      const plain = previewRule(rule(condition), records, { ...options, recordType: FUZZ_TYPE });
      const context = JSON.stringify(condition);
      expect({ context, ...counted(previewColumns(rule(condition), columns, options)) }).toEqual({
        context,
        ...counted(plain),
      });
    }
  }
});

it('says the same of rules and records as catalogs have them', () => {
  const random = new Random(SEED);
  const records = Array.from({ length: 1500 }, () => selectiveRecord(random));
  for (let i = 0; i < 60; i++) compare(selectiveCondition(random), records, random);
});

it('counts records a clause cannot be judged on', () => {
  const records: readonly DataRecord[] = [{ l: Array(1000).fill(1) }, { l: [1] }, {}];
  const nested: JsonLogic = { some: [{ var: 'l' }, { some: [{ var: 'l' }, false] }] };
  const twice: JsonLogic = { and: [{ '!': nested }, { '!=': [{ var: 'a' }, 'x'] }] };
  const rule = ruleOf(twice, new Random(1));
  expect(previewColumns(rule, indexRecords(records, FUZZ_TYPE), { clock: CLOCK }).failed).toBe(0);
  const bomb: JsonLogic = { reduce: [{ var: 'l' }, { merge: [{ var: 'accumulator' }, { var: 'accumulator' }] }, [1]] };
  const failing = ruleOf({ and: [{ '!!': [bomb] }, { '!!': { var: 'l' } }] }, new Random(1));
  const preview = previewColumns(failing, indexRecords(records, FUZZ_TYPE), { clock: CLOCK });
  expect(preview).toMatchObject({ failed: 1, matched: 1, clauses: [{ matched: 2 }, { matched: 2 }] });
  expect(previewRule(failing, records, { recordType: FUZZ_TYPE, clock: CLOCK }).matched).toBe(1);
});

it('lets others work in between', async () => {
  const random = new Random(SEED);
  const records = Array.from({ length: 40_000 }, () => ({ a: 'x' }));
  const rule = ruleOf({ contains: [{ var: 'a' }, 'x'] }, random);
  let pauses = 0;
  const steps = previewInSteps(rule, indexRecords(records, FUZZ_TYPE), { clock: CLOCK });
  const preview = await inTurns(steps, () => Promise.resolve(pauses++));
  expect(preview.matched).toBe(40_000);
  expect(pauses).toBeGreaterThan(2);
});

it('orders dates by number as their texts are ordered', () => {
  const random = new Random(SEED);
  const digits = (count: number): string => Array.from({ length: count }, () => random.below(10)).join('');
  const text = (): string => {
    const day = `20${random.below(2)}${random.below(2)}-0${random.below(2)}-${digits(2)}`;
    return random.chance(0.4)
      ? day
      : `${day}T0${random.below(2)}:${digits(2)}:${digits(2)}${random.pick(['', 'Z', '.5Z'])}`;
  };
  for (let i = 0; i < 20_000; i++) {
    const [a, b] = [text(), text()];
    if (dateKey(a) !== dateKey(b)) expect(dateKey(a) < dateKey(b)).toBe(a < b);
  }
  expect(dateKey('2024-1-01')).toBeNaN();
  expect(dateKey('01.05.2024')).toBeNaN();
});
