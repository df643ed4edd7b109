import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { buildLibs } from '../build-libs.mjs';
import { ROOT } from '../data-dir.mjs';

/** Where this run's build of the rule library lies, for processes of their own. */
export const BUILT = path.join(ROOT, `node_modules/.cache/rulewright/libs-build-${process.pid}`);

/** The rule library as it stands in the working tree. */
export async function buildRules() {
  return (await buildLibs(['rules'], BUILT))('@lib/rules');
}

/** The evaluators compared with, installed beside this file on first use and never with the product. */
export function installPeers() {
  const folder = path.join(ROOT, 'bench');
  const { dependencies } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  if (Object.keys(dependencies).every(name => existsSync(path.join(folder, 'node_modules', name)))) return;
  console.error('Installing the evaluators to compare with …');
  const options = ['--no-package-lock', '--no-audit', '--no-fund'];
  execFileSync('npm', ['install', '--prefix', folder, ...options], { stdio: ['ignore', 'ignore', 'inherit'] });
}
