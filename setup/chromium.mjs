import { existsSync } from 'node:fs';
import { answers } from './run.mjs';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The browser for browser tests: the one that is there, else Debian's where it may be installed, else undefined. */
export function ensureChromium() {
  const wanted = process.env.CHROMIUM;
  if (wanted) return existsSync(wanted) ? wanted : undefined;
  const found = PLACES.find(path => existsSync(path));
  if (found) return found;
  if (process.getuid?.() !== 0 || !answers('apt-get', ['--version'])) return undefined;
  console.error('Installing Chromium from Debian’s packages for the browser tests …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  answers('apt-get', ['update', '-qq'], { env });
  answers('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { env });
  return PLACES.find(path => existsSync(path));
}
