import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from '@swc/core';
import * as rules from './index';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

it('prints what the README says it prints', () => {
  const readme = readFileSync(join(__dirname, '../README.md'), 'utf8');
  const example = /```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
  const promised = [...example.matchAll(/^console\.log.*\/\/ (.*)$/gm)].map(match => match[1]);
  const printed: unknown[] = [];
  const { code } = transformSync(example, {
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    isModule: false,
  });
  const names = ['console', 'sha256', ...Object.keys(rules)];
  const values = [{ log: (value: unknown) => printed.push(value) }, sha256, ...Object.values(rules)];
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the README's own code, in a test
  new Function(...names, code)(...values);
  expect(printed.map(value => (typeof value === 'object' ? JSON.stringify(value) : value))).toEqual([
    promised[0],
    Number(promised[1]),
    '{"revenue":2000000,"tags":["VIP"]}',
  ]);
  expect(promised).toHaveLength(3);
});
