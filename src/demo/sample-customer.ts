import { COUNTRIES } from './sample-countries';
import { STREETS, carelessly, companyEmail, companyName, phoneNumber, vatNumber } from './sample-words';
import type { SeededRandom } from './seeded-random';

const INDUSTRIES = ['Energy', 'Financial Services', 'Healthcare', 'Logistics', 'Manufacturing', 'Retail', 'Technology'];
const TAGS = ['newsletter', 'key account', 'late payer', 'partner', 'trial', 'migrated'];

/** One customer: a company with figures that are sometimes missing and once in a while typed as text. */
export function sampleCustomer(random: SeededRandom, number: number): Record<string, unknown> {
  const country = random.weighted(COUNTRIES);
  const name = companyName(random, country);
  const employees = Math.round(Math.exp(random.next() * 7.5 + 1));
  const annualRevenue = Math.round((employees * random.between(60, 340) * 1000) / 5000) * 5000;
  const createdDate = random.date('2012-01-01', '2026-10-31');
  const record: Record<string, unknown> = {
    id: `C${String(number).padStart(5, '0')}`,
    name,
    industry: random.chance(0.06) ? null : carelessly(random, random.pick(INDUSTRIES)),
    country: random.chance(0.03) ? '' : random.weighted(country.spellings),
    address: {
      street: `${random.pick(STREETS)} ${random.between(1, 180)}`,
      city: random.chance(0.04) ? null : carelessly(random, random.pick(country.cities)),
      postalCode: random.chance(0.07) ? '' : random.digits(5),
    },
    email: random.chance(0.08) ? null : companyEmail(random, name, country),
    phone: random.chance(0.12) ? '' : phoneNumber(random, country),
    vatNumber: vatNumber(random, country),
    annualRevenue: random.chance(0.09) ? null : random.chance(0.01) ? String(annualRevenue) : annualRevenue,
    employees: random.chance(0.06) ? null : employees,
    segment: segmentOf(random, employees),
    status: random.weighted([
      ['Active', 68],
      ['Inactive', 14],
      ['Prospect', 11],
      ['Blocked', 4],
      ['active', 3],
    ]),
    creditLimit: random.chance(0.1) ? null : random.between(0, 100) * 5000,
    riskScore: random.chance(0.07) ? null : random.between(0, 100),
    discount: random.chance(0.15) ? null : random.pick([0, 0, 2.5, 5, 7.5, 10, 12, 15]),
    newsletter: random.chance(0.05) ? null : random.chance(0.45),
    createdDate,
    lastOrderDate: random.chance(0.11) ? null : random.date(createdDate, '2026-11-18'),
    tags: random.chance(0.55) ? [] : random.some(TAGS, 3),
  };
  // Some source systems leave out what they do not know.
  if (random.chance(0.02)) delete record['phone'];
  return record;
}

function segmentOf(random: SeededRandom, employees: number): string | null {
  if (random.chance(0.05)) return null;
  const segment = employees > 1000 ? 'Enterprise' : employees > 100 ? 'Mid-Market' : 'Small Business';
  return carelessly(random, segment);
}
