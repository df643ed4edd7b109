import { type DataRecord, type Field, type RecordType, valueAt } from '@lib/rules';
import { isDateField } from './date-field';

/** What the values of one field show, each found out when first asked. */
export interface ColumnFacts {
  /** The smallest and the largest number of the sample; missing where it has none. */
  readonly range?: readonly [number, number];
  /** Whether some record of the sample holds nothing here. */
  readonly hasEmpty: boolean;
  readonly hasZero: boolean;
  /** Counts (small whole numbers), 0 more often than nothing: 0 is how its records say that there are none. */
  readonly saysNoneByZero: boolean;
  /** All its numbers, of which there are some, are years. */
  readonly holdsYears: boolean;
  /** Some of its numbers are no whole ones. */
  readonly holdsFractions: boolean;
  /** Its numbers lie between 0 and 1, some of them in between: parts of a whole. */
  readonly holdsShares: boolean;
  /** The first and the last year of the days of the sample; missing where it has none. */
  readonly years?: readonly [number, number];
}

/** The fields of a record type by what they hold, found without going over all of them. */
export interface Columns {
  named(name: string): Field | undefined;
  readonly dates: readonly Field[];
  readonly numbers: readonly Field[];
  /** Number fields with a unit, or with a name that may end in one. */
  readonly measured: readonly Field[];
  factsOf(field: Field): ColumnFacts;
}

/** Larger numbers are amounts, of which none may as well be one that nobody wrote down. */
const LARGEST_COUNT = 1000;

function factsIn(field: Field, sample: readonly DataRecord[]): ColumnFacts {
  let low = Infinity;
  let high = -Infinity;
  let empty = 0;
  let zeros = 0;
  let years = true;
  let parted = false;
  const days = isDateField(field);
  let [first, last] = [Infinity, -Infinity];
  for (const record of sample) {
    const value = valueAt(record, field.name) ?? null;
    if (value === null) empty++;
    if (days && typeof value === 'string' && /^\d{4}-/.test(value)) {
      first = Math.min(first, Number(value.slice(0, 4)));
      last = Math.max(last, Number(value.slice(0, 4)));
    }
    if (typeof value !== 'number') continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
    if (value === 0) zeros++;
    if (!Number.isInteger(value)) parted = true;
    if (years) years = Number.isInteger(value) && value >= 1800 && value <= 2100;
  }
  return {
    ...(low <= high && { range: [low, high] as const }),
    ...(first <= last && { years: [first, last] as const }),
    hasEmpty: empty > 0,
    hasZero: zeros > 0,
    saysNoneByZero: zeros > empty && !parted && high <= LARGEST_COUNT,
    holdsYears: years && low <= high,
    holdsFractions: parted,
    holdsShares: parted && low >= 0 && high <= 1,
  };
}

export function columnsOf(recordType: RecordType, sample: readonly DataRecord[]): Columns {
  const byName = new Map(recordType.fields.map(field => [field.name, field]));
  const numbers = recordType.fields.filter(({ type }) => type === 'number');
  const facts = new Map<string, ColumnFacts>();
  return {
    named: name => byName.get(name),
    dates: recordType.fields.filter(isDateField),
    numbers,
    measured: numbers.filter(
      field =>
        (field.unit ?? field.reading.unit) !== undefined || /[\s_.(]|\p{Ll}\p{Lu}/u.test(`${field.label}${field.name}`),
    ),
    factsOf: field => {
      let known = facts.get(field.name);
      if (!known) facts.set(field.name, (known = factsIn(field, sample)));
      return known;
    },
  };
}
