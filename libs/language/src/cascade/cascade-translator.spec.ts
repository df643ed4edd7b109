import { fail, ok, type RecordType } from '@lib/rules';

import type { Translation, TranslationRequest, Translator } from '../translator';
import { createCascadeTranslator } from './cascade-translator';

const CUSTOMER: RecordType = {
  name: 'customer',
  fields: [{ name: 'country', label: 'Country', type: 'text', reading: { type: 'text' } }],
};
const REQUEST: TranslationRequest = {
  text: 'Germans',
  recordType: CUSTOMER,
  sample: [{ country: 'Germany' }, { country: 'France' }],
  clock: { now: '2026-01-15T00:00:00.000Z', timeZone: 'UTC' },
};

function from(country: string, parts: Partial<Translation> = {}): Translation {
  const rule = { name: country, condition: { '==': [{ var: 'country' }, country] }, actions: [] };
  return {
    outcome: 'rule',
    rule,
    assumptions: [],
    spans: [],
    unused: [],
    confidence: 0.6,
    translator: 'embedded',
    language: 'en',
    ...parts,
  };
}

/** Gives one translation, or fails, and counts how often it was asked. */
function giving(name: Translator['name'], translation?: Translation): Translator & { asked: number } {
  return {
    name,
    asked: 0,
    async translate() {
      this.asked += 1;
      return translation ? ok(translation) : fail({ kind: 'timeout', message: 'too slow' });
    },
  };
}

describe('createCascadeTranslator', () => {
  it('asks no model where the embedded translator is sure and used every word', async () => {
    const chat = giving('azure-openai', from('France'));
    const sure = from('Germany', { confidence: 0.9 });
    expect(await createCascadeTranslator(giving('embedded', sure), chat).translate(REQUEST)).toEqual(ok(sure));
    expect(chat.asked).toBe(0);
  });

  it('asks no model about a request that names something of the glossary', async () => {
    const chat = giving('azure-openai', from('France'));
    const condition = { '==': [{ var: 'country' }, 'Germany'] };
    const rule = { name: 'home', condition, actions: [], glossary: [{ term: 'home market', version: 1, condition }] };
    const named = from('Germany', { confidence: 0.6, rule });
    expect(await createCascadeTranslator(giving('embedded', named), chat).translate(REQUEST)).toEqual(ok(named));
    expect(chat.asked).toBe(0);
  });

  it('asks where words were left over', async () => {
    const chat = giving('azure-openai', from('Germany'));
    const left = from('Germany', { confidence: 0.9, unused: [{ start: 0, end: 1, text: 'x' }] });
    await createCascadeTranslator(giving('embedded', left), chat).translate(REQUEST);
    expect(chat.asked).toBe(1);
  });

  it('is surer where both select the same records', async () => {
    const result = await createCascadeTranslator(
      giving('embedded', from('Germany')),
      giving('azure-openai', from('Germany')),
    ).translate(REQUEST);
    expect(result).toMatchObject({ ok: true, value: { outcome: 'rule', confidence: 0.95 } });
  });

  it('asks the person where they select different ones', async () => {
    const result = await createCascadeTranslator(
      giving('embedded', from('Germany')),
      giving('azure-openai', from('Spain')),
    ).translate(REQUEST);
    expect(result).toMatchObject({
      ok: true,
      value: { outcome: 'clarify', question: { options: [{ matched: 0 }, { matched: 1 }] } },
    });
    if (result.ok) expect(result.value).not.toHaveProperty('rule');
  });

  it('falls back on the embedded answer where the model fails', async () => {
    const unsure = from('Germany');
    expect(
      await createCascadeTranslator(giving('embedded', unsure), giving('azure-openai')).translate(REQUEST),
    ).toEqual(ok(unsure));
  });
});
