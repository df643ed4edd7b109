import { rulewright, Workspace } from '../test/processes/spawn-rulewright';

const FIELDS = [
  { name: 'country', label: 'Country', type: 'text', reading: { type: 'text' } },
  { name: 'revenue', label: 'Revenue', type: 'number', reading: { type: 'number' } },
];
const good = {
  name: 'Good',
  condition: { '==': [{ var: 'country' }, 'Germany'] },
  actions: [{ type: 'addTag', value: 'DE' }],
};
const misspelt = {
  name: 'Misspelt',
  condition: { '==': [{ var: 'contry' }, 'Germany'] },
  actions: [{ type: 'addTag', value: 'DE' }],
};
const unguarded = {
  name: 'Unguarded',
  condition: { '<': [{ var: 'revenue' }, 100] },
  actions: [{ type: 'addTag', value: 'small' }],
};

describe('rulewright check', () => {
  const work = new Workspace();
  const file = (name: string, rules: unknown[], fields: unknown = FIELDS) =>
    work.file(name, JSON.stringify({ recordType: 'customer', ...(fields !== null && { fields }), rules }));
  afterAll(() => work.remove());

  it('finds nothing wrong with a good rule', async () => {
    const { code, out } = await rulewright(['check', '--rules', file('good.json', [good])]);
    expect({ code, out }).toMatchObject({ code: 0, out: expect.stringContaining('1 rule, no problems') });
  });

  it.each(['revenue', '__proto__', 'a.constructor'])('lets no tags into %s', async tagsField => {
    const text = JSON.stringify({ recordType: 'customer', tagsField, fields: FIELDS, rules: [good] });
    const { code, out } = await rulewright(['check', '--rules', work.file('tags.json', text), '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(out).problems[0]).toMatchObject({ code: 'wrong-tags-field', at: '/tagsField' });
  });

  it('points at what is wrong, and says what may have been meant', async () => {
    const rules = file('misspelt.json', [good, misspelt]);
    const { code, out } = await rulewright(['check', '--rules', rules, '--json']);
    expect(code).toBe(1);
    const { ok, problems } = JSON.parse(out);
    expect(ok).toBe(false);
    expect(problems).toContainEqual(
      expect.objectContaining({ severity: 'error', at: expect.stringMatching(/^\/rules\/1\/condition/) }),
    );
    expect(JSON.stringify(problems)).toContain('country');
    expect((await rulewright(['check', '--rules', rules])).out).toContain('1 error');
  });

  it('tells with records at hand what only records show', async () => {
    const records = work.file(
      'records.ndjson',
      '{"country":"Germany","revenue":5}\n{"country":"France"}\n{"country":"Spain","revenue":500}\n',
    );
    const { code, out } = await rulewright([
      'check',
      '--rules',
      file('unguarded.json', [unguarded]),
      '--records',
      records,
      '--json',
    ]);
    expect(code).toBe(0);
    const warnings = JSON.parse(out).problems.filter((problem: { severity: string }) => problem.severity === 'warning');
    expect(warnings.length).toBeGreaterThan(0);
    expect(JSON.stringify(warnings)).toMatch(/\b1\b/);
  });

  it('needs to know how fields are read', async () => {
    const silent = file('silent.json', [good], null);
    expect(await rulewright(['check', '--rules', silent])).toMatchObject({
      code: 1,
      out: expect.stringContaining('no-fields'),
    });
    const records = work.file('some.csv', 'country;revenue\nGermany;5\n');
    expect(await rulewright(['check', '--rules', silent, '--records', records])).toMatchObject({ code: 0 });
  });

  it('names members that a rule file cannot have, and what may have been meant', async () => {
    const { condition, ...bare } = good;
    const odd = JSON.stringify({
      recordType: 'customer',
      fields: [
        { ...FIELDS[0], raeding: {} },
        { ...FIELDS[1], reading: { type: 'number', decimalmark: ',' } },
      ],
      rules: [good, { ...bare, conditions: condition, acions: [], note: 'x' }],
      Key: 'id',
    });
    const { code, out } = await rulewright(['check', '--rules', work.file('members.json', odd), '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(out).problems).toMatchObject([
      { code: 'unknown-member', at: '/Key', hint: 'Did you mean "key"?' },
      { code: 'unknown-member', at: '/fields/0/raeding', hint: 'Did you mean "reading"?' },
      { code: 'unknown-member', at: '/fields/1/reading/decimalmark', hint: 'Did you mean "decimalMark"?' },
      { code: 'unknown-member', at: '/rules/1/conditions', hint: 'Did you mean "condition"?' },
      { code: 'unknown-member', at: '/rules/1/acions', hint: 'Did you mean "actions"?' },
      { code: 'unknown-member', at: '/rules/1/note', hint: expect.stringContaining('priority') },
    ]);
    const applied = await rulewright(['apply', '--rules', work.path('members.json'), '--records', '-'], {
      stdin: '{}',
    });
    expect(applied).toMatchObject({ code: 1, out: '', err: expect.stringContaining('has no "acions"') });
  });

  it.each([
    ['not json', 'not-json'],
    ['[]', 'not-a-rule-file'],
    ['{"recordType":"x"}', 'no-rules'],
    ['{"recordType":"x","rules":[],"fields":[{"name":"a","type":"money"}]}', 'wrong-fields'],
  ])('has a name for a file that is %s', async (text, problem) => {
    const { code, out } = await rulewright(['check', '--rules', work.file('odd.json', text), '--json']);
    expect({ code, problems: JSON.parse(out).problems }).toMatchObject({ code: 1, problems: [{ code: problem }] });
  });
});
