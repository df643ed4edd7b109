import { readFileSync } from 'node:fs';
import { rulewright, Workspace } from '../test/processes/spawn-rulewright';

const recordType = {
  name: 'customer',
  fields: [
    { name: 'country', label: 'Country', type: 'text' },
    { name: 'revenue', label: 'Revenue', type: 'number' },
  ],
};
const records = [
  { country: 'Germany', revenue: 5 },
  { country: 'France', revenue: 2_000_000 },
  { country: 'Germany', revenue: null },
];
const right = {
  id: 'right',
  text: 'tag records where country is Germany as DE',
  language: 'en',
  category: 'comparison',
  recordType,
  records,
  gold: {
    outcome: 'rule',
    condition: { '==': [{ var: 'country' }, 'Germany'] },
    actions: [{ type: 'addTag', value: 'de' }],
    rows: [0, 2],
  },
};
const wrong = { ...right, id: 'wrong', category: 'range', gold: { outcome: 'rule', rows: [1] } };
const chat = {
  ...right,
  id: 'chat',
  category: 'offtopic',
  text: 'what is the weather today?',
  gold: { outcome: 'offtopic' },
};

describe('rulewright eval', () => {
  const work = new Workspace();

  it('shows in its help a case that is one, and is scored', async () => {
    const { code, out } = await rulewright(['eval', '--help']);
    expect(code).toBe(0);
    const shown = /^ {2}\{ "id"[\s\S]*?\] \} \}$/m.exec(out)?.[0] ?? '';
    const cases = work.file('shown.ndjson', JSON.stringify(JSON.parse(shown)));
    const scored = await rulewright(['eval', '--cases', cases]);
    expect(scored.code).toBe(0);
    expect(JSON.parse(scored.out.split('\n')[0] ?? '')).toMatchObject({ id: 'c1', rowsMatch: true, full: true });
  });

  const cases = work.file('cases.ndjson', [right, wrong, chat].map(one => `${JSON.stringify(one)}\n`).join(''));
  afterAll(() => work.remove());

  it('prints a line per case and then the summary', async () => {
    const { code, out, err } = await rulewright(['eval', '--cases', cases]);
    expect(code).toBe(0);
    const lines = out
      .trim()
      .split('\n')
      .map(line => JSON.parse(line));
    expect(lines).toHaveLength(4);
    expect(lines[0]).toMatchObject({ id: 'right', outcome: 'rule', rows: [0, 2], rowsMatch: true, full: true });
    for (const name of ['condition', 'actions', 'confidence', 'ms']) expect(lines[0]).toHaveProperty(name);
    expect(lines[1]).toMatchObject({ id: 'wrong', rowsMatch: false, full: false });
    expect(lines[3]).toHaveProperty('summary');
    for (const category of ['comparison', 'range', 'offtopic', 'all']) expect(err).toContain(category);
  });

  it('reads the records as an import would: a blank in place of a number is no value', async () => {
    const blank = {
      ...right,
      id: 'blank',
      text: 'revenue below 10, tag small',
      records: [...records, { country: 'Italy', revenue: '' }],
      gold: { outcome: 'rule', rows: [0] },
    };
    const { out } = await rulewright(['eval', '--cases', work.file('blank.ndjson', JSON.stringify(blank))]);
    expect(JSON.parse(out.split('\n')[0] ?? '')).toMatchObject({ id: 'blank', rows: [0], full: true });
  });

  it('writes the lines to a file and the table to standard output', async () => {
    const lines = work.path('lines.ndjson');
    const array = work.file('cases.json', JSON.stringify([right, wrong]));
    const { code, out } = await rulewright(['eval', '--cases', array, '--out', lines, '--sample', '1']);
    expect(code).toBe(0);
    expect(out).toContain('comparison');
    const written = readFileSync(lines, 'utf8').trim().split('\n');
    expect(written.map(line => JSON.parse(line).id)).toEqual(['right', 'wrong']);
  });

  it('names cases that are none by their place, and goes on', async () => {
    const broken = work.file('broken.ndjson', `{"id":1}\n${JSON.stringify(right)}\n{"id":\n`);
    const { code, out, err } = await rulewright(['eval', '--cases', broken]);
    expect(code).toBe(1);
    expect(out).toContain('"id":"right"');
    expect(err).toContain('line 1');
    expect(err).toContain('line 3');
  });

  it('refuses a field of no known type by its place, and goes on', async () => {
    const { recordType } = right;
    const strange = { ...right, recordType: { ...recordType, fields: [{ name: 'tags', type: 'tags' }] } };
    const file = work.file('strange.ndjson', `${JSON.stringify(strange)}\n${JSON.stringify(right)}\n`);
    const { code, err } = await rulewright(['eval', '--cases', file]);
    expect(code).toBe(1);
    expect(err).toContain('line 1: right has a field that has no name or none of the types text, number');
  });

  it('says what the cloud translator needs', async () => {
    const env = { AZURE_OPENAI_ENDPOINT: '', AZURE_OPENAI_API_KEY: '', AZURE_OPENAI_DEPLOYMENT: '' };
    const { code, err } = await rulewright(['eval', '--cases', cases, '--translator', 'azure-openai'], { env });
    expect(code).toBe(1);
    expect(err).toContain('AZURE_OPENAI_ENDPOINT');
  });
});
