import { carelessly } from './sample-words';
import type { SeededRandom } from './seeded-random';

const CATEGORIES: readonly (readonly [string, readonly string[]])[] = [
  ['Electronics', ['Headphones', 'Monitor', 'Keyboard', 'Router', 'Camera']],
  ['Furniture', ['Desk', 'Chair', 'Bookshelf', 'Cabinet']],
  ['Clothing', ['Jacket', 'Shirt', 'Boots', 'Scarf']],
  ['Food', ['Coffee', 'Olive Oil', 'Pasta', 'Chocolate']],
  ['Toys', ['Puzzle', 'Train Set', 'Plush Bear', 'Building Blocks']],
  ['Garden', ['Hose', 'Lawn Mower', 'Planter', 'Rake']],
];
const BRANDS = ['Aldero', 'Bergholm', 'Cinqo', 'Dovetail', 'Everlane & Sons', 'Fjord', 'Gallant', 'Hinode', 'Ilex'];
const ADJECTIVES = ['Classic', 'Compact', 'Deluxe', 'Essential', 'Family', 'Pro', 'Premium', 'Travel', 'Mini'];
const ORIGINS: readonly (readonly [string, number])[] = [
  ['China', 38],
  ['Germany', 20],
  ['germany', 3],
  ['Italy', 12],
  ['Vietnam', 9],
  ['Poland', 8],
  ['Turkey', 6],
  ['PRC', 4],
];
const TAGS = ['bestseller', 'clearance', 'fragile', 'seasonal', 'eco'];

/** One product: prices, weights in words, bar codes with leading zeros, and dates that two systems wrote differently. */
export function sampleProduct(random: SeededRandom, number: number): Record<string, unknown> {
  const [category, kinds] = random.pick(CATEGORIES);
  const brand = random.pick(BRANDS);
  const cost = Math.round(Math.exp(random.next() * 5.5 + 0.7) * 100) / 100;
  const price = Math.round(cost * (1.05 + random.next() * 1.6) * 100) / 100;
  const name = `${random.pick(ADJECTIVES)} ${random.pick(kinds)}`;
  const launchDate = random.date('2016-01-01', '2026-11-01');
  const discontinued = random.chance(0.14);
  return {
    sku: `P-${String(number).padStart(6, '0')}`,
    name: carelessly(random, name),
    brand: random.chance(0.05) ? null : carelessly(random, brand),
    category: random.chance(0.04) ? '' : carelessly(random, category),
    description: random.chance(0.18) ? null : `${brand} ${name.toLowerCase()} for everyday use`,
    ean: random.chance(0.08) ? null : `0${random.digits(12)}`,
    price: random.chance(0.03) ? null : random.chance(0.015) ? price.toFixed(2) : price,
    cost: random.chance(0.07) ? null : cost,
    currency: random.weighted([
      ['EUR', 80],
      ['USD', 14],
      ['eur', 4],
      [null, 2],
    ]),
    stock: random.chance(0.05) ? null : random.chance(0.12) ? 0 : random.between(1, 900),
    reorderPoint: random.chance(0.1) ? null : random.between(5, 120),
    weightKg: random.chance(0.09) ? null : Math.round(random.next() * 4000) / 100,
    rating: random.chance(0.2) ? null : random.between(10, 50) / 10,
    discontinued,
    launchDate: random.chance(0.03) ? null : launchDate,
    lastRestocked: random.chance(0.13) ? null : restockedOn(random, launchDate),
    originCountry: random.chance(0.06) ? null : random.weighted(ORIGINS),
    dimensions: { lengthCm: random.between(5, 220), widthCm: random.between(5, 120), heightCm: random.between(1, 200) },
    tags: random.chance(0.6) ? [] : random.some(TAGS, 3),
  };
}

/** Mostly a moment in UTC; a nightly job of an older system wrote the date alone. */
function restockedOn(random: SeededRandom, launchDate: string): string {
  const date = random.date(launchDate, '2026-11-18');
  if (random.chance(0.04)) return date;
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${date}T${two(random.between(5, 21))}:${two(random.between(0, 59))}:00Z`;
}
