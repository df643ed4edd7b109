import fc from 'fast-check';
import { explainRule, LANGUAGES, type RecordType } from '@lib/rules';
import customer from '../../../../../test/fixtures/customer-type.json';
import hard from '../../../../../test/explanations/hard-type.json';
import { arbitraryRule } from '../../../../../test/explanations/arbitrary-rule';
import { canonicalCondition } from '../../../../../test/explanations/canonical-condition';
import { answerPrompt } from '../../answer/answer-prompt';
import { createEmbeddedTranslator } from '../embedded-translator';

const RUNS = Number(process.env['EXPLANATION_RUNS'] ?? 60);
const translator = createEmbeddedTranslator();
const clock = { now: '2026-01-15T00:00:00.000Z', timeZone: 'UTC' };

describe.each([customer as RecordType, hard as unknown as RecordType])('a request that explains a $name rule', type => {
  const { glossary, ...recordType } = type;
  it.each(LANGUAGES)('is that rule (%s)', async language => {
    await fc.assert(
      fc.asyncProperty(arbitraryRule(type), async made => {
        const { text } = explainRule({ recordType: type.name, name: 'r', ...made }, type, language);
        const asked = { text, recordType, sample: [], clock, ...(glossary && { glossary }) };
        const answer = await answerPrompt(translator, asked);
        if (!answer.ok) throw new Error(answer.error.message);
        const { outcome, rule, unused, confidence, explanation, spans } = answer.value;
        expect({ text, outcome, unused, confidence }).toEqual({ text, outcome: 'rule', unused: [], confidence: 1 });
        expect(explanation?.text).toBe(text);
        expect(rule?.actions).toEqual(made.actions);
        expect(canonicalCondition(rule?.condition ?? null, type)).toEqual(canonicalCondition(made.condition, type));
        expect(spans.every(({ start, end }) => start < end && end <= text.length)).toBe(true);
      }),
      { seed: 20_260_115, numRuns: RUNS },
    );
  });
});

it('words of an explanation are followed to what they became', async () => {
  const text = '  When annual revenue is greater than 1,000,000 EUR: add tag "VIP".';
  const answer = await answerPrompt(translator, { text, recordType: customer as RecordType, sample: [], clock });
  const spans = answer.ok ? answer.value.spans : [];
  expect(spans.map(({ start, end, at }) => [text.slice(start, end), at])).toEqual([
    ['annual revenue', '/condition/and/1/>/0'],
    ['is greater than', '/condition/and/1'],
    ['1,000,000', '/condition/and/1/>/1'],
    ['EUR', '/condition/and/1/>/1'],
    ['add tag ', '/actions/0'],
    ['"VIP"', '/actions/0/value'],
  ]);
});
