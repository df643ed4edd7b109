import { type Field, type FieldType, type RecordType, validateRule } from '@lib/rules';
import fc from 'fast-check';
import type { Translation } from '../translator';
import { MAX_PROMPT, translateEmbedded } from './embedded-translator';

const field = (name: string, type: FieldType): Field => ({ name, label: name, type, reading: { type } });
const recordType: RecordType = {
  name: 'customer',
  fields: [field('country', 'text'), field('revenue', 'number'), field('created', 'date'), field('active', 'boolean')],
};
const sample = [
  { country: 'Germany', revenue: 2_000_000, created: '2024-01-01', active: true },
  { country: 'France', revenue: null, created: '2020-05-05', active: false },
  { country: 'Denmark', revenue: 10, created: null, active: true },
];
const clock = { now: '2026-01-15T00:00:00.000Z', timeZone: 'UTC' };

function translate(text: string): Translation {
  const result = translateEmbedded({ text, recordType, sample, clock });
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

test('the guiding request becomes a guarded rule', () => {
  expect(translate('tag records where country is Germany and revenue is above 1 million as VIP').rule).toEqual({
    name: 'Tag VIP',
    condition: {
      and: [
        { '==': [{ var: 'country' }, 'Germany'] },
        { and: [{ '!=': [{ var: 'revenue' }, null] }, { '>': [{ var: 'revenue' }, 1_000_000] }] },
      ],
    },
    actions: [{ type: 'addTag', value: 'VIP' }],
  });
});

test.each(['', '   ', '😀😀🎉', 'مرحبا بالعالم', '\u202eabc', '((((((((((((((((((((((((', '"', "'", '{"==":[1,1]}'])(
  'odd prompt %j gets an outcome other than a rule',
  text => {
    expect(translate(text).outcome).not.toBe('rule');
  },
);

test('a prompt of ten megabytes is refused at once', () => {
  const result = translateEmbedded({ text: 'a '.repeat(5_000_000), recordType, sample, clock });
  expect(result).toMatchObject({ ok: false, error: { kind: 'too-long' } });
});

test('the longest prompt is read in bounded time and what was left out is named', () => {
  const text = 'country is Germany and '.repeat(1000).slice(0, MAX_PROMPT);
  const translation = translate(text);
  expect(translation.unused.length).toBeGreaterThan(0);
});

test('a draft says whether a period was taken by the calendar or counted back from today', () => {
  const said = (text: string): readonly string[] => translate(text).assumptions.map(assumption => assumption.text);
  expect(said('tag customers created last year as Recent').join()).toContain('by the calendar');
  expect(said('tag customers created in the past year as Recent').join()).toContain('counted back from today');
  expect(said('tag customers created in the last 12 months as Recent')).toEqual([]);
});

test('a draft says what a value with a slip in it was taken for', () => {
  const { assumptions, confidence } = translate('tag customers in Grmany as DACH');
  expect(assumptions.map(({ text }) => text).join()).toContain('"Grmany" is taken as');
  expect(confidence).toBeLessThan(0.85);
});

test('a day that no calendar has is asked about', () => {
  const translation = translate('tag customers created before 31 November 2025 as Old');
  expect(translation.outcome).toBe('clarify');
  expect(translation.question?.text).toContain('31 November 2025');
});

test('an unknown country is asked about, with the words named', () => {
  const translation = translate('tag customers in Luxembourg as Benelux');
  expect(translation.outcome).toBe('clarify');
  expect(translation.question?.text).toContain('Luxembourg');
});

test('whatever is typed: no throw, offsets inside the text, rules that validate, the same answer twice', () => {
  const word = fc.constantFrom(
    'tag',
    'customers',
    'country',
    'Germany',
    'and',
    'or',
    'not',
    '(',
    ')',
    'revenue',
    'above',
    '1m',
    'as',
    'VIP',
    ',',
    'is',
    'empty',
    'created',
    'last',
    '30',
    'days',
    '→',
    'set',
    'to',
    'unless',
    'neither',
    '"x"',
    'without',
    'active',
    '?',
    'between',
  );
  const text = fc.oneof(
    fc.string({ maxLength: 60 }),
    fc.array(word, { maxLength: 14 }).map(words => words.join(' ')),
  );
  fc.assert(
    fc.property(text, prompt => {
      const translation = translate(prompt);
      expect(translate(prompt)).toEqual(translation);
      for (const { start, end } of [...translation.spans, ...translation.unused]) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(prompt.length);
        expect(start).toBeLessThan(end);
      }
      expect(translation.outcome === 'rule').toBe(translation.rule !== undefined);
      expect((translation.question?.options.length ?? 0) <= 4).toBe(true);
      if (translation.rule) {
        const checked = validateRule({ recordType: recordType.name, ...translation.rule }, recordType);
        expect(checked).toMatchObject({ ok: true });
      }
    }),
    { numRuns: 400, seed: 7 },
  );
});

test('a field to write whose name is part of a phrase is still written', () => {
  const invoices: RecordType = { name: 'invoice', fields: [field('name', 'text'), field('amount', 'number')] };
  const result = translateEmbedded({
    text: 'set amount to 4 where name is P or name is Q',
    recordType: invoices,
    sample: [
      { name: 'P', amount: 1 },
      { name: 'Q', amount: null },
    ],
    clock,
  });
  expect(result).toMatchObject({
    ok: true,
    value: { outcome: 'rule', rule: { actions: [{ type: 'setValue', field: 'amount', value: 4 }] } },
  });
});

test('yes and no may be said in the words of another language', () => {
  expect(translate('tag customers where active is ja as x').rule?.condition).toEqual({
    '==': [{ var: 'active' }, true],
  });
});

test('the reason names the unknown word, not the comparison behind it', () => {
  const refused = translate('tag customers where amount is more than 4 as x');
  expect(refused).toMatchObject({ outcome: 'impossible', reason: expect.stringContaining('"amount"') });
});

test('a field named before its value is not asked to be filled as well', () => {
  const german = translate('Markiere alle Kunden mit country Germany als X');
  expect(german.rule?.condition).toEqual({ '==': [{ var: 'country' }, 'Germany'] });
});

test('an action verb at the start is asked about where what it does was not understood', () => {
  const asked = translate('change where country is Germany');
  expect(asked).toMatchObject({ outcome: 'clarify', question: { text: expect.stringContaining('"change"') } });
});
