import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Action, JsonLogic } from '@lib/rules';
import jsonLogic from 'json-logic-js';
import { type EvalCase, evaluateCase } from '../../evaluate/evaluate-case';
import { createEmbeddedTranslator } from '../embedded-translator';

interface Content {
  readonly condition: JsonLogic;
  readonly actions: readonly Action[];
}

interface Suite {
  /** The rules that are changed, by names that only these cases know. */
  readonly rules: { readonly [name: string]: Content & { readonly recordType: string } };
  /** What is left out stays as it was. */
  readonly cases: readonly (Partial<Content> & {
    readonly rule: string;
    readonly text: string;
    readonly language?: string;
    readonly outcome?: 'rule' | 'clarify';
  })[];
}

const SUITES = join(__dirname, '../../../../../test/suites');
const read = <T>(...path: readonly string[]): T => JSON.parse(readFileSync(join(SUITES, ...path), 'utf8')) as T;
const translator = createEmbeddedTranslator();

describe.each(readdirSync(join(SUITES, 'edits')))('changes of a rule: %s', file => {
  const { rules, cases } = read<Suite>('edits', file);
  test.each(cases)('$rule: $text', async ({ rule, text, language, outcome = 'rule', ...changed }) => {
    const { recordType: name, ...previous } = rules[rule] as Suite['rules'][string];
    const { recordType, records, now } = read<EvalCase>('translate', `${name}.json`);
    const gold = { outcome, ...previous, ...changed };
    const asked = {
      id: text,
      text,
      language,
      previousRule: { name: 'r', ...previous },
      now,
      recordType,
      records,
      gold,
    };
    const score = await evaluateCase(asked, translator, { reference: jsonLogic });
    expect(score).toMatchObject({ full: true, wrong: false });
  });
});
