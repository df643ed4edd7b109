import { labelOf } from './label-of';

it.each([
  ['annualRevenue', 'annualRevenue', 'Annual revenue'],
  ['address.city', 'address.city', 'Address city'],
  ['hire_date', 'hire_date', 'Hire date'],
  ['country', 'country', 'Country'],
  ['revenue', 'Revenue (EUR)', 'Revenue (EUR)'],
  ['no', 'No.', 'No.'],
])('calls %s labelled %s "%s"', (name, label, shown) => {
  expect(labelOf({ name, label })).toBe(shown);
});
