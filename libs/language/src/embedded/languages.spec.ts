import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import jsonLogic from 'json-logic-js';
import { type EvalCase, evaluateCase } from '../evaluate/evaluate-case';
import { createEmbeddedTranslator } from './embedded-translator';

/** `of` names the records; a request that changes a rule has the rule it changes. */
type Meaning = Partial<EvalCase['gold']> & Pick<EvalCase, 'previousRule'> & { readonly of: string };

interface Suite {
  readonly language: string;
  readonly cases: readonly Case[];
}

/** A text and what it means: an intent that other languages have too, or a meaning of its own. */
type Case = { readonly text: string } & ({ readonly intent: string } | Meaning);

const SUITES = join(__dirname, '../../../../test/suites');
const read = <T>(...path: string[]): T => JSON.parse(readFileSync(join(SUITES, ...path), 'utf8')) as T;
const { intents } = read<{ readonly intents: Readonly<Record<string, Meaning>> }>('languages/intents.json');
const files = readdirSync(join(SUITES, 'languages')).filter(file => file !== 'intents.json');
const translator = createEmbeddedTranslator();

function meaningOf({ text, ...said }: Case): Meaning {
  if (!('intent' in said)) return said;
  const meaning = intents[said.intent];
  if (!meaning) throw new Error(`"${text}" has the intent "${said.intent}", which intents.json does not have.`);
  return meaning;
}

/** One file per language: how people there say what `intents.json` means, and what only they say. */
describe.each(files)('%s', file => {
  const { language, cases } = read<Suite>('languages', file);
  test.each(cases)('$text', async said => {
    const { text } = said;
    const { of, previousRule, ...gold } = meaningOf(said);
    const { now, recordType, records } = read<Pick<EvalCase, 'now' | 'recordType' | 'records'>>(
      'translate',
      `${of}.json`,
    );
    const evalCase: EvalCase = {
      id: text,
      text,
      language,
      now,
      recordType,
      records,
      ...(previousRule && { previousRule }),
      gold: { outcome: 'rule', ...gold },
    };
    const score = await evaluateCase(evalCase, translator, { reference: jsonLogic });
    expect(score).toMatchObject({ full: true, wrong: false });
  });
});
