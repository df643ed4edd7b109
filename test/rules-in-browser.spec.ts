import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileRuleSet, type Outcome, type RecordType, validateRule } from '@lib/rules';
import type { Browser } from 'playwright-core';
import { describeInBrowser, launchChromium } from './browser/chromium';
import { Random } from './fuzz/random';
import { selectiveCondition, selectiveRecord } from './fuzz/selective-rules';

// The rule library stands alone: bundled by itself it needs nothing of Node, and under a policy that forbids evaluating
// text as code it gives the same outcomes as here, for few rules and for many.

const POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'";
const clock = { now: '2026-01-15T00:00:00.000Z', timeZone: 'UTC' };
const field = (name: string, type: RecordType['fields'][number]['type']): RecordType['fields'][number] => {
  return { name, label: name, type, reading: { type } };
};
const recordType: RecordType = {
  name: 'thing',
  fields: [
    ...['country', 'segment', 'source', 'manager', 'address.city', 'email', 'notes'].map(name => field(name, 'text')),
    ...['revenue', 'orders', 'score'].map(name => field(name, 'number')),
    field('active', 'boolean'),
    field('tags', 'list'),
  ],
};
const random = new Random(20_260_115);
const drafts = (count: number): readonly object[] =>
  Array.from({ length: count }, (_, i) => ({
    name: `rule ${i}`,
    condition: selectiveCondition(random),
    actions: [{ type: 'addTag', value: `found ${i % 20}` }],
    priority: i % 3,
  }));
const work = {
  recordType,
  clock,
  sets: [drafts(3), drafts(300)],
  records: Array.from({ length: 400 }, () => selectiveRecord(random)),
};

function outcomesHere(): readonly (readonly Outcome[])[] {
  return work.sets.map(set => {
    const entries = set.map((draft, i) => {
      const verdict = validateRule(draft, recordType);
      if (!verdict.ok) throw new Error(JSON.stringify(verdict.error));
      return { id: `r${i}`, version: 1, hash: `r${i}`, rule: verdict.value };
    });
    const rules = compileRuleSet(entries, recordType, text => String(text.length));
    return work.records.map(record => rules.apply(record, clock));
  });
}

describe('the rule library bundled by itself', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rules-bundle-'));
  let bundle: string;

  beforeAll(() => {
    execFileSync(process.execPath, [join(__dirname, 'browser/bundle-rules.mjs'), folder], { stdio: 'pipe' });
    bundle = readFileSync(join(folder, 'rules.js'), 'utf8');
  }, 120_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('imports nothing and asks for nothing of Node', () => {
    expect(bundle).not.toMatch(/\bimport\s*["'({*]|\bimport\s+\w|\brequire\(|["']node:|\bprocess\.env\b/);
    expect(bundle).toMatch(/\bcompileRuleSet\b/);
  });

  describeInBrowser('few and many rules', () => {
    let browser: Browser;
    let server: Server;

    beforeAll(async () => {
      const files: { readonly [path: string]: readonly [string, string] } = {
        '/': ['text/html', '<!doctype html><title>rules</title><script type="module" src="./judge.js"></script>'],
        '/judge.js': ['text/javascript', readFileSync(join(__dirname, 'browser/judge.js'), 'utf8')],
        '/rules.js': ['text/javascript', bundle],
        '/work.json': ['application/json', JSON.stringify(work)],
      };
      server = createServer(({ url = '' }, answer) => {
        const [type, text] = files[url] ?? ['text/plain', ''];
        answer.writeHead(url in files ? 200 : 404, {
          'content-type': `${type}; charset=utf-8`,
          'content-security-policy': POLICY,
        });
        answer.end(text);
      });
      await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
      browser = await launchChromium();
    }, 120_000);

    afterAll(async () => {
      await browser?.close();
      await new Promise(resolve => server.close(resolve));
    });

    it('judges as here, where nothing may be evaluated as code', async () => {
      const page = await browser.newPage();
      const complaints: string[] = [];
      page.on('pageerror', error => complaints.push(error.message));
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
      const handle = await page.waitForFunction(() => (globalThis as { judged?: unknown }).judged, undefined, {
        timeout: 60_000,
      });
      const judged = (await handle.jsonValue()) as { mayEvaluate: boolean; outcomes: readonly (readonly Outcome[])[] };
      expect(complaints).toEqual([]);
      expect(judged.mayEvaluate).toBe(false);
      const here = outcomesHere();
      expect(judged.outcomes).toEqual(JSON.parse(JSON.stringify(here)));
      expect(here.map(outcomes => outcomes.some(({ matched }) => matched.length > 0))).toEqual([true, true]);
    }, 120_000);
  });
});
