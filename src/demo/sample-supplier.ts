import { COUNTRIES } from './sample-countries';
import {
  STREETS,
  carelessly,
  companyEmail,
  companyName,
  dotted,
  phoneNumber,
  slashed,
  vatNumber,
} from './sample-words';
import type { SeededRandom } from './seeded-random';

const CATEGORIES = [
  'Raw Materials',
  'Components',
  'Packaging',
  'Transport',
  'IT Services',
  'Facility Services',
  'Consulting',
];
const TERMS = ['Net 14', 'Net 30', 'Net 60', 'Net 90'];
const TAGS = ['preferred', 'on watch', 'single source', 'new'];

/** One supplier: kept in a European back office, so dates are written with dots and yes/no in words. */
export function sampleSupplier(random: SeededRandom, number: number): Record<string, unknown> {
  const country = random.weighted(COUNTRIES);
  const name = companyName(random, country);
  const since = random.date('2008-01-01', '2026-09-30');
  const spend = Math.round(Math.exp(random.next() * 7 + 7));
  return {
    supplierId: `S${String(number).padStart(4, '0')}`,
    name,
    category: random.chance(0.04) ? null : carelessly(random, random.pick(CATEGORIES)),
    country: random.chance(0.03) ? null : random.weighted(country.spellings),
    address: {
      street: `${random.pick(STREETS)} ${random.between(1, 180)}`,
      city: random.chance(0.05) ? '' : random.pick(country.cities),
    },
    contactEmail: random.chance(0.1) ? '' : companyEmail(random, name, country),
    phone: random.chance(0.15) ? null : phoneNumber(random, country),
    vatNumber: vatNumber(random, country),
    annualSpend: random.chance(0.06) ? null : spend,
    paymentTerms: random.chance(0.07) ? 'n/a' : random.pick(TERMS),
    leadTime: random.chance(0.08) ? null : random.between(1, 120),
    onTimeRate: random.chance(0.1) ? null : Math.round((55 + random.next() * 45) * 10) / 10,
    qualityScore: random.chance(0.09) ? null : random.between(20, 100),
    certified: random.chance(0.05) ? '' : random.chance(0.62) ? 'yes' : 'no',
    status: random.weighted([
      ['Approved', 70],
      ['Pending', 14],
      ['Suspended', 9],
      ['Rejected', 4],
      ['approved', 3],
    ]),
    supplierSince: dotted(since),
    contractEnd: contractEnd(random),
    lastAudit: random.chance(0.3) ? null : random.date('2021-01-01', '2026-11-15'),
    tags: random.chance(0.6) ? [] : random.some(TAGS, 2),
  };
}

function contractEnd(random: SeededRandom): string | null {
  if (random.chance(0.12)) return null;
  const end = random.date('2025-06-01', '2029-12-31');
  return random.weighted([
    [dotted(end), 975],
    [slashed(end), 15],
    ['open', 10],
  ]);
}
