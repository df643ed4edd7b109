import { transform } from '@swc/core';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { ROOT } from '../data-dir.mjs';

const TARGET = path.join(ROOT, 'node_modules/.cache/rulewright/rules-build');
const SOURCE = path.join(ROOT, 'libs/rules/src');

/** The rule library as it stands in the working tree, compiled apart from the product's own build. */
export async function buildRules() {
  rmSync(TARGET, { recursive: true, force: true });
  const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' });
  for (const file of files.filter(name => name.endsWith('.ts') && !/\.(spec|contract)\.ts$/.test(name))) {
    const { code } = await transform(readFileSync(path.join(SOURCE, file), 'utf8'), {
      filename: file,
      swcrc: false,
      jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
      module: { type: 'commonjs' },
    });
    const target = path.join(TARGET, file.replace(/\.ts$/, '.js'));
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, code);
  }
  writeFileSync(path.join(TARGET, 'package.json'), '{"type":"commonjs"}\n');
  return createRequire(path.join(TARGET, 'index.js'))('./index.js');
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
