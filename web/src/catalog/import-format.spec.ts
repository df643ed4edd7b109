import { importFormat, recordTypeNameFor } from './import-format';

describe('importFormat', () => {
  it.each([
    ['a.csv', 'text/csv'],
    ['A.JSONL', 'application/x-ndjson'],
    ['x.y.json', 'application/json'],
  ])('sends %s as %s', (name, contentType) => {
    expect(importFormat(name)).toEqual({ ok: true, contentType });
  });

  it('refuses what it cannot read', () => {
    expect(importFormat('report.xlsx')).toMatchObject({ ok: false });
    expect(importFormat('README')).toMatchObject({ ok: false });
  });
});

describe('recordTypeNameFor', () => {
  it.each([
    ['Customers 2025.csv', 'customers-2025'],
    ['Müller & Söhne.json', 'muller-sohne'],
    ['.csv', 'record'],
  ])('proposes a name for %s', (file, name) => {
    expect(recordTypeNameFor(file)).toBe(name);
  });
});
