import { existsSync, readFileSync } from 'node:fs';
import { germanFile, GERMAN_VIPS, GERMAN_ROWS, germanLine } from '../test/processes/elsewhere';
import { rulewright, Workspace } from '../test/processes/spawn-rulewright';

const VIP = 'tag records where country is Germany and annual spend is above 1 million as VIP';
const NOW = ['--now', '2026-01-15T00:00:00Z'];

describe('rulewright translate', () => {
  const work = new Workspace();
  const german = work.file('kunden.csv', germanFile());
  afterAll(() => work.remove());

  it('prints one JSON value: rule, explanation, counts, matches and near misses', async () => {
    const { code, out, err } = await rulewright(['translate', VIP, '--records', german, '--json', ...NOW]);
    expect(err).toBe('');
    expect(code).toBe(0);
    const answer = JSON.parse(out);
    expect(answer.outcome).toBe('rule');
    expect(answer.rule.actions).toEqual([{ type: 'addTag', value: 'VIP' }]);
    expect(answer.explanation.text).toEqual(expect.any(String));
    expect(answer.preview).toMatchObject({
      now: '2026-01-15T00:00:00.000Z',
      sampleOf: 10,
      total: 10,
      matched: 3,
      changed: 2,
    });
    expect(answer.preview.clauses).toHaveLength(2);
    expect(answer.preview.nearMisses.length).toBeGreaterThan(0);
  });

  it('prints a page for people, 80 columns wide and without colours where nobody looks', async () => {
    const { code, out } = await rulewright(['translate', VIP, '--records', german, ...NOW]);
    expect(code).toBe(0);
    for (const part of [
      'Rule',
      'JSON-Logic',
      '3 match',
      '2 would change',
      'Clauses',
      'Matches',
      'Near misses',
      '"VIP"'.slice(1, 4),
    ]) {
      expect(out).toContain(part);
    }
    expect(out).not.toContain('\u001b');
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  it('writes a rule file that tags exactly the matched records and leaves every other byte as it was', async () => {
    const rules = work.path('vip.json');
    const translated = await rulewright(['translate', VIP, '--records', german, '--out', rules, ...NOW]);
    expect(translated.code).toBe(0);
    const file = JSON.parse(readFileSync(rules, 'utf8'));
    expect(file).toMatchObject({ recordType: 'kunden', rules: [{ actions: [{ type: 'addTag', value: 'VIP' }] }] });
    expect(file.fields.map((field: { label: string }) => field.label)).toContain('Annual Spend (EUR)');
    expect(JSON.stringify(file)).not.toContain('profile');

    const applied = await rulewright(['apply', '--rules', rules, '--records', german]);
    expect(applied.code).toBe(0);
    const before = germanFile().toString('latin1').split('\r\n');
    const after = applied.bytes.toString('latin1').split('\r\n');
    expect(after[0]).toBe(before[0]);
    const tagged = GERMAN_ROWS.map((row, index) => ({ row, was: before[index + 1], is: after[index + 1] }));
    for (const { row, was, is } of tagged) {
      const [key = '', , , , , , tags = ''] = row;
      if (!GERMAN_VIPS.includes(key) || tags.includes('VIP')) expect(is).toBe(was);
      else expect(is).toBe(germanLine([...row.slice(0, 6), tags === '' ? 'VIP' : (is?.split(';').at(-1) ?? '')]));
    }
    expect(after.filter(line => line.includes('VIP')).map(line => line.slice(0, 4))).toEqual([
      '0001',
      '0004',
      '0005',
      '0008',
    ]);
  });

  it('reads words for yes and no, and dates with dots', async () => {
    const texts = [
      ['tag records where newsletter is yes as Reader', 5],
      ['tag records where Kunde seit is before 2020-01-01 as Old', 4],
    ] as const;
    for (const [text, matched] of texts) {
      const { out } = await rulewright(['translate', text, '--records', german, '--json', ...NOW]);
      expect({ text, matched: JSON.parse(out).preview?.matched }).toEqual({ text, matched });
    }
  });

  it('answers what is no rule with code 0; with 1 and no file where a file was asked for', async () => {
    const rules = work.path('none.json');
    const asked = ['translate', 'what is the weather in Copenhagen today?', '--records', german, '--json'];
    expect((await rulewright(asked)).code).toBe(0);
    const { code, out, err } = await rulewright([...asked, '--out', rules]);
    expect(code).toBe(1);
    expect(JSON.parse(out).outcome).not.toBe('rule');
    expect(err).toContain('was not written');
    expect(existsSync(rules)).toBe(false);
  });

  it.each([
    ['only emoji', '🎉🎉🎉'],
    ['right to left', 'ضع علامة VIP على العملاء'],
  ])('has an answer for %s', async (_, text) => {
    const { code, out } = await rulewright(['translate', text, '--records', german, '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out).confidence).toBeLessThan(0.8);
  });

  it.each([
    ['an empty request', ['translate', '', '--records', 'x'], 'Say what you want'],
    ['a blank request', ['translate', ' \n', '--records', 'x'], 'Say what you want'],
    ['a language that is none', ['translate', VIP, '--records', 'x', '--language', 'xx'], 'en, de, fr'],
    ['what is no language tag', ['translate', VIP, '--records', 'x', '--language', 'klingon!'], 'en, de, fr'],
  ])('calls %s wrong usage', async (_, args, why) => {
    const { code, out, err } = await rulewright(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(why);
  });

  it('reads a request as long as the service does, and none that is longer', async () => {
    const longer = `${VIP} ${'x'.repeat(4_001 - VIP.length)}`;
    const { code, err } = await rulewright(['translate', longer, '--records', german]);
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('4000 characters') });
  });

  it('reads records from standard input', async () => {
    const stdin = '{"id":1,"country":"Germany","revenue":2000000}\n{"id":2,"country":"France","revenue":5}\n';
    const { code, out } = await rulewright(
      ['translate', 'tag records where country is Germany as DE', '--records', '-', '--json'],
      { stdin },
    );
    expect(code).toBe(0);
    expect(JSON.parse(out).preview.matched).toBe(1);
  });

  it('says which fields are text because of a few values', async () => {
    const rows = Array.from({ length: 10 }, (_, i) => `${i},Germany,${i === 4 ? '007' : 5 + i}`).join('\n');
    const odd = work.file('odd.csv', `id,country,n\n${rows}\n`);
    const { code, err } = await rulewright(['translate', 'tag records in Germany as DE', '--records', odd, '--json']);
    expect(code).toBe(0);
    expect(err).toBe('"n" is read as text: it would be a number, but one value is none (line 6)\n');
  });

  it('says which lines are no records, and goes on', async () => {
    const broken = work.file('broken.ndjson', '{"id":1,"country":"Germany"}\n{"id":2,\n{"id":3,"country":"Germany"}\n');
    const { code, out, err } = await rulewright([
      'translate',
      'tag records where country is Germany as DE',
      '--records',
      broken,
      '--json',
    ]);
    expect(code).toBe(0);
    expect(JSON.parse(out).preview).toMatchObject({ total: 2, matched: 2 });
    expect(err).toContain('line 2');
  });

  it('fails with 1 and a sentence where there are no records', async () => {
    for (const file of [work.path('absent.csv'), work.file('empty.csv', ''), work.folder]) {
      const { code, out, err } = await rulewright(['translate', VIP, '--records', file, '--json']);
      expect({ file, code }).toEqual({ file, code: 1 });
      expect(JSON.parse(out)).toEqual({ error: { message: expect.any(String) } });
      expect(err).toMatch(/^rulewright: .+/);
    }
  });
});
