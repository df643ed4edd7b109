import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

import type { Browser, Page } from 'playwright-core';

import { startApp, type TestApp } from './app';
import { describeInBrowser, launchChromium } from './browser/chromium';

const ROOT = join(__dirname, '..');
const CUSTOMERS = [
  'customerNo,name,country,annualRevenue,email',
  ...Array.from({ length: 40 }, (_, i) => {
    const country = ['Germany', 'France', 'Italy', 'Spain'][i % 4] ?? '';
    return `C-${String(i).padStart(4, '0')},Customer ${i},${country},${i % 3 === 0 ? 2_000_000 + i : 10_000 + i},${i % 5 === 0 ? '' : `mail${i}@example.org`}`;
  }),
].join('\n');
const GERMAN_AND_RICH = Array.from({ length: 40 }, (_, i) => i).filter(i => i % 4 === 0 && i % 3 === 0).length;
const PROMPT = 'tag records where country is Germany and annual revenue is above 1 million as VIP';

/** The newest change below a folder (or of a file), in milliseconds. */
function changedAt(path: string): number {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...readdirSync(path).map(name => changedAt(join(path, name))));
}

function buildWhereStale(): void {
  const sources = ['web/src', 'web/public', 'web/index.html', 'web/vite.config.ts', 'libs/rules/src'];
  const built = changedAt(join(ROOT, 'web/dist/index.html'));
  if (built > Math.max(...sources.map(source => changedAt(join(ROOT, source))))) return;
  execFileSync('npm', ['run', 'build', '--workspace', 'web'], { cwd: ROOT, stdio: 'pipe' });
}

describeInBrowser('the console', () => {
  let app: TestApp;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];
  /** Refusals a test provokes: Chromium reports each as an error of the page. */
  let provoked: RegExp | undefined;

  beforeAll(async () => {
    buildWhereStale();
    app = await startApp();
    const steward = await app.as('steward');
    const imported = await steward.post('/record-types/customer/records', CUSTOMERS, {
      headers: { 'content-type': 'text/csv' },
    });
    expect(imported.status).toBe(201);
    browser = await launchChromium();
    page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
    page.setDefaultTimeout(60_000);
    page.on('pageerror', error => complaints.push(error.message));
    page.on('console', message => {
      if (message.type() !== 'error') return;
      // Chromium reports every refusal as an error; asking who is signed in is refused to nobody, as it should be.
      const isNobody = message.text().includes('401') && message.location().url.endsWith('/api/v1/session');
      const complaint = `${message.text()} ${message.location().url}`;
      if (!isNobody && !provoked?.test(complaint)) complaints.push(complaint);
    });
  }, 240_000);

  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  async function continueAs(persona: string): Promise<void> {
    const account = page.getByTestId('account');
    await page.goto(app.url);
    await page.locator('[data-persona], [data-testid=account]').first().waitFor();
    if (await account.isVisible()) {
      await account.click();
      await page.getByRole('menuitem').click();
    }
    await page.locator(`[data-persona=${persona}]`).click();
    await account.waitFor();
  }

  it('goes from words to an applied rule', async () => {
    await continueAs('steward');
    await page.getByTestId('prompt').fill(PROMPT);
    await page.getByRole('button', { name: 'Ask', exact: true }).click();

    await page.locator('[data-testid=answer][data-outcome=rule]').waitFor();
    const sentence = await page.getByTestId('rule-sentence').innerText();
    for (const word of ['country', 'Germany', '1,000,000', 'VIP'])
      expect(sentence.toLowerCase()).toContain(word.toLowerCase());
    expect(await page.getByTestId('matched').innerText()).toBe(String(GERMAN_AND_RICH));
    expect(await page.getByRole('table', { name: 'Matches' }).locator('tbody tr').count()).toBe(GERMAN_AND_RICH);
    expect(await page.getByLabel('VIP is added').count()).toBe(GERMAN_AND_RICH);

    await page.getByRole('tab', { name: 'Tree' }).click();
    expect(await page.getByRole('list', { name: 'Condition' }).innerText()).toContain('All of');
    await page.getByRole('tab', { name: 'JSON' }).click();
    expect(await page.getByLabel('Rule as JSON').inputValue()).toContain('"addTag"');
    await page.getByText('Near misses').click();
    await page.getByRole('table', { name: 'Near misses' }).waitFor();

    await page.getByLabel('Name of the rule').fill('Tag German VIPs');
    await page.getByRole('button', { name: 'Save and send for review' }).dblclick();
    await page.getByTestId('sent').waitFor();

    await continueAs('admin');
    await page.getByRole('link', { name: /^Review/ }).click();
    const waiting = page.locator('[data-rule="Tag German VIPs"]');
    await waiting.waitFor();
    expect(await waiting.count()).toBe(1);
    await waiting.click();
    await page.getByText(PROMPT).waitFor();
    expect(await page.getByTestId('impact').innerText()).toContain(String(GERMAN_AND_RICH));
    await page.getByLabel('Comment').fill('Agreed with sales.');
    await page.getByRole('button', { name: 'Approve' }).click();
    await page.getByTestId('approved').waitFor();
    await page.getByRole('button', { name: 'Activate' }).click();
    await page.getByTestId('active').waitFor();

    const applied = await app.withKey(app.sampleKey).post('/apply', {
      recordType: 'customer',
      records: [
        { customerNo: 'X-1', country: 'Germany', annualRevenue: 3_000_000 },
        { customerNo: 'X-2', country: 'France', annualRevenue: 3_000_000 },
      ],
    });
    expect(applied.status).toBe(200);
    expect(applied.body.results.map((result: { changes: unknown[] }) => result.changes)).toEqual([
      [expect.objectContaining({ path: 'tags', add: 'VIP' })],
      [],
    ]);
    expect(complaints).toEqual([]);
  }, 240_000);

  it('shows the refusals of an edit and of a decision at their place', async () => {
    provoked = /422.*previews|40[39].*decision/;
    await continueAs('admin');
    await page.getByRole('link', { name: 'Ask', exact: true }).click();
    await page.getByTestId('prompt').fill('tag records where country is France as French');
    await page.keyboard.press('Enter');
    await page.getByTestId('preview').waitFor();
    await page.getByRole('tab', { name: 'JSON' }).click();
    const editor = page.getByLabel('Rule as JSON');
    const text = await editor.inputValue();
    await editor.fill(text.replace('"country"', '"contry"'));
    const problem = page.locator('[data-code=unknown-field]');
    await problem.waitFor();
    expect(await problem.innerText()).toMatch(/^Line \d+: .*contry/);
    const save = page.getByRole('button', { name: 'Save and send for review' });
    expect(await save.isDisabled()).toBe(true);
    await editor.fill(text.slice(0, -2));
    await page.getByText('Not valid JSON').waitFor();
    await editor.fill(text.replace('"French"', '"From France"'));
    await page.getByLabel('From France is added').first().waitFor();
    await save.click();
    await page.getByTestId('sent').waitFor();

    await page.getByRole('link', { name: /^Review/ }).click();
    await page.locator('[data-rule]').first().click();
    await page.getByRole('button', { name: 'Approve' }).click();
    await page.getByText('A second person has to decide').waitFor();

    await continueAs('admin2');
    await page.getByRole('link', { name: /^Review/ }).click();
    await page.locator('[data-rule]').first().click();
    await page.route('**/decision', route =>
      route.continue({ postData: JSON.stringify({ decision: 'approve', hash: '0'.repeat(64) }) }),
    );
    await page.getByRole('button', { name: 'Approve' }).click();
    await page.getByText('This version changed while you were reading it').waitFor();
    await page.unroute('**/decision');
    await page.getByRole('button', { name: 'Reject' }).click();
    await page.getByText('Say why it is rejected').waitFor();
    await page.getByLabel('Comment').fill('We do not need it.');
    await page.getByRole('button', { name: 'Reject' }).click();
    await page.locator('[data-state=rejected]').waitFor();
    provoked = undefined;
    expect(complaints).toEqual([]);
  }, 240_000);

  it('asks instead of guessing, and takes the option that is chosen', async () => {
    await continueAs('steward');
    await page
      .getByTestId('prompt')
      .fill('tag records with annual revenue above 1 million or country is Germany and email is missing as Big');
    await page.keyboard.press('Enter');
    await page.locator('[data-testid=answer][data-outcome=clarify]').waitFor();
    const options = page.getByTestId('option');
    expect(await options.count()).toBeGreaterThan(1);
    const promised = /([\d,]+) records?$/.exec(await options.last().innerText())?.[1];
    await options.last().click();
    await page.locator('[data-testid=answer][data-outcome=rule]').waitFor();
    expect(await page.getByTestId('matched').innerText()).toBe(promised);
    expect(complaints).toEqual([]);
  }, 240_000);

  it('goes on where it was when the page is loaded again, and forgets it when somebody leaves', async () => {
    const steward = await app.as('steward');
    const made = await steward.post('/record-types/route/records', 'code,country\nFCO,Italy\nMUC,Germany\n', {
      headers: { 'content-type': 'text/csv' },
    });
    expect(made.status).toBe(201);
    await continueAs('steward');
    const chosen = page.locator('input[aria-label="Record type"]');
    await chosen.click();
    await page.getByRole('option', { name: 'Route' }).click();
    await page.getByTestId('prompt').fill('tag records where country is Italy as Italian');
    await page.keyboard.press('Enter');
    await page.locator('[data-testid=answer][data-outcome=rule]').waitFor();
    await page.reload();
    await page.locator('[data-testid=answer][data-outcome=rule]').waitFor();
    expect(await chosen.inputValue()).toBe('Route');
    expect(await page.getByTestId('matched').innerText()).toBe('1');
    await page.getByTestId('prompt').fill('rename the tag to Roman');
    await page.keyboard.press('Enter');
    await page.getByTestId('rule-sentence').filter({ hasText: 'Roman' }).waitFor();
    expect(await page.getByTestId('rule-sentence').innerText()).toContain('Italy');
    await continueAs('steward');
    await page.getByTestId('prompt').waitFor();
    expect(await page.locator('[data-testid=answer]').count()).toBe(0);
    expect(complaints).toEqual([]);
  }, 240_000);

  it('imports a file as it comes', async () => {
    await continueAs('steward');
    await page.getByRole('link', { name: 'Record types', exact: true }).click();
    await page.locator('input[type=file]').setInputFiles({
      name: 'Machines 2026.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('Serial No.;Firmware;Price (EUR)\nA-1;1.2;1.234,50\nA-2;1.3;99,00\nA-3;1.3;7,25\n'),
    });
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page.getByText('3 records imported').waitFor();
    await page.getByRole('link', { name: 'Open machines-2026' }).click();
    const fields = await page.getByRole('table', { name: 'Fields' }).innerText();
    expect(fields).toContain('Price (EUR)');
    expect(fields).toContain('decimal comma');
    expect(complaints).toEqual([]);
  }, 240_000);

  it('lets an admin define a term and upload a list, which a request then names', async () => {
    await continueAs('admin');
    await page.getByRole('link', { name: 'Record types', exact: true }).click();
    await page.locator('a[href$="/record-types/customer"]').click();
    await page.getByRole('tab', { name: 'Glossary' }).click();
    const term = page.getByRole('form', { name: 'New term' });
    await term.getByLabel('Name').fill('big spender');
    await term.getByLabel('What it means').fill('annual revenue above 1 million');
    await term.getByRole('button', { name: 'Show what it means' }).click();
    const meaning = page.getByTestId('term-meaning');
    await meaning.waitFor();
    const rich = Array.from({ length: 40 }, (_, i) => i).filter(i => i % 3 === 0).length;
    expect(await meaning.innerText()).toContain(`${rich} records`);
    await term.getByRole('button', { name: 'Keep this term' }).click();
    await page.locator('[data-name="big spender"]').waitFor();

    const list = page.getByRole('region', { name: 'New list' });
    await list.getByLabel('Name').fill('key markets');
    await list.locator('input[type=file]').setInputFiles({
      name: 'markets.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('Germany\nFrance\nGermany\n'),
    });
    await list.getByRole('button', { name: 'Keep this list' }).click();
    await page.locator('[data-name="key markets"]').waitFor();
    expect(await page.locator('[data-name="key markets"]').innerText()).toContain('2 entries');
    await page.getByRole('link', { name: 'key markets' }).click();
    await page.getByText('Germany · France').waitFor();

    await continueAs('steward');
    await page.getByTestId('prompt').fill('tag big spenders on the key markets list as target');
    await page.keyboard.press('Enter');
    await page.locator('[data-testid=answer][data-outcome=rule]').waitFor();
    const sentence = await page.getByTestId('rule-sentence').innerText();
    for (const name of ['"big spender"', '"key markets"']) expect(sentence).toContain(name);
    const wanted = Array.from({ length: 40 }, (_, i) => i).filter(i => i % 3 === 0 && i % 4 < 2).length;
    expect(await page.getByTestId('matched').innerText()).toBe(String(wanted));
    expect(complaints).toEqual([]);
  }, 240_000);

  it('opens every place of an admin without a complaint', async () => {
    await continueAs('admin');
    await page.setViewportSize({ width: 1024, height: 768 });
    const places = ['Ask', 'Rules', 'Record types', 'Prompts', 'Audit', 'People', 'API keys', 'Settings'];
    for (const place of places) {
      await page.getByRole('link', { name: place, exact: true }).click();
      await page.getByRole('heading', { level: 1, name: place, exact: true }).waitFor();
      await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
      expect(await page.getByRole('alert').allInnerTexts()).toEqual([]);
      expect(
        await page.locator('html').evaluate((root: { scrollWidth: number }) => root.scrollWidth),
      ).toBeLessThanOrEqual(1024);
    }
    await page.getByRole('link', { name: 'Rules', exact: true }).click();
    await page.getByRole('link', { name: 'Tag German VIPs' }).click();
    await page.getByRole('button', { name: 'Deactivate' }).click();
    await page.locator('[data-state=retired]').first().waitFor();
    expect(complaints).toEqual([]);
  }, 240_000);
});
