import { SAMPLE_NAMES, sampleRecords } from './sample-records';

const all = (name: (typeof SAMPLE_NAMES)[number], seed?: number, count?: number) => [
  ...sampleRecords(name, seed, count),
];

describe('sample records', () => {
  it.each(SAMPLE_NAMES)('%s: the same seed gives the same records, another seed others', name => {
    expect(all(name, 3, 50)).toEqual(all(name, 3, 50));
    expect(all(name, 3, 50)).not.toEqual(all(name, 4, 50));
    expect(all(name, 3, 80).slice(0, 50)).toEqual(all(name, 3, 50));
  });

  it.each(SAMPLE_NAMES)('%s: a few thousand, each with its own key', name => {
    const records = all(name);
    expect(records.length).toBeGreaterThanOrEqual(2000);
    const key = name === 'product' ? 'sku' : name === 'supplier' ? 'supplierId' : 'id';
    expect(new Set(records.map(record => record[key])).size).toBe(records.length);
  });

  it('is messy: spellings of one country, missing values, numbers as text, dates in two shapes', () => {
    const customers = all('customer');
    const countries = new Set(customers.map(record => record['country']));
    for (const spelling of ['Germany', 'germany', 'DE', 'Deutschland', '']) expect(countries).toContain(spelling);
    expect(customers.some(record => record['annualRevenue'] === null)).toBe(true);
    expect(customers.some(record => typeof record['annualRevenue'] === 'string')).toBe(true);
    expect(customers.some(record => !('phone' in record))).toBe(true);
    const ends = all('supplier').map(record => record['contractEnd']);
    expect(ends.some(end => /^\d\d\.\d\d\.\d{4}$/.test(String(end)))).toBe(true);
    expect(ends.some(end => /^\d\d\/\d\d\/\d{4}$/.test(String(end)))).toBe(true);
  });

  it('answers the first question anyone asks', () => {
    const german = all('customer').filter(
      record => record['country'] === 'Germany' && Number(record['annualRevenue']) > 1_000_000,
    );
    expect(german.length).toBeGreaterThan(50);
  });
});
