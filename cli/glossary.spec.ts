import { readFileSync } from 'node:fs';
import { rulewright, Workspace } from '../test/processes/spawn-rulewright';

describe('rulewright with a glossary', () => {
  const work = new Workspace();
  const records = work.file(
    'customers.csv',
    `id,country,segment,annualRevenue,supplier\n${Array.from(
      { length: 24 },
      (_, i) =>
        `C${i},${['Norway', 'Germany', 'Sweden'][i % 3]},${i % 2 ? 'Small' : 'Enterprise'},${i * 100_000},S-${i}`,
    ).join('\n')}\n`,
  );
  work.file('blocked.txt', Array.from({ length: 1_500 }, (_, i) => `s-${i * 4}`).join('\n'));
  const glossary = work.file(
    'glossary.json',
    JSON.stringify({
      terms: [{ name: 'VIP customer', words: 'annual revenue above 1 million and segment is Enterprise' }],
      lists: [
        { name: 'Nordics', field: 'country', values: ['Norway', 'Sweden', 'Denmark'] },
        { name: 'blocked suppliers', field: 'supplier', anyCase: true, file: 'blocked.txt' },
      ],
    }),
  );
  afterAll(() => work.remove());

  it('names its terms and lists in a request, and applies the rule with the list beside it', async () => {
    const out = work.path('rule.json');
    const text = 'tag VIP customers in the Nordics that are not on the blocked-supplier list as gold';
    const said = await rulewright([
      'translate',
      text,
      '--records',
      records,
      '--glossary',
      glossary,
      '--json',
      '--out',
      out,
    ]);
    expect(said).toMatchObject({ code: 0 });
    const answer = JSON.parse(said.out);
    // Above 1 million and Enterprise: 12, 14, 16, 18, 20, 22; 12 and 20 are fourths and blocked, as is 16; 22 is German.
    expect(answer).toMatchObject({ outcome: 'rule', unused: [], preview: { matched: 2 } });
    const file = JSON.parse(readFileSync(out, 'utf8'));
    expect(file).toMatchObject({
      lists: [{ name: 'blocked suppliers', version: 1, anyCase: true, file: 'blocked.txt' }],
      rules: [
        { glossary: [{ term: 'VIP customer' }, { list: 'Nordics' }, { list: 'blocked suppliers', size: 1_500 }] },
      ],
    });
    const applied = await rulewright(['apply', '--rules', out, '--records', records]);
    expect(applied).toMatchObject({ code: 0 });
    expect(
      applied.out
        .split('\n')
        .filter(line => line.includes('gold'))
        .map(line => line.split(',')[0]),
    ).toEqual(['C14', 'C18']);
    expect(await rulewright(['check', '--rules', out, '--records', records])).toMatchObject({ code: 0 });
  });

  it('gives no name that fields have', async () => {
    const taken = work.file(
      'taken.json',
      JSON.stringify({ terms: [{ name: 'Annual Revenue', words: 'segment is Small' }] }),
    );
    const said = await rulewright(['translate', 'tag all', '--records', records, '--glossary', taken]);
    expect(said).toMatchObject({ code: 1, err: expect.stringContaining('the field "annualRevenue" is called') });
  });

  it('gives rule files the lists that they only refer to, and notices others', async () => {
    const rule = {
      name: 'Blocked',
      condition: { inList: [{ lower: [{ var: 'supplier' }] }, 'blocked suppliers@1'] },
      actions: [{ type: 'addTag', value: 'blocked' }],
    };
    const fields = [{ name: 'supplier', type: 'text' }];
    const bare = work.file('bare.json', JSON.stringify({ recordType: 'customers', fields, rules: [rule] }));
    const without = await rulewright(['apply', '--rules', bare, '--records', records]);
    expect(without).toMatchObject({ code: 1, err: expect.stringContaining('There is no list "blocked suppliers@1"') });
    const given = await rulewright(['apply', '--rules', bare, '--records', records, '--glossary', glossary]);
    expect(given.err).toMatch(/6 matched/);
    const lists = [{ name: 'blocked suppliers', values: ['s-1'] }];
    const use = { list: 'blocked suppliers', version: 1, size: 2, sha256: 'a'.repeat(64), condition: rule.condition };
    const other = work.file(
      'other.json',
      JSON.stringify({ recordType: 'customers', fields, lists, rules: [{ ...rule, glossary: [use] }] }),
    );
    const checked = await rulewright(['check', '--rules', other, '--json']);
    expect(JSON.parse(checked.out).problems).toMatchObject([{ code: 'list-differs', severity: 'error' }]);
  });

  it.each([
    ['{', 'This is not JSON'],
    ['{"terms":[{"name":"x"}]}', 'This is not a term'],
    ['{"lists":[{"name":"x","file":"none.txt"}]}', 'There is no file'],
    ['{"terms":[{"name":"Big","words":"hello there"}]}', 'The words of the term "Big"'],
  ])('refuses %s', async (content, why) => {
    const file = work.file('bad.json', content);
    const said = await rulewright(['translate', 'tag all in Norway as x', '--records', records, '--glossary', file]);
    expect(said).toMatchObject({ code: 1, err: expect.stringContaining(why) });
  });
});
