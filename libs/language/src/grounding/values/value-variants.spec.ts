import type { DataRecord, Field } from '@lib/rules';
import { groundingOf } from '../grounding-of';
import { LEXICONS } from '../languages';
import { variantsOf } from './value-variants';

const field = (name: string): Field => ({ name, label: name, type: 'text', reading: { type: 'text' } });
const recordType = { name: 'order', fields: [field('status'), field('state'), field('country')] };
const times = (n: number, record: DataRecord): readonly DataRecord[] => Array.from({ length: n }, () => record);
const sample = [
  ...times(9, { status: 'Cancelled', state: 'California', country: 'Austria' }),
  ...times(2, { status: 'Canceled', state: 'CA', country: 'Österreich' }),
  ...times(5, { status: 'in-progress', state: 'Colorado', country: 'Australia' }),
  ...times(1, { status: 'In Progress', state: 'CO', country: 'AT' }),
  ...times(4, { status: 'Shipped', state: 'Nevada', country: 'Slovakia' }),
  ...times(4, { status: 'Skipped', state: 'NV', country: 'Slovenia' }),
];
const grounding = groundingOf(recordType, sample, LEXICONS);

test.each([
  ['status', 'Cancelled', ['Canceled 2']],
  ['status', 'in-progress', ['In Progress 1']],
  ['state', 'California', ['CA 2']],
  ['state', 'CO', ['Colorado 5']],
  ['country', 'Austria', ['Österreich 2', 'AT 1']],
  // One is as frequent as the other: neither is a slip of the other.
  ['status', 'Shipped', []],
  ['country', 'Australia', []],
])('%s %s is also stored as %j', (name, stored, expected) => {
  const found = variantsOf(field(name), stored, grounding).map(({ text, count }) => `${text} ${count}`);
  expect(found).toEqual(expected);
});
