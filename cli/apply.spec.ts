import { readdirSync, readFileSync } from 'node:fs';
import { germanFile } from '../test/processes/elsewhere';
import { rulewright, Workspace } from '../test/processes/spawn-rulewright';

const FIELDS = [
  { name: 'id', label: 'id', type: 'text', reading: { type: 'text' } },
  { name: 'country', label: 'country', type: 'text', reading: { type: 'text' } },
  { name: 'revenue', label: 'revenue', type: 'number', reading: { type: 'number' } },
  { name: 'address.city', label: 'City', type: 'text', reading: { type: 'text' } },
  { name: 'tags', label: 'tags', type: 'list', reading: { type: 'list' } },
];
const german = { '==': [{ var: 'country' }, 'Germany'] };
const ruleFile = (rules: unknown[], fields: unknown = FIELDS) =>
  JSON.stringify({ recordType: 'customer', key: 'id', ...(fields !== NOT_SAID && { fields }), rules });
const TAG = { name: 'Tag Germans', condition: german, actions: [{ type: 'addTag', value: 'DE' }] };
/** `undefined` would mean the default. */
const NOT_SAID = null;
const NOTHING = {
  name: 'Nobody',
  condition: { '==': [{ var: 'country' }, 'Atlantis'] },
  actions: [{ type: 'addTag', value: 'X' }],
};

const NDJSON = [
  '{"id":"C1","country":"Germany","revenue": 12345678901234567890, "address":{"city":"Köln"},"tags":["a"]}',
  '{ "id": "C2", "country": "France" }',
  '',
  '{"id":"C3","country":"Germany"}',
].join('\r\n');

describe('rulewright apply', () => {
  const work = new Workspace();
  const tag = work.file('tag.json', ruleFile([TAG]));
  const nothing = work.file('nothing.json', ruleFile([NOTHING]));
  afterAll(() => work.remove());

  it('gives the same file back where no rule changes anything', async () => {
    const files = {
      'same.csv': Buffer.from('\ufeffid,"country",revenue\r\nC1,"Ger""many", 1\r\n\r\nC2,,\r\nragged\nC3,x,1,2,3'),
      'same.ndjson': Buffer.from(`\ufeff${NDJSON}\r\n{broken\n[1]\n`),
      'same.json': Buffer.from('[\n  {"id": "C1", "n": 1.0},\n\t{"id":"C2"} ]\n'),
      'latin.csv': germanFile(),
    };
    for (const [name, bytes] of Object.entries(files)) {
      const { bytes: out, code } = await rulewright(['apply', '--rules', nothing, '--records', work.file(name, bytes)]);
      const hasOthers = name === 'same.ndjson' || name === 'same.csv';
      expect({ name, code, same: out.equals(bytes) }).toEqual({ name, code: hasOthers ? 3 : 0, same: true });
    }
  });

  it('takes no array that was cut off, and says where', async () => {
    const cut = work.file('cut.json', '[\n{"id":"C1","country":"Germany"},\n{"id":"C2","coun');
    const out = work.file('cut-out.json', 'as it was');
    const { code, err } = await rulewright(['apply', '--rules', tag, '--records', cut, '--out', out]);
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('line 3: The array is never closed.') });
    expect(readFileSync(out, 'utf8')).toBe('as it was');
    const asked = await rulewright(['translate', 'tag all in Germany as VIP', '--records', cut]);
    expect(asked).toMatchObject({ code: 1, err: expect.stringContaining('line 3: The array is never closed.') });
  });

  it('hands on nothing of a file that is no text', async () => {
    const binary = work.file('binary.ndjson', Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 73) % 256)));
    const { code, bytes } = await rulewright(['apply', '--rules', tag, '--records', binary]);
    expect({ code, bytes: bytes.length }).toEqual({ code: 1, bytes: 0 });
  });

  it('writes nothing where the file cannot say what a rule writes', async () => {
    const records = work.file('latin1.csv', Buffer.from('id,country,tags\nC1,Köln,\nC2,Germany,\n', 'latin1'));
    const rule = { ...TAG, actions: [{ type: 'addTag', value: '漢字' }] };
    const rules = work.file('han.json', ruleFile([rule]));
    const out = work.file('kept.csv', 'as it was');
    const { code, err } = await rulewright(['apply', '--rules', rules, '--records', records, '--out', out]);
    expect(code).toBe(1);
    expect(err).toContain('Line 3 cannot be written: a rule puts "漢" into it');
    expect(err).toContain('UTF-8');
    expect(readFileSync(out, 'utf8')).toBe('as it was');
  });

  it('changes only what an action changed, from standard input too', async () => {
    const { code, out, err } = await rulewright(['apply', '--rules', tag, '--records', '-'], { stdin: NDJSON });
    expect(code).toBe(0);
    const [first = '', second, third, fourth = ''] = out.split('\r\n');
    expect(first).toContain('"revenue": 12345678901234567890, "address":{"city":"Köln"}');
    expect(JSON.parse(first).tags).toEqual(['a', 'DE']);
    expect([second, third]).toEqual(NDJSON.split('\r\n').slice(1, 3));
    expect(JSON.parse(fourth)).toEqual({ id: 'C3', country: 'Germany', tags: ['DE'] });
    expect(err).toContain('3 records, 2 matched, 2 changed');
  });

  it('gives tags a column of their own where the file has none, at the end', async () => {
    const csv = 'id;country\r\nC1;Germany\r\nC2;"Fran""ce"\r\n';
    const { out } = await rulewright(['apply', '--rules', tag, '--records', '-'], { stdin: csv });
    expect(out).toBe('id;country;tags\r\nC1;Germany;DE\r\nC2;"Fran""ce";\r\n');
  });

  it('lets broken lines through as they stood, and says which they are', async () => {
    const stdin = '{"id":"C1","country":"Germany"}\n{"id":\n{"id":"C3","country":"Germany"}\n';
    const { code, out, err } = await rulewright(['apply', '--rules', tag, '--records', '-'], { stdin });
    expect(code).toBe(3);
    expect(out.split('\n')[1]).toBe('{"id":');
    expect(out.match(/"DE"/g)).toHaveLength(2);
    expect(err).toContain('line 2');
    expect(err).toContain('1 line is no record');
    const hopeless = await rulewright(['apply', '--rules', tag, '--records', '-'], { stdin: '{"id":\n' });
    expect(hopeless.code).toBe(1);
  });

  it('warns of fields that rules need and no record has', async () => {
    const rich = {
      name: 'Rich',
      condition: { '>': [{ var: 'revenue' }, 5] },
      actions: [{ type: 'addTag', value: 'R' }],
    };
    const city = {
      name: 'City',
      condition: german,
      actions: [{ type: 'copyValue', from: 'address.city', to: 'country' }],
    };
    const rules = work.file('needy.json', ruleFile([rich, city]));
    const said = await rulewright(['apply', '--rules', rules, '--records', '-'], { stdin: 'id,land\nC1,Germany\n' });
    expect(said).toMatchObject({ code: 0, out: 'id,land\nC1,Germany\n' });
    expect(said.err).toContain('warning: No record has the field "revenue", which the rule "Rich" needs');
    expect(said.err).toContain('No record has the field "country", which the rule "City" needs');
    expect(said.err).toContain('No record has the field "address.city" (City), which the rule "City" needs');
    const some = await rulewright(['apply', '--rules', rules, '--records', '-'], {
      stdin: '{"id":"C1"}\n{"id":"C2","revenue":null,"country":"x","address":{"city":""}}\n',
    });
    expect(some.err).not.toContain('warning');
  });

  it('gives one result per record with --mode changes', async () => {
    const { code, out } = await rulewright(
      ['apply', '--rules', tag, '--records', '-', '--mode', 'changes', '--explain'],
      { stdin: `${NDJSON}\nnot json\n` },
    );
    expect(code).toBe(3);
    const results = out
      .trim()
      .split('\n')
      .map(line => JSON.parse(line));
    expect(results).toHaveLength(4);
    expect(results[0]).toMatchObject({
      index: 0,
      key: 'C1',
      matched: [{ name: 'Tag Germans' }],
      changes: [{ path: 'tags', add: 'DE' }],
    });
    expect(results[0].explanation[0]).toMatchObject({ matched: true, clauses: [{ held: true }] });
    expect(results[1]).toMatchObject({ index: 1, key: 'C2', matched: [], changes: [] });
    expect(results[3]).toMatchObject({ index: 3, error: { line: 5 } });
  });

  it('explains on standard error while the records go out as they came', async () => {
    const { out, err } = await rulewright(['apply', '--rules', nothing, '--records', '-', '--explain'], {
      stdin: NDJSON,
    });
    expect(out).toBe(NDJSON);
    expect(err).toMatch(/line 1 \(C1\): does not match “Nobody”/);
  });

  it('runs several files in order of priority', async () => {
    const clear = {
      name: 'Then forget it',
      condition: german,
      actions: [{ type: 'setValue', field: 'country', value: 'DE' }],
      priority: 1,
    };
    const { out } = await rulewright(
      ['apply', '--rules', tag, work.file('clear.json', ruleFile([clear])), '--records', '-'],
      { stdin: NDJSON },
    );
    const records = out
      .split('\r\n')
      .filter(Boolean)
      .map(line => JSON.parse(line));
    expect(records.map(record => [record.country, record.tags ?? []])).toEqual([
      ['DE', ['a']],
      ['France', []],
      ['DE', []],
    ]);
  });

  it('replaces a file only when all is written, the input itself included', async () => {
    const file = work.file('in-place.ndjson', NDJSON);
    const { code, out } = await rulewright(['apply', '--rules', tag, '--records', file, '--out', file]);
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(readFileSync(file, 'utf8')).toContain('"DE"');
    expect(readdirSync(work.folder).filter(name => name.endsWith('.part'))).toEqual([]);
    const lost = work.path('no such/x.csv');
    expect(await rulewright(['apply', '--rules', tag, '--records', file, '--out', lost])).toMatchObject({
      code: 1,
      err: expect.stringContaining('there is no folder'),
    });
    const full = await rulewright(['apply', '--rules', tag, '--records', file, '--out', '/dev/full']);
    expect(full.code).toBe(1);
    expect(full.err).toContain('disk is full');
  });

  it('infers how fields are read where a file written by hand does not say', async () => {
    const rules = work.file('by-hand.json', ruleFile([TAG], NOT_SAID));
    const file = work.file('by-hand.ndjson', NDJSON);
    const known = await rulewright(['apply', '--rules', rules, '--records', file]);
    expect(known.code).toBe(0);
    expect(known.out).toContain('"DE"');
    const unknown = await rulewright(['apply', '--rules', rules, '--records', '-'], { stdin: NDJSON });
    expect(unknown.code).toBe(1);
    expect(unknown.err).toContain('fields');
  });

  it('keeps nothing of "today" of its own', async () => {
    const recent = {
      name: 'Recent',
      condition: { '>=': [{ var: 'country' }, { today: ['-P1M'] }] },
      actions: [{ type: 'addTag', value: 'recent' }],
    };
    const stdin = '{"id":"C1","country":"2025-12-20"}\n';
    const rules = work.file('recent.json', ruleFile([recent], [{ ...FIELDS[0] }, { name: 'country', type: 'date' }]));
    const at = async (now: string) =>
      (await rulewright(['apply', '--rules', rules, '--records', '-', '--now', now], { stdin })).out;
    expect(await at('2026-01-15T00:00:00Z')).toContain('recent');
    expect(await at('2026-02-15')).toBe(stdin);
  });

  it('refuses rules it cannot trust before it reads a record', async () => {
    const bad = work.file(
      'bad.json',
      ruleFile([
        { name: 'Bad', condition: { '==': [{ var: 'contry' }, 'x'] }, actions: [] },
        { name: 'Worse', condition: { nonsense: [] }, actions: [{ type: 'explode' }] },
      ]),
    );
    for (const rules of [
      bad,
      work.file('text.json', 'not json'),
      work.path('absent.json'),
      work.file('empty.json', '{}'),
    ]) {
      const { code, out, err } = await rulewright(['apply', '--rules', rules, '--records', '-'], { stdin: NDJSON });
      expect({ rules, code, out }).toEqual({ rules, code: 1, out: '' });
      expect(err).toMatch(/^rulewright: .+/);
    }
  });

  it('never lets a record reach into prototypes', async () => {
    const stdin = '{"id":"C1","__proto__":{"country":"Germany"},"constructor":{"prototype":{"x":1}}}\n';
    const { code, out } = await rulewright(['apply', '--rules', tag, '--records', '-'], { stdin });
    expect({ code, out }).toEqual({ code: 0, out: stdin });
  });
});
