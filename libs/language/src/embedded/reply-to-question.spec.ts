import type { Field, FieldType, RecordType } from '@lib/rules';
import type { Question, Translation } from '../translator';
import { translateEmbedded } from './embedded-translator';

const field = (name: string, type: FieldType, label = name): Field => ({ name, label, type, reading: { type } });
const recordType: RecordType = {
  name: 'customer',
  fields: [
    field('country', 'text', 'Country'),
    field('revenue', 'number', 'Annual revenue'),
    field('city', 'text', 'City'),
  ],
};
const sample = ['Germany', 'Germany', 'DE', 'Deutschland', 'France', 'France', 'Denmark', 'Spain'].map(
  (country, i) => ({
    country,
    revenue: i === 3 ? null : (i + 1) * 1000,
    city: ['Paris', 'Berlin'][i % 2] ?? '',
  }),
);
const clock = { now: '2026-01-15T00:00:00.000Z', timeZone: 'UTC' };

function say(text: string, pending?: Question, answer?: { option: number }): Translation {
  const result = translateEmbedded({
    text,
    recordType,
    sample,
    clock,
    ...(pending && { pending }),
    ...(answer && { answer }),
  });
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

const vague = say('tag customers with a high annual revenue as Big').question;
const tagless = say('tag the customers in France').question;

test('every threshold offered for a vague word carries its rule and count', () => {
  expect(vague?.options.length).toBeGreaterThan(1);
  for (const option of vague?.options ?? []) expect(option).toMatchObject({ rule: {}, matched: expect.any(Number) });
});

test.each(['the second one', '2', 'option 2', 'second'])('%j chooses the second option', reply => {
  expect(say(reply, vague).rule).toEqual(vague?.options[1]?.rule);
});

test('an option chosen by its place needs no words', () => {
  expect(say('', vague, { option: 0 }).rule).toEqual(vague?.options[0]?.rule);
});

test.each([
  ['5000', '>=', 5000],
  ['more than 4k', '>', 4000],
  ['annual revenue below 3000', '<', 3000],
])('the missing threshold is taken from %j', (reply, operator, value) => {
  expect(say(reply, vague).rule).toMatchObject({
    condition: { and: [{ '!=': [{ var: 'revenue' }, null] }, { [operator]: [{ var: 'revenue' }, value] }] },
    actions: [{ type: 'addTag', value: 'Big' }],
  });
});

test('yes settles nothing among several answers: the question comes again', () => {
  expect(say('yes', vague)).toMatchObject({ outcome: 'clarify', question: vague });
});

test.each(['VIP', 'as "VIP"', 'call it VIP'])('the missing tag is taken from %j', reply => {
  expect(say(reply, tagless).rule).toMatchObject({
    condition: { '==': [{ var: 'country' }, 'France'] },
    actions: [{ type: 'addTag', value: 'VIP' }],
  });
});

test('a request of its own is no reply', () => {
  expect(say('tag customers in Spain as Iberia', tagless).rule?.actions).toEqual([{ type: 'addTag', value: 'Iberia' }]);
});

test('what a country is also called in the data is named with counts', () => {
  const texts = say('customers in Germany').assumptions.map(({ text }) => text);
  expect(texts).toEqual([
    'Country "Germany" (2) is also stored as "DE" (1), "Deutschland" (1); name them to take them in.',
  ]);
});
