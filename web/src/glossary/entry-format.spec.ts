import { entryContentType } from './entry-format';

it.each([
  ['blocked.txt', 'text/plain'],
  ['blocked', 'text/plain'],
  ['Blocked 2026.CSV', 'text/csv'],
  ['a.b.ndjson', 'application/x-ndjson'],
])('%s is sent as %s', (name, type) => {
  expect(entryContentType(name)).toBe(type);
});
