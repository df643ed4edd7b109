import type { JsonLogic, JsonValue } from '@lib/rules';
import type { Random } from './random';

// Rules and records as a catalog has them: most rules ask for one value among many and something more, some for a range, a
// word in a text, or one of several of these; a few values are frequent and most are rare.

const words = (stem: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, i) => `${stem}-${i}`);
const VALUES: { readonly [field: string]: readonly string[] } = {
  country: words('land', 60),
  segment: words('segment', 12),
  source: words('source', 24),
  manager: words('manager', 100),
  'address.city': words('city', 300),
};
const TAGS = words('tag', 200);
const WORDS = words('word', 60);
const NUMBERS = ['revenue', 'orders', 'score'];

function frequentFirst<T>(random: Random, list: readonly T[]): T {
  return list[Math.trunc(list.length * random.next() ** 2.2)] as T;
}

export function selectiveRecord(random: Random): { [field: string]: JsonValue } {
  const value = (field: string): string => frequentFirst(random, VALUES[field] ?? []);
  return {
    country: value('country'),
    segment: value('segment'),
    source: value('source'),
    manager: value('manager'),
    address: { city: value('address.city') },
    revenue: random.chance(0.05) ? null : Math.round(random.next() * 1e6),
    orders: Math.trunc(500 * random.next() ** 3),
    score: random.next(),
    active: random.chance(0.8),
    email: random.chance(0.08) ? null : 'someone@example.org',
    tags: random.list(6, () => frequentFirst(random, TAGS)),
    notes: random.list(16, () => random.pick(WORDS), 4).join(' '),
  };
}

const field = (name: string): JsonLogic => ({ var: name });

function anchor(random: Random): JsonLogic {
  const name = random.pick(Object.keys(VALUES));
  return { '==': [field(name), random.pick(VALUES[name] ?? [])] };
}

function range(random: Random): JsonLogic {
  const low = random.next() * 0.95;
  const [from, to] = [low, low + 0.005 + random.next() * 0.045];
  const [name, scale] = random.chance(0.5) ? ['revenue', 1e6] : ['score', 1];
  return { and: [{ '>=': [field(name), from * scale] }, { '<': [field(name), to * scale] }] };
}

function mention(random: Random): JsonLogic {
  const text = random.chance(0.5) ? `${random.pick(WORDS)} ${random.pick(WORDS)}` : random.pick(WORDS);
  return random.chance(0.5) ? { in: [text, field('notes')] } : { contains: [field('notes'), text.toUpperCase()] };
}

function extra(random: Random): JsonLogic {
  switch (random.below(6)) {
    case 0:
    case 1:
      return { '>': [field(random.pick(NUMBERS)), random.next() * (random.chance(0.5) ? 200 : 0.5)] };
    case 2:
      return { '==': [field('active'), true] };
    case 3:
      return { in: [field('country'), random.list(7, () => random.pick(VALUES['country'] ?? []), 2)] };
    case 4:
      return { '!=': [field('email'), null] };
    default:
      return { in: [random.pick(TAGS.slice(0, 60)), field('tags')] };
  }
}

export function selectiveCondition(random: Random): JsonLogic {
  const kind = random.next();
  if (kind < 0.6) return { and: [...random.list(2, () => extra(random)), anchor(random), extra(random)] };
  const one = kind < 0.8 ? range(random) : mention(random);
  if (kind < 0.9) return random.chance(0.5) ? one : { and: [one, extra(random)] };
  return { or: [{ and: [anchor(random), extra(random)] }, range(random), mention(random)] };
}
