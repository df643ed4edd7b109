import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import jsonLogic from 'json-logic-js';
import { type EvalCase, evaluateCase } from '../evaluate/evaluate-case';
import { createEmbeddedTranslator } from './embedded-translator';

interface SuiteCase extends Pick<EvalCase, 'text' | 'language' | 'previousRule'> {
  readonly outcome?: EvalCase['gold']['outcome'];
  readonly acceptOutcomes?: EvalCase['gold']['acceptOutcomes'];
  readonly condition?: EvalCase['gold']['condition'];
  readonly actions?: EvalCase['gold']['actions'];
  readonly alternatives?: EvalCase['gold']['alternatives'];
}

interface Suite extends Pick<EvalCase, 'now' | 'recordType' | 'records'> {
  readonly cases: readonly SuiteCase[];
}

const FOLDER = join(__dirname, '../../../../test/suites/translate');
const translator = createEmbeddedTranslator();

describe.each(readdirSync(FOLDER).filter(file => file.endsWith('.json')))('%s', file => {
  const suite = JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Suite;
  test.each(suite.cases)('$text', async ({ text, language, previousRule, outcome = 'rule', ...gold }) => {
    const { now, recordType, records } = suite;
    const evalCase: EvalCase = {
      id: text,
      text,
      language,
      previousRule,
      now,
      recordType,
      records,
      gold: { outcome, ...gold },
    };
    const score = await evaluateCase(evalCase, translator, { reference: jsonLogic });
    expect(score).toMatchObject({ full: true, wrong: false });
  });
});
