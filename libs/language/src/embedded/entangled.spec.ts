import type { Field, FieldType, RecordType } from '@lib/rules';
import fc from 'fast-check';
import { MAX_STEPS } from './meaning/effort';
import { MAX_PROMPT, translateEmbedded } from './embedded-translator';
import { understand } from './understand/understand';
import { ground } from '../grounding/ground';
import { groundingOf } from '../grounding/grounding-of';
import { lexiconsFrom, recogniseLanguage } from '../grounding/languages';
import type { Translation } from '../translator';

const field = (name: string, type: FieldType): Field => ({ name, label: name, type, reading: { type } });
const recordType: RecordType = {
  name: 'customer',
  fields: [field('country', 'text'), field('revenue', 'number'), field('created', 'date'), field('active', 'boolean')],
};
const sample = [
  { country: 'Germany', revenue: 2_000_000, created: '2024-01-01', active: true },
  { country: 'France', revenue: null, created: '2020-05-05', active: false },
];
const clock = { now: '2026-01-15T00:00:00.000Z', timeZone: 'UTC' };

function stepsOf(text: string): number {
  const { lexicon } = recogniseLanguage(text, undefined);
  const request = { text, recordType, sample, clock };
  const grounding = groundingOf(recordType, sample, lexiconsFrom(lexicon));
  return understand(request, grounding, ground(text, grounding, clock).chunks).effort.steps;
}

function translate(text: string): Translation {
  const result = translateEmbedded({ text, recordType, sample, clock });
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

const around = (count: number, inner: string): string => '('.repeat(count) + inner + ')'.repeat(count);

test.each([
  `tag customers where ${around(350, 'country is Germany')} as x`,
  `tag customers where ${around(900, 'country is Germany')} as x`,
  `tag customers where ${around(13, 'country is Germany')} as x`,
  `tag customers where ${'except '.repeat(30)} Germany as x`,
])('nesting beyond the bound is refused with a reason', text => {
  expect(translate(text)).toMatchObject({ outcome: 'impossible', reason: expect.stringContaining('too entangled') });
  expect(stepsOf(text)).toBeLessThan(500);
});

test('nesting within the bound is read', () => {
  const text = `tag customers where ${around(12, 'country is Germany')} as x`;
  expect(translate(text).rule?.condition).toEqual({ '==': [{ var: 'country' }, 'Germany'] });
});

const long = (piece: string): string => piece.repeat(Math.ceil(MAX_PROMPT / piece.length)).slice(0, MAX_PROMPT);
const PIECES = [
  '(',
  ')',
  '() ',
  `${'('.repeat(12)}${')'.repeat(12)} `,
  '(not (',
  '[{(',
  'not ',
  'not not either ',
  'either not ',
  'neither Germany nor ',
  'neither nor ',
  'neither either not ',
  'except ',
  'except in ',
  'unless not ',
  'only if ',
  'only (',
  'a, ',
  'and ',
  'or ',
  'and or not ',
  'country and ',
  'country or ',
  'country is Germany or ',
  'without country or ',
  'country, revenue, ',
  'revenue ',
  'revenue above ',
  'between 1 and ',
  'created in the last ',
  'set country to ',
  'tag ',
  'tag as ',
  'as ',
  'add tag ',
  '- ',
  '\n- not ',
  '1. ',
  '7',
  '1,',
  '1 ',
  '1.000',
  '"',
  '""',
  "'",
  "'a' ",
  '“',
  '„«「',
  'a.',
  'a@',
  '@.-',
  'l’',
  '\\"',
  '2024-01-01-',
  '→ ',
  '? ',
  'Germny ',
  'qwertz ',
  'é',
  '日本',
  'でない',
] as const;

test.each(PIECES)('steps stay bounded and nothing is thrown for 20,000 characters of %j', piece => {
  const text = `tag customers where ${long(piece)}`.slice(0, MAX_PROMPT);
  expect(stepsOf(text)).toBeLessThanOrEqual(MAX_STEPS + 500);
  expect(() => translate(text)).not.toThrow();
});

test('whatever pieces are strung together, steps stay bounded and nothing is thrown', () => {
  const text = fc
    .tuple(
      fc.array(fc.constantFrom(...PIECES, 'Germany ', 'x ', ', ', ') '), { minLength: 1, maxLength: 40 }),
      fc.integer({ min: 1, max: 200 }),
    )
    .map(([pieces, times]) => pieces.join('').repeat(times).slice(0, MAX_PROMPT));
  fc.assert(
    fc.property(text, prompt => {
      expect(stepsOf(prompt)).toBeLessThanOrEqual(MAX_STEPS + 500);
      translate(prompt);
    }),
    { numRuns: 25, seed: 11 },
  );
});
