import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as jsonLogic from 'json-logic-js';
import { type JsonLogic } from '../model/json';
import { EvaluationBreak, Run } from '../model/run';
import { compileLogic } from './compile-logic';

interface Case {
  readonly rule: JsonLogic;
  readonly data?: unknown;
  readonly result?: unknown;
  readonly error?: unknown;
}

const DATA_DIR = process.env['DATA_DIR'] ?? resolve(__dirname, '../../../../../shared/data');
const SUITES = join(DATA_DIR, 'json-logic-suites/suites');
const CLOCK = { now: '2026-01-15T00:00:00.000Z', timeZone: 'UTC' };

/** Cases json-logic-js passes and we do not, each a line of DEVIATIONS.md. */
const DEVIATIONS: ReadonlySet<string> = new Set([]);

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder).flatMap(name => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return filesIn(path);
    return name === 'index.json' ? [] : [path];
  });
}

function casesIn(file: string): readonly Case[] {
  return (JSON.parse(readFileSync(file, 'utf8')) as unknown[]).flatMap((entry): Case[] => {
    if (typeof entry === 'string') return [];
    if (Array.isArray(entry)) return [{ rule: entry[0], data: entry[1], result: entry[2] }];
    return [entry as Case];
  });
}

type Outcome = { readonly value: unknown } | { readonly error: true };

function outcomeOf(run: () => unknown): Outcome {
  try {
    // As JSON, because that is what the suites can say: undefined and NaN are null there.
    const value: unknown = JSON.parse(JSON.stringify(run() ?? null));
    return { value };
  } catch {
    return { error: true };
  }
}

function passes({ result, error }: Case, outcome: Outcome): boolean {
  if (error !== undefined) return 'error' in outcome;
  return 'value' in outcome && JSON.stringify(outcome.value) === JSON.stringify(result ?? null);
}

if (!existsSync(SUITES)) {
  it.skip(`skipped: no JSON-Logic suites under ${SUITES}`, () => undefined);
} else {
  it('passes every case json-logic-js passes, but for the named deviations', () => {
    let reference = 0;
    let ours = 0;
    let total = 0;
    const lost: string[] = [];
    for (const file of filesIn(SUITES)) {
      for (const example of casesIn(file)) {
        total++;
        const expected = outcomeOf(() => jsonLogic.apply(example.rule as never, example.data));
        const found = outcomeOf(() => compileLogic(example.rule, '')(example.data, new Run(CLOCK)));
        if (passes(example, found)) ours++;
        if (!passes(example, expected)) continue;
        reference++;
        const name = `${file.slice(SUITES.length + 1)} ${JSON.stringify(example.rule)} ${JSON.stringify(example.data)}`;
        if (!passes(example, found) && !DEVIATIONS.has(name))
          lost.push(`${name} -> ${JSON.stringify(found)}, not ${JSON.stringify(expected)}`);
      }
    }
    process.stdout.write(`json-logic suites: ${total} cases, json-logic-js passes ${reference}, this engine ${ours}\n`);
    expect(lost).toEqual([]);
    expect(reference).toBeGreaterThan(700);
  });
}

it('stops an unknown operator with the place it stands at', () => {
  const evaluate = compileLogic({ and: [true, { frobnicate: [1] }] }, '/condition');
  expect(() => evaluate({}, new Run(CLOCK))).toThrow(EvaluationBreak);
});
