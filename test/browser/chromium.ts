import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--disable-sync',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
];
const isMissing = !existsSync(CHROMIUM);

/** Tests in a browser: skipped with one line where there is none, but never where a whole run is promised. */
export function describeInBrowser(what: string, tests: () => void): void {
  const skipped = isMissing && process.env.CI !== 'true';
  if (skipped) console.log(`Not tested in a browser: ${what}. There is no ${CHROMIUM}.`);
  (skipped ? describe.skip : describe)(`${what} in a browser`, tests);
}

export async function launchChromium(): Promise<Browser> {
  if (isMissing) throw new Error(`There is no ${CHROMIUM}; install Chromium or name one in CHROMIUM_PATH.`);
  return chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
}
