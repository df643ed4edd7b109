import type { Action, JsonLogic, JsonValue, RecordType } from '@lib/rules';
import type { Random } from './random';

// Few fields and few values, so that random rules and random records meet, and every coercion is tried on every shape.

const field = (name: string, type: 'text' | 'number' | 'date' | 'list'): RecordType['fields'][number] => {
  return { name, label: name, type, reading: { type } };
};

export const FUZZ_TYPE: RecordType = {
  name: 'thing',
  fields: [
    field('a', 'text'),
    field('b', 'text'),
    field('n', 'number'),
    field('m', 'number'),
    field('o.p', 'text'),
    field('o.q.r', 'number'),
    field('d', 'date'),
    field('e', 'date'),
    field('tags', 'list'),
    field('l', 'list'),
  ],
};

const PATHS = ['a', 'b', 'n', 'm', 'o.p', 'o.q.r', 'd', 'e', 'tags', 'l', 'x'];
const RARE_PATHS = ['o', 'o.q', 'tags.0', 'a.length', 'tags.length', 'constructor', '__proto__', 'toString', 'l.1.a'];
const TEXTS = [
  'é',
  'e\u0301',
  'E\u0301',
  'a\u0301b',
  '\u212a',
  'K',
  'k',
  '',
  ' ',
  'a',
  'A',
  'ab',
  'AB',
  'abc',
  'b',
  'ß',
  'SS',
  'İ',
  'i̇',
  'Σας',
  'ΣΑΣ',
  '😀',
  '😀x',
  'null',
  'true',
];
const DIGITS = ['0', '1', '01', '1.0', '10', '-1', '1e1', ' 1 ', '0x1', '3abc', 'Infinity', 'NaN'];
const DAYS = [
  '2024',
  '2024-01',
  '2024-01-01',
  '2024-05-01',
  '2024-05-01T10:00:00.000Z',
  '2025-12-31',
  '01.05.2024',
  'soon',
];
const NUMBERS = [0, -0, 1, -1, 2, 10, 0.5, 1e21, 100];

export function randomScalar(random: Random): JsonValue {
  const kind = random.below(10);
  if (kind < 3) return random.pick(TEXTS);
  if (kind < 5) return random.pick(NUMBERS);
  if (kind < 6) return random.pick(DIGITS);
  if (kind < 8) return random.pick(DAYS);
  return kind < 9 ? random.chance(0.5) : null;
}

function randomValue(random: Random, depth = 2): JsonValue {
  const kind = depth > 0 ? random.below(10) : 0;
  if (kind < 7) return randomScalar(random);
  if (kind < 9) return random.list(4, () => randomValue(random, depth - 1));
  const entries = random.list(2, () => [
    random.pick(['a', 'p', 'q', 'toString', 'length']),
    randomValue(random, depth - 1),
  ]);
  return Object.fromEntries(entries) as JsonValue;
}

/** A record whose fields mostly hold what they should, and often do not. */
export function randomRecord(random: Random): { [field: string]: JsonValue } {
  const record: { [field: string]: JsonValue } = {};
  const put = (name: string, usual: () => JsonValue): void => {
    if (random.chance(0.2)) return;
    record[name] = random.chance(0.12) ? randomValue(random) : usual();
  };
  put('a', () => random.pick(TEXTS));
  put('b', () => random.pick([...TEXTS, ...DIGITS]));
  put('n', () => random.pick(NUMBERS));
  put('m', () => (random.chance(0.2) ? random.pick(DIGITS) : random.pick(NUMBERS)));
  put('d', () => random.pick(DAYS));
  put('e', () => random.pick(DAYS));
  put('o', () => ({ p: random.pick(TEXTS), q: { r: random.pick(NUMBERS) } }));
  put('tags', () => random.list(4, () => random.pick(TEXTS)));
  put('l', () => (random.chance(0.3) ? random.pick(TEXTS) : random.list(3, () => randomScalar(random))));
  if (random.chance(0.03)) record['toString'] = randomScalar(random);
  if (random.chance(0.02)) record[random.pick(['a', 'b', 'tags'])] = 'ab '.repeat(6000);
  return record;
}

function path(random: Random): JsonLogic {
  const name = random.chance(0.05) ? random.pick(RARE_PATHS) : random.pick(PATHS);
  return random.chance(0.04) ? { var: [name, randomScalar(random)] } : { var: name };
}

/** A comparison of the kind the network looks up. */
function leaf(random: Random): JsonLogic {
  const one = path(random);
  switch (random.below(14)) {
    case 0:
    case 1:
      return { [random.pick(['==', '==', '==', '!=', '===', '!=='])]: turned(random, [one, randomScalar(random)]) };
    case 2:
    case 3:
      return { [random.pick(['<', '<=', '>', '>='])]: turned(random, [one, randomScalar(random)]) };
    case 4: {
      const ends = [randomScalar(random), randomScalar(random)];
      if (random.chance(0.3)) return { [random.pick(['<', '<='])]: [ends[0], one, ends[1]] as JsonLogic };
      return {
        and: [
          { [random.pick(['>', '>='])]: [one, ends[0]] },
          { [random.pick(['<', '<='])]: [one, ends[1]] },
        ] as JsonLogic,
      };
    }
    case 5:
      return { in: [one, random.list(4, () => randomScalar(random))] };
    case 6:
      return { in: [randomScalar(random), one] };
    case 7:
      return { contains: [one, randomScalar(random)] };
    case 8:
      return { [random.pick(['startsWith', 'endsWith'])]: [one, randomScalar(random)] };
    case 9: {
      const text = random.pick([...TEXTS, 'nul', 'n', 'tr']);
      return { '==': [{ substr: [one, 0, random.chance(0.9) ? text.length : 2] }, text] };
    }
    case 10:
      return random.chance(0.5)
        ? { '==': [{ lower: one }, random.pick(TEXTS).toLowerCase()] }
        : { in: [{ lower: [one] }, random.list(3, () => random.pick(TEXTS))] };
    case 11:
      return { [random.pick(['!', '!!'])]: [one] };
    case 12:
      return { [random.pick(['==', '!='])]: [one, null] };
    default:
      return one;
  }
}

function turned(random: Random, [a, b]: readonly [JsonLogic, JsonLogic]): JsonLogic {
  return random.chance(0.15) ? [b, a] : [a, b];
}

/** Logic of any kind, much of it senseless. */
export function randomLogic(random: Random, depth = 3): JsonLogic {
  if (depth === 0) return random.chance(0.5) ? path(random) : randomScalar(random);
  const part = (): JsonLogic => randomLogic(random, depth - 1);
  switch (random.below(9)) {
    case 0:
      return { [random.pick(['+', '*', 'cat', 'min', 'max', 'merge'])]: random.list(3, part, 1) };
    case 1:
      return { [random.pick(['-', '/', '%', 'substr'])]: [part(), random.chance(0.5) ? random.pick(NUMBERS) : part()] };
    case 2:
      return { [random.pick(['lower', 'length', '!', '!!', 'log'])]: [part()] };
    case 3:
      return { if: [part(), part(), part()] };
    case 4:
      return { [random.pick(['map', 'filter', 'some', 'all', 'none'])]: [path(random), randomElementLogic(random)] };
    case 5:
      return { missing: random.list(2, () => random.pick(PATHS)) };
    case 6:
      return { matches: [part(), random.pick(['^a', '\\d+$', 'b?'])] };
    case 7:
      return { today: random.chance(0.5) ? ['-P1M', 'month'] : [] };
    default:
      return { [random.pick(['==', '<', '>=', 'in', 'contains', 'startsWith', 'and', 'or', '==='])]: [part(), part()] };
  }
}

function randomElementLogic(random: Random): JsonLogic {
  return { [random.pick(['==', '<', 'in'])]: [{ var: random.pick(['', 'a']) }, randomScalar(random)] };
}

/** A condition: mostly conjunctions of what can be looked up, sometimes anything at all. */
export function randomCondition(random: Random, depth = 2): JsonLogic {
  const kind = random.below(20);
  if (depth === 0 || kind < 6) return random.chance(0.1) ? randomLogic(random) : leaf(random);
  const parts = (): JsonLogic[] => random.list(4, () => randomCondition(random, depth - 1), kind === 7 ? 0 : 1);
  if (kind < 14) return { and: parts() };
  if (kind < 18) return { or: parts() };
  return { '!': [randomCondition(random, depth - 1)] };
}

export function randomAction(random: Random): Action {
  const word = (): string => random.pick(['a', 'A', ' ab ', 'null', 'x']);
  switch (random.below(8)) {
    case 0:
    case 1:
    case 2:
      return { type: random.chance(0.7) ? 'addTag' : 'removeTag', value: word() };
    case 3:
      return { type: 'setValue', field: random.pick(['a', 'n', 'o.p', 'o.q.r', 'd']), value: randomScalar(random) };
    case 4:
      return { type: 'clearValue', field: random.pick(['a', 'b', 'o.p', 'tags']) };
    case 5:
      return { type: 'copyValue', from: random.pick(PATHS), to: random.pick(['a', 'n', 'o.p']) };
    case 6:
      return { type: random.pick(['upperCase', 'lowerCase', 'trim'] as const), field: random.pick(['a', 'b', 'o.p']) };
    default:
      return random.chance(0.5)
        ? { type: 'replaceText', field: 'a', find: 'a', replace: 'bb' }
        : { type: 'flag', reason: word() };
  }
}
