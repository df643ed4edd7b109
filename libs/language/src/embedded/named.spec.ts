import { createHash } from 'node:crypto';
import {
  type Action,
  type DataRecord,
  EntryTableBuilder,
  explainRule,
  type Glossary,
  type JsonLogic,
  type RecordType,
  useList,
  useTerm,
} from '@lib/rules';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { answerPrompt } from '../answer/answer-prompt';
import type { RuleContent, TranslationAnswer, TranslationRequest } from '../translator';
import { createEmbeddedTranslator } from './embedded-translator';
import { selectedRows } from './meaning/rows';

interface Case {
  readonly text: string;
  readonly language?: string;
  readonly rows: readonly number[];
  readonly uses: readonly string[];
  readonly actions?: readonly Action[];
}

interface Suite {
  readonly now: string;
  readonly recordType: RecordType;
  readonly records: readonly DataRecord[];
  readonly glossary: Glossary;
  readonly lists: { readonly [reference: string]: readonly string[] };
  readonly cases: readonly Case[];
}

const FILE = join(__dirname, '../../../../test/suites/translate-names/supplier.json');
const suite = JSON.parse(readFileSync(FILE, 'utf8')) as Suite;
const translator = createEmbeddedTranslator();
const lists = new Map(
  Object.entries(suite.lists).map(([reference, entries]) => {
    const builder = new EntryTableBuilder(entries.length);
    entries.forEach(entry => builder.add(entry));
    return [reference, builder.build('b')] as const;
  }),
);
const asked: Omit<TranslationRequest, 'text'> = {
  recordType: suite.recordType,
  sample: suite.records,
  clock: { now: suite.now, timeZone: 'UTC' },
  glossary: suite.glossary,
  lists,
};

async function answerTo(request: Partial<TranslationRequest> & { readonly text: string }): Promise<TranslationAnswer> {
  const answer = await answerPrompt(translator, { ...asked, ...request });
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
}

const namesOf = (rule: RuleContent | undefined): readonly string[] =>
  (rule?.glossary ?? []).map(use => ('term' in use ? use.term : use.list)).sort();
const rowsOf = (condition: JsonLogic | undefined): readonly number[] | undefined =>
  condition === undefined ? undefined : selectedRows(condition, { ...asked, text: '' });

describe('names of the glossary in requests', () => {
  test.each(suite.cases)('$text', async ({ text, language, rows, uses, actions }) => {
    const answer = await answerTo({ text, ...(language !== undefined && { language }) });
    expect(answer).toMatchObject({ outcome: 'rule', unused: [], ...(actions && { rule: { actions } }) });
    expect(rowsOf(answer.rule?.condition)).toEqual(rows);
    expect(namesOf(answer.rule)).toEqual([...uses].sort());
    for (const name of uses) expect(answer.explanation?.text).toContain(`"${name}"`);
    expect(answer.confidence).toBeGreaterThanOrEqual(0.85);
  });
});

it('a rule made with names carries versions and what they stood for', async () => {
  const { rule } = await answerTo({ text: 'VIP suppliers on the blocked suppliers list' });
  expect(rule?.glossary).toEqual([
    useTerm(suite.glossary.terms[0] as Glossary['terms'][0]),
    useList(suite.glossary.lists[1] as Glossary['lists'][0], suite.recordType.fields[0] as RecordType['fields'][0]),
  ]);
  expect(JSON.stringify(rule?.condition)).toContain('"blocked suppliers@3"');
});

it('where values of several fields are on a list, people are asked which one is meant', async () => {
  const more = {
    ...suite.glossary,
    lists: [{ name: 'watched', version: 1, size: 3, sha256: 'w', values: ['S1', 'S4', 'S5'] }],
  };
  const { outcome, question } = await answerTo({ text: 'suppliers on the watched list', glossary: more });
  expect(outcome).toBe('clarify');
  expect(question?.options.map(({ text, matched }) => `${matched} ${text}`)).toEqual([
    '3 Records where supplier ID is on the list "watched".',
    '2 Records where parent is on the list "watched".',
  ]);
  const { rule } = await answerTo({ text: '', glossary: more, pending: question, answer: { option: 1 } });
  expect(namesOf(rule)).toEqual(['watched']);
});

it('a list that no value of the sample is on is asked about, never guessed', async () => {
  const lost = { terms: [], lists: [{ name: 'embargo', version: 1, size: 1, sha256: 'e', values: ['X'] }] };
  expect(await answerTo({ text: 'suppliers on the embargo list', glossary: lost })).toMatchObject({
    outcome: 'clarify',
  });
});

it('a name asked for once more stays known while the conversation goes on', async () => {
  const first = await answerTo({ text: 'tag VIP suppliers' });
  expect(first).toMatchObject({ outcome: 'clarify' });
  const second = await answerTo({ text: 'Gold', pending: first.question });
  expect(second.rule?.actions).toEqual([{ type: 'addTag', value: 'Gold' }]);
  expect(namesOf(second.rule)).toEqual(['VIP supplier']);
  const previousRule = { recordType: 'supplier', ...(second.rule as RuleContent) };
  const third = await answerTo({ text: 'only those in Norway', previousRule });
  expect(rowsOf(third.rule?.condition)).toEqual([1]);
  expect(namesOf(third.rule)).toEqual(['VIP supplier']);
});

it('what explanations say of names is read back to the same rule', async () => {
  const texts = [
    'VIP suppliers not in the Nordics',
    'suppliers who are not key accounts',
    'dormant or on the blocked supplier list',
  ];
  for (const text of texts) {
    const { rule } = await answerTo({ text });
    const draft = { recordType: 'supplier', ...(rule as RuleContent) };
    const said = explainRule(draft, suite.recordType).text;
    const again = await answerTo({ text: said });
    expect([said, again.rule?.condition]).toEqual([said, draft.condition]);
    expect(again.rule?.glossary).toEqual(draft.glossary);
  }
});

it('translates as before where there is no glossary', async () => {
  const { glossary: _glossary, lists: _lists, ...plain } = asked;
  const answer = await answerPrompt(translator, { ...plain, text: 'segment is Enterprise' });
  expect(answer).toMatchObject({
    ok: true,
    value: { rule: { condition: { '==': [{ var: 'segment' }, 'Enterprise'] } } },
  });
  expect(answer.ok && answer.value.rule && 'glossary' in answer.value.rule).toBe(false);
});

it('finds a name of a large glossary', async () => {
  const sha256 = createHash('sha256').update('').digest('hex');
  const terms = Array.from({ length: 5_000 }, (_, i) => ({
    name: `Group ${i}`,
    version: 1,
    condition: { '==': [{ var: 'segment' }, `${sha256.slice(0, 4)}${i}`] },
  }));
  const { rule } = await answerTo({ text: 'suppliers in group 4321', glossary: { terms, lists: [] } });
  expect(namesOf(rule)).toEqual(['Group 4321']);
});
