import type { RecordType } from '@lib/rules';

import { maskPersonal } from './mask-personal';

const PERSON: RecordType = {
  name: 'person',
  key: 'id',
  fields: [
    { name: 'id', label: 'ID', type: 'text', reading: { type: 'text' } },
    { name: 'contact', label: 'Contact', type: 'text', reading: { type: 'text' }, sensitivity: 'personal' },
    { name: 'country', label: 'Country', type: 'text', reading: { type: 'text' } },
  ],
};
const SAMPLE = [
  { id: 'kd-77', contact: 'Anna Schmidt', country: 'Germany' },
  { id: 'kd-78', contact: 'Country Joe', country: 'France' },
];

function masked(prompt: string): string {
  return maskPersonal(PERSON, SAMPLE, prompt).hide(prompt);
}

describe('maskPersonal', () => {
  it.each([
    ['tag anna.schmidt@example.com', 'tag [EMAIL_1]'],
    ['phone is +49 30 901820', 'phone is [PHONE_1]'],
    ['phone is 030/901820-5', 'phone is [PHONE_1]'],
    ['call 555-123-4567', 'call [PHONE_1]'],
    ['iban DE89 3704 0044 0532 0130 00 is wrong', 'iban [IBAN_1] is wrong'],
    ['number 123-45-6789', 'number [ID_1]'],
    ['customer C00417 only', 'customer [ID_1] only'],
    ['record kd-77 only', 'record [PERSONAL_1] only'],
    ['where contact is anna schmidt', 'where contact is [PERSONAL_1]'],
    ['where contact is Ms Schmidt', 'where contact is [PERSONAL_1]'],
    ['Ms Schmidt and others', 'Ms [PERSONAL_1] and others'],
    [
      'tag where contact is john miller and country is Germany',
      'tag where contact is [PERSONAL_1] and country is Germany',
    ],
    ['Contact: "Jane Doe"', 'Contact: "[PERSONAL_1]"'],
    ['id = X1 as VIP', 'id = [PERSONAL_1] as VIP'],
  ])('hides what is personal in "%s"', (prompt, hidden) => {
    expect(masked(prompt)).toBe(hidden);
  });

  it.each([
    'revenue above 1000000 and below 2,500,000',
    'revenue above 1 000 000',
    'since 2024-05-01 and before 31.12.2025',
    'older than 30 days in Q4 2025',
    'country is Germany',
    'email ends with @example.com',
    'where Country is Germany',
    'contact is missing',
    'contact is not empty or id starts with KD',
  ])('leaves alone "%s"', prompt => {
    expect(masked(prompt)).toBe(prompt);
  });

  it('gives one value one placeholder and puts it back everywhere', () => {
    const prompt = 'a@b.de or c@d.de, not a@b.de';
    const mask = maskPersonal(PERSON, SAMPLE, prompt);
    expect(mask.hide(prompt)).toBe('[EMAIL_1] or [EMAIL_2], not [EMAIL_1]');
    expect(mask.revealIn({ values: ['[EMAIL_2]', 'x [EMAIL_1]'], other: '[EMAIL_9]' })).toEqual({
      values: ['c@d.de', 'x a@b.de'],
      other: '[EMAIL_9]',
    });
    expect(mask.hidden).toBe(2);
  });

  it('never takes a placeholder the person typed', () => {
    const prompt = '[EMAIL_1] is a@b.de';
    const mask = maskPersonal(PERSON, SAMPLE, prompt);
    expect(mask.hide(prompt)).toBe('[EMAIL_1] is [EMAIL_2]');
    expect(mask.reveal(mask.hide(prompt))).toBe(prompt);
  });
});
