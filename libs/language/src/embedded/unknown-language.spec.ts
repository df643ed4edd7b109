import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DataRecord, RecordType } from '@lib/rules';
import { translateEmbedded } from './embedded-translator';

const { recordType, records, now } = JSON.parse(
  readFileSync(join(__dirname, '../../../../test/suites/translate/order.json'), 'utf8'),
) as { readonly recordType: RecordType; readonly records: readonly DataRecord[]; readonly now: string };
const fields = recordType.fields.map(field => ({ ...field, reading: { type: field.type } }));

const translate = (text: string, language?: string) => {
  const result = translateEmbedded({
    text,
    recordType: { ...recordType, fields },
    sample: records,
    clock: { now, timeZone: 'UTC' },
    ...(language !== undefined && { language }),
  });
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};

describe('a language without a lexicon', () => {
  test('is linked by fields, values and numbers, and the draft says that it is unsure', () => {
    const { outcome, rule, confidence, assumptions } = translate('total amount > 1000, Niemcy', 'pl');
    expect(outcome).toBe('rule');
    expect(JSON.stringify(rule?.condition)).toContain('Germany');
    expect(JSON.stringify(rule?.condition)).toContain('1000');
    expect(confidence).toBeLessThan(0.5);
    expect(assumptions[0]?.text).toContain('only partly understood');
  });

  test('is asked about where words are left that nobody understood', () => {
    const { outcome, confidence } = translate('zamówienia nie z Niemiec', 'pl');
    expect(outcome).not.toBe('rule');
    expect(confidence).toBeLessThan(0.5);
  });

  test('is of no account where the request is in a language that is known', () => {
    const { outcome, confidence } = translate('tag all orders from Germany that are not paid as Open', 'pl');
    expect(outcome).toBe('rule');
    expect(confidence).toBeGreaterThan(0.8);
  });
});

test.each([
  ['de', 'wie ist das Wetter heute?', 'Eine Regel betrachtet'],
  ['fr', 'météo de demain', 'Une règle regarde'],
  ['it', 'che tempo fa oggi?', 'Una regola guarda'],
  ['da', 'hvordan er vejret i dag', 'En regel ser på'],
  ['en', 'what is the weather today', 'A rule looks at'],
])('people are answered in their language: %s', (language, text, words) => {
  const { reason, question } = translate(text, language);
  expect(`${reason ?? ''}${question?.text ?? ''}`).toMatch(new RegExp(words));
});
