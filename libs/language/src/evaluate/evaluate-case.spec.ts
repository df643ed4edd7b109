import jsonLogic from 'json-logic-js';
import { type EvalCase, evaluateCase } from './evaluate-case';
import type { Translator } from '../translator';

const records = [{ paid: true }, { paid: false }, { paid: null }];
const actions = [{ type: 'addTag', value: 'Chase' }] as const;

function translatorOf(condition: EvalCase['gold']['condition'], tag: string): Translator {
  return {
    name: 'embedded',
    translate: () =>
      Promise.resolve({
        ok: true,
        value: {
          outcome: 'rule',
          rule: { name: tag, condition: condition ?? null, actions: [{ type: 'addTag', value: tag }] },
          assumptions: [],
          spans: [],
          unused: [],
          confidence: 1,
          translator: 'embedded',
          language: 'en',
        },
      }),
  };
}

const unknownToo = { '!=': [{ var: 'paid' }, true] };
const unpaid = { '==': [{ var: 'paid' }, false] };
const evalCase = (alternatives: EvalCase['gold']['alternatives']): EvalCase => ({
  id: 'unpaid',
  text: 'tag unpaid orders as Chase',
  recordType: { name: 'order', fields: [{ name: 'paid', type: 'boolean' }] },
  records,
  gold: { outcome: 'rule', condition: unknownToo, actions, alternatives },
});

test.each([
  ['a condition, with the actions of the gold', unpaid, 'Chase', true],
  ['a whole reading', { condition: unpaid, actions: [{ type: 'addTag', value: 'Open' }] }, 'Open', true],
  [
    'a whole reading with other actions',
    { condition: unpaid, actions: [{ type: 'addTag', value: 'Open' }] },
    'Chase',
    false,
  ],
  ['the rows of a reading', { rows: [1] }, 'Chase', true],
])('an alternative may be %s', async (_, alternative, tag, full) => {
  const score = await evaluateCase(evalCase([alternative]), translatorOf(unpaid, tag), { reference: jsonLogic });
  expect(score).toMatchObject({ rowsMatch: true, full, wrong: false });
});

test('what is no alternative is wrong', async () => {
  const score = await evaluateCase(evalCase([]), translatorOf(unpaid, 'Chase'), { reference: jsonLogic });
  expect(score).toMatchObject({ rowsMatch: false, full: false, wrong: true });
});
