import type { Field, FieldType, RecordType } from '@lib/rules';
import type { Question, Translation } from '../../translator';
import { translateEmbedded } from '../embedded-translator';

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

test.each(['neither', 'none of them', 'no'])('%j asks for other words', reply => {
  expect(say(reply, vague)).toMatchObject({ outcome: 'clarify', question: { options: [] } });
});

const where = (revenue: number): NonNullable<Question['options'][number]['rule']> => ({
  name: 'Tag Big',
  condition: { '>': [{ var: 'revenue' }, revenue] },
  actions: [{ type: 'addTag', value: 'Big' }],
});
const two: Question = {
  text: 'Which of these do you mean?',
  options: [
    { text: 'more than 1000', rule: where(1000) },
    { text: 'more than 2000', rule: where(2000) },
  ],
};

test.each(['both', 'all of them', 'beide', 'les deux', 'entrambi', 'alla', '全部', '両方'])(
  '%j means the records of every answer',
  reply => {
    expect(say(reply, two).rule).toEqual({
      ...where(1000),
      condition: { or: [where(1000).condition, where(2000).condition] },
    });
  },
);

test('answers that do different things are not joined: the question comes again', () => {
  const [first] = two.options;
  const other = { text: 'the other', rule: { ...where(1), actions: [] } };
  const question = { ...two, options: [...(first ? [first] : []), other] };
  expect(say('both', question)).toMatchObject({ outcome: 'clarify', question });
});

test.each(['yes', 'ja', 'oui', 'sí', 'はい', '是的', 'yes please'])('%j takes the only answer', reply => {
  const only = { ...two, options: two.options.slice(0, 1) };
  expect(say(reply, only).rule).toEqual(where(1000));
});

test.each([
  'der zweite',
  'la deuxième',
  'la segunda',
  'il secondo',
  'de tweede',
  'den anden',
  '第二个',
  '二番目',
  'the latter',
])('%j chooses the second answer', reply => {
  expect(say(reply, two).rule).toEqual(where(2000));
});

const spellings =
  'Country "Germany" (2) is also stored as "DE" (1), "Deutschland" (1). Say "all spellings" to take them in.';

test('what a country is also called in the data is named with counts', () => {
  const texts = say('customers in Germany').assumptions.map(({ text }) => text);
  expect(texts).toEqual([spellings]);
});

test.each(['all spellings', 'all', 'yes', 'take them in', 'alle Schreibweisen', 'toutes les graphies', '所有写法'])(
  '%j takes in what a country is also called',
  text => {
    const draft = say('tag customers in Germany as DACH').rule;
    if (!draft) throw new Error('no draft');
    const previousRule = { recordType: 'customer', ...draft };
    const result = translateEmbedded({ text, recordType, sample, clock, previousRule });
    expect(result).toMatchObject({
      ok: true,
      value: {
        outcome: 'rule',
        edit: 'change',
        rule: { condition: { in: [{ var: 'country' }, ['Germany', 'DE', 'Deutschland']] }, actions: draft.actions },
      },
    });
  },
);

test('where nothing is called otherwise, "all spellings" changes nothing', () => {
  const draft = say('tag customers in Spain as Iberia').rule;
  if (!draft) throw new Error('no draft');
  const previousRule = { recordType: 'customer', ...draft };
  const result = translateEmbedded({ text: 'all spellings', recordType, sample, clock, previousRule });
  expect(result.ok && result.value.outcome).toBe('clarify');
});

describe('what else a request said is asked about next', () => {
  const germany = { '==': [{ var: 'country' }, 'Germany'] };
  const tagged = (value: string): unknown => [{ type: 'addTag', value }];

  test('a vague word beside a missing tag', () => {
    const first = say('tag customers in Germany with high annual revenue').question;
    expect(first?.unplaced).toEqual(['high annual revenue']);
    const second = say('Bargain', first);
    expect(second.outcome).toBe('clarify');
    expect(second.question?.options[0]?.rule).toMatchObject({ actions: tagged('Bargain') });
    expect(say('more than 3k', second.question).rule).toEqual({
      name: 'Tag Bargain',
      condition: {
        and: [germany, { and: [{ '!=': [{ var: 'revenue' }, null] }, { '>': [{ var: 'revenue' }, 3000] }] }],
      },
      actions: tagged('Bargain'),
    });
  });

  test('a word that nobody knows beside a missing tag', () => {
    const first = say('tag customers in Germany that are blorbish').question;
    const second = say('Bargain', first);
    expect(second.question?.text).toContain('blorbish');
    expect(say('yes', second.question).rule).toMatchObject({ condition: germany, actions: tagged('Bargain') });
    expect(say('revenue over 2000', second.question).rule?.condition).toMatchObject({ and: [germany, {}] });
  });

  test('an amount is no tag: it is asked for again', () => {
    const first = say('tag cheap customers in Germany').question;
    expect(say('under 100k', first)).toMatchObject({ outcome: 'clarify', question: first });
  });

  test('after an option was chosen', () => {
    const first = say('tag customers with high annual revenue and blorbish ones as Big').question;
    expect(first?.unplaced).toEqual(['blorbish']);
    const second = say('the first one', first);
    expect(second.question?.text).toContain('blorbish');
  });
});

test.each(['set the city for customers with high annual revenue', 'set the city of rich customers'])(
  '%j is asked for the value, not for the records',
  text => {
    const { question } = say(text);
    expect(question?.unfinished).toMatchObject({ wants: 'value', field: 'city', actions: [] });
  },
);

test('a comparison that names no field offers every field of numbers, and either is a rule', () => {
  const two: RecordType = { ...recordType, fields: [...recordType.fields, field('weight', 'number', 'Weight')] };
  const asked = { recordType: two, sample: sample.map((record, i) => ({ ...record, weight: i })), clock };
  const first = translateEmbedded({ ...asked, text: 'tag customers in Germany above 900000 as Big' });
  const question = first.ok ? first.value.question : undefined;
  expect(question?.options.map(({ text }) => text)).toEqual([
    expect.stringContaining('annual revenue is greater than 900,000'),
    expect.stringContaining('weight is greater than 900,000'),
  ]);
  const reply = translateEmbedded({ ...asked, text: 'weight', ...(question && { pending: question }) });
  expect(reply.ok && reply.value.rule?.condition).toMatchObject({
    and: [{}, { and: [{}, { '>': [{ var: 'weight' }, 900000] }] }],
  });
});

test('a field called "n" is no number that things are known by', () => {
  const lone: RecordType = { name: 'row', fields: [field('x', 'text'), field('n', 'number')] };
  const translated = translateEmbedded({ text: 'tag where id is 1 as x', recordType: lone, sample: [], clock });
  expect(translated.ok && translated.value.outcome).not.toBe('rule');
});

test('a follow-up that can select no record is not offered', () => {
  const previousRule = {
    recordType: 'customer',
    name: 'r',
    condition: { '==': [{ var: 'country' }, 'France'] },
    actions: [],
  };
  const translated = translateEmbedded({
    text: 'the ones that have Berlin and Spain',
    recordType,
    sample,
    clock,
    previousRule,
  });
  for (const option of (translated.ok && translated.value.question?.options) || []) expect(option.matched).not.toBe(0);
});

describe('a day that no calendar has', () => {
  const people: RecordType = {
    name: 'person',
    fields: [field('born', 'date', 'Birth date'), field('city', 'text', 'City')],
  };
  const ask = (text: string, pending?: Question, language?: string): Translation => {
    const asked = {
      text,
      recordType: people,
      sample: [{ born: '1990-02-28', city: 'Rome' }],
      clock,
      ...(language && { language }),
    };
    const result = translateEmbedded({ ...asked, ...(pending && { pending }) });
    if (!result.ok) throw new Error(result.error.message);
    return result.value;
  };

  test.each([
    ['people born on 31.02.1990', '28.02.1990'],
    ['people born on 31.02.1990', 'I mean 28 February 1990'],
    ['find people born on 1990-02-30', '1990-02-28.'],
    ['Personen, geboren am 31.02.1990', 'am 28.02.1990'],
    ['personnes nées le 30 février 1990', 'le 28 février 1990'],
  ])('%j is completed by %j', (text, reply) => {
    const asked = ask(text);
    expect(asked).toMatchObject({ outcome: 'clarify', question: { unfinished: { wants: 'day' } } });
    const answered = ask(reply, asked.question);
    expect(answered).toMatchObject({ outcome: 'rule', rule: { condition: { '==': [{ var: 'born' }, '1990-02-28'] } } });
    expect(answered.spans.every(({ end }) => end <= reply.length)).toBe(true);
  });

  test('is asked for again where the reply is none either', () => {
    const asked = ask('people born on 31.02.1990 in Rome');
    const again = ask('30.02.1990', asked.question);
    expect(again).toMatchObject({ outcome: 'clarify', question: { unfinished: { said: '30.02.1990' } } });
    expect(ask('1.3.1990', again.question)).toMatchObject({ outcome: 'rule' });
  });

  test('is forgotten with the whole request', () => {
    const { question } = ask('people born on 31.02.1990');
    expect(ask('people in Rome', question)).toMatchObject({ rule: { condition: { '==': [{ var: 'city' }, 'Rome'] } } });
    expect(ask('forget it', question)).toMatchObject({ outcome: 'clarify', edit: 'start-over' });
  });
});

test.each([
  ['forget it', 'en'],
  ['forget about it', 'en'],
  ['start over', 'en'],
  ['please forget it', 'en'],
  ['vergiss es', 'de'],
  ['oublie ça', 'fr'],
  ['laisse tomber', 'fr'],
  ['olvídalo', 'es'],
  ['lascia stare', 'it'],
  ['esquece isso', 'pt'],
  ['vergeet het maar', 'nl'],
  ['glem det', 'da'],
  ['glöm det', 'sv'],
  ['忘了吧', 'zh'],
  ['忘れてください', 'ja'],
])('%j begins anew, whether a rule stands or a question is open', (text, language) => {
  const rule = { recordType: 'customer', name: 'r', condition: true, actions: [] };
  for (const standing of [{ previousRule: rule }, tagless && { pending: tagless }]) {
    const result = translateEmbedded({ text, language, recordType, sample, clock, ...standing });
    expect(result).toMatchObject({ ok: true, value: { outcome: 'clarify', edit: 'start-over' } });
  }
});
