#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`rulewright needs Node 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

const main = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
if (!existsSync(main)) {
  console.error('rulewright is not built yet. Run: npm ci && npm run build');
  process.exit(1);
}
createRequire(import.meta.url)(main);
