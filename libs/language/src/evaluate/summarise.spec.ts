import jsonLogic from 'json-logic-js';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FieldType } from '@lib/rules';
import { createEmbeddedTranslator } from '../embedded/embedded-translator';
import { type CaseScore, type EvalCase, evaluateCase, sameActions, sampleOf } from './evaluate-case';
import { summarise } from './summarise';

const evalCase: EvalCase = {
  id: 'a',
  text: 'tag customers in Germany as DE',
  recordType: { name: 'customer', fields: [{ name: 'country', type: 'text' }] },
  records: [{ country: 'Germany' }, { country: 'France' }],
  gold: { outcome: 'rule', rows: [0], actions: [{ type: 'addTag', value: 'de' }] },
};
const options = { reference: jsonLogic };

test('a full match has the rows of the gold and its actions, text without case', async () => {
  expect(await evaluateCase(evalCase, createEmbeddedTranslator(), options)).toMatchObject({
    full: true,
    wrong: false,
    rows: [0],
  });
});

test('a rule with other rows, or where none was wanted, is confidently wrong', async () => {
  const other = { ...evalCase, gold: { outcome: 'rule' as const, rows: [1] } };
  const none = { ...evalCase, gold: { outcome: 'impossible' as const } };
  for (const wrong of [other, none]) {
    expect(await evaluateCase(wrong, createEmbeddedTranslator(), options)).toMatchObject({ full: false, wrong: true });
  }
});

test('actions are a set', () => {
  const a = { type: 'addTag', value: 'A' } as const;
  const b = { type: 'addTag', value: 'b' } as const;
  expect(sameActions([a, b], [b, { ...a, value: 'a' }, b])).toBe(true);
  expect(sameActions([a], [a, b])).toBe(false);
});

test('a sample is the same on every run', () => {
  const records = Array.from({ length: 50 }, (_, id) => ({ id }));
  expect(sampleOf(records, 5)).toEqual(sampleOf(records, 5));
  expect(sampleOf(records, 5)).toHaveLength(5);
});

const data = process.env.DATA_DIR && join(process.env.DATA_DIR, 'prompts');
const present = data !== undefined && data !== '' && existsSync(join(data, 'prompts.jsonl'));
if (!present) console.log('DATA_DIR holds no prompts: the understanding bars are not measured.');

interface Prompt {
  readonly id: string;
  readonly lang: string;
  readonly category: string;
  readonly entity?: string | null;
  readonly prompt: string;
  readonly previousRule?: EvalCase['previousRule'];
  readonly gold: Omit<EvalCase['gold'], 'rows'>;
}
interface CatalogField {
  readonly id: string;
  readonly label: string;
  readonly type: FieldType;
  readonly unit?: string;
  readonly nullable?: boolean;
}

(present ? test : test.skip)('the bars on the prompts collection hold', async () => {
  const lines = <T>(file: string): T[] =>
    readFileSync(join(data as string, file), 'utf8')
      .trim()
      .split('\n')
      .map(line => JSON.parse(line) as T);
  const catalog = JSON.parse(readFileSync(join(data as string, 'catalog.json'), 'utf8')) as {
    now: string;
    entities: { [name: string]: CatalogField[] };
  };
  const records = lines<{ entity: string }>('records.jsonl');
  const translator = createEmbeddedTranslator();
  const scores: CaseScore[] = [];
  for (const { id, lang, category, entity, prompt, previousRule, gold } of lines<Prompt>('prompts.jsonl')) {
    const fields = (catalog.entities[entity ?? ''] ?? []).map(({ id: name, ...rest }) => ({ name, ...rest }));
    const { outcome, condition, actions, alternatives, acceptOutcomes } = gold;
    const one: EvalCase = {
      id,
      text: prompt,
      language: lang,
      category,
      now: catalog.now,
      recordType: { name: entity?.toLowerCase() ?? 'record', fields },
      records: records.filter(record => record.entity === entity),
      previousRule,
      gold: { outcome, condition, actions, alternatives, acceptOutcomes },
    };
    scores.push(await evaluateCase(one, translator, options));
  }
  const rows = new Map(summarise(scores).map(row => [row.category, row]));
  expect(rows.get('rules, English')?.full).toBeGreaterThanOrEqual(0.92);
  expect(rows.get('no rule wanted')?.full).toBeGreaterThanOrEqual(0.92);
  expect(rows.get('all')?.confidentlyWrong).toBeLessThanOrEqual(0.03);
});
