import type { SampleCountry } from './sample-countries';
import type { SeededRandom } from './seeded-random';

export const STREETS = [
  'Station Road',
  'Harbour Street',
  'Market Square',
  'Mill Lane',
  'Park Avenue',
  'Industrial Way',
  'Church Street',
  'River Walk',
];

const FIRST = [
  'Meridian',
  'Granit',
  'Sakura',
  'Kestrel',
  'Sol',
  'Baltic',
  'Vega',
  'Northwind',
  'Alder',
  'Cobalt',
  'Lumen',
  'Orchid',
  'Falcon',
  'Juniper',
  'Arctic',
  'Delta',
  'Helios',
  'Quarry',
  'Tessera',
  'Umbra',
  'Willow',
  'Zenith',
  'Ember',
  'Polar',
];
const SECOND = [
  'Foods',
  'Energy',
  'Trading',
  'Systems',
  'Pharma',
  'Motors',
  'Logistics',
  'Textiles',
  'Software',
  'Optics',
  'Packaging',
  'Chemicals',
  'Retail',
  'Robotics',
  'Healthcare',
  'Marine',
  'Plastics',
  'Paper',
  'Media',
  'Tools',
];

/** A company name with its legal form; now and then shouted, or with blanks around it. */
export function companyName(random: SeededRandom, from: SampleCountry): string {
  const name = `${random.pick(FIRST)} ${random.pick(SECOND)} ${random.pick(from.forms)}`;
  if (random.chance(0.03)) return name.toUpperCase();
  if (random.chance(0.03)) return ` ${name} `;
  return random.chance(0.02) ? name.toLowerCase() : name;
}

/** An address at the company's own domain; about one in forty is not an address at all. */
export function companyEmail(random: SeededRandom, company: string, from: SampleCountry): string {
  const host = company
    .trim()
    .toLowerCase()
    .split(' ')
    .slice(0, 2)
    .join('')
    .replace(/[^a-z]/g, '');
  const address = `${random.pick(['info', 'sales', 'contact', 'office', 'accounts'])}@${host}.${from.domain}`;
  if (random.chance(0.015)) return address.replace('@', ' at ');
  if (random.chance(0.01)) return address.split('.')[0] ?? address;
  return random.chance(0.04) ? address.toUpperCase() : address;
}

/** The same number in the shapes people write it: international, with zeros, in groups, or without any. */
export function phoneNumber(random: SeededRandom, from: SampleCountry): string {
  const area = random.digits(2);
  const number = random.digits(7);
  return random.weighted([
    [`${from.dial} ${area} ${number}`, 70],
    [`00${from.dial.slice(1)} ${area} ${number}`, 12],
    [`${from.dial}${area}${number}`, 10],
    [`(0${area}) ${number.slice(0, 3)}-${number.slice(3)}`, 8],
  ]);
}

/** Letters and digits of the country; some records lost the prefix, some carry blanks. */
export function vatNumber(random: SeededRandom, from: SampleCountry): string | null {
  if (from.vatDigits === 0 || random.chance(0.12)) return null;
  const digits = random.digits(from.vatDigits);
  return random.weighted([
    [`${from.code}${digits}`, 88],
    [digits, 5],
    [`${from.code} ${digits}`, 4],
    [`${from.code.toLowerCase()}${digits}`, 3],
  ]);
}

/** A value in a different case or with blanks around it, once in a while. */
export function carelessly(random: SeededRandom, value: string): string {
  if (random.chance(0.03)) return value.toLowerCase();
  if (random.chance(0.015)) return value.toUpperCase();
  return random.chance(0.01) ? `${value} ` : value;
}

/** `2027-12-31` as `31.12.2027`. */
export function dotted(isoDate: string): string {
  const [year, month, day] = isoDate.split('-');
  return `${day}.${month}.${year}`;
}

/** `2027-12-31` as `31/12/2027`. */
export function slashed(isoDate: string): string {
  const [year, month, day] = isoDate.split('-');
  return `${day}/${month}/${year}`;
}
