import {
  calibrationOf,
  evaluateCase,
  recordTypeOf,
  summarise,
  type CaseScore,
  type EvalCase,
  type Translator,
} from '@lib/language';
import { compileReading } from '@lib/records';
import { Command, InvalidArgumentError, Option } from 'commander';
import { REFERENCE_ENGINE } from '../src/rules/reference-engine';
import { readCases } from './case-file';
import type { CommandContext } from './command-context';
import { openTranslator } from './open-translator';
import { openOutput, type Output } from './output';
import { profiledTranslator } from './profiled-translator';
import { isFileError, sayFileError } from './records-file';
import { reportCalibration, reportScores } from './score-report';
import type { ExitCode, Terminal } from './terminal';

interface EvalOptions {
  readonly cases: string;
  readonly translator: Translator['name'];
  readonly sample?: number;
  readonly out?: string;
}

const EXAMPLE_TEXT = `
Prints a line of JSON per case, then one with the summary per category; the summary as a table goes to standard
error. With --out the lines go to a file, and the table to standard output.

A case is one JSON object, here over several lines:
  { "id": "c1", "text": "tag customers in Germany as DE", "category": "tags", "now": "2026-01-15T00:00:00Z",
    "recordType": { "name": "customer", "fields": [{ "name": "country", "label": "Country", "type": "text" }] },
    "records": [{ "country": "Germany" }, { "country": "France" }],
    "gold": { "outcome": "rule", "condition": { "==": [{ "var": "country" }, "Germany"] },
              "actions": [{ "type": "addTag", "value": "DE" }], "rows": [0] } }
"gold.outcome" is rule, clarify, impossible or offtopic; "rows" are the records that match, counted from 0. Optional are
"language", "category", "now", "previousRule" (the text is then an edit of it), and in "gold" "condition", "actions",
"rows", "alternatives" (conditions, or [{ "rows": [1] }]) and "acceptOutcomes". Exit code 1 where a case is none.

Examples:
  rulewright eval --cases cases.ndjson
  rulewright eval --cases cases.ndjson --sample 5 --out lines.ndjson
  AZURE_OPENAI_ENDPOINT=… AZURE_OPENAI_API_KEY=… rulewright eval --cases cases.ndjson --translator azure-openai`;

/** `rulewright eval`: translates every case and scores it. */
export function evalCommand({ terminal, finish }: CommandContext): Command {
  return new Command('eval')
    .description('Measure a translator on cases with known answers')
    .requiredOption('--cases <file>', 'eval cases: one per line, or a JSON array')
    .addOption(
      new Option('--translator <name>', 'who translates').choices(['embedded', 'azure-openai']).default('embedded'),
    )
    .option('--sample <count>', 'let the translator see only so many records of each case', readCount)
    .option('--out <file>', 'write the lines to a file')
    .addHelpText('after', EXAMPLE_TEXT)
    .action(async (options: EvalOptions) => finish(await evaluate(options, terminal)));
}

function readCount(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('Give a whole number of records.');
  return Number(text);
}

async function evaluate(options: EvalOptions, terminal: Terminal): Promise<ExitCode> {
  const file = await readCases(options.cases);
  if (!file.ok) return failed(file.error, terminal);
  const { cases, broken } = file.value;
  for (const { place, message } of broken) terminal.complain(`${options.cases}, ${place}: ${message}`);
  if (cases.length === 0) return failed(`${options.cases} holds no case.`, terminal);
  const translator = await openTranslator(options.translator);
  if (!translator.ok) return failed(translator.error, terminal);
  const output = await openOutput(options.out);
  if (!output.ok) return failed(output.error, terminal);
  try {
    const scores = await scoreAll(cases, translator.value, options.sample, output.value, terminal);
    const summary = summarise(scores);
    const calibration = calibrationOf(scores);
    if (options.out === undefined) await output.value.write(`${JSON.stringify({ summary, calibration })}\n`);
    await output.value.commit();
    for (const line of [...reportScores(summary, terminal), reportCalibration(calibration)])
      await (options.out === undefined ? terminal.note(line) : terminal.print(line));
    return broken.length > 0 ? 1 : 0;
  } catch (error) {
    await output.value.discard();
    if (!isFileError(error)) throw error;
    return failed(sayFileError(options.out ?? 'standard output', error), terminal);
  }
}

async function scoreAll(
  cases: readonly EvalCase[],
  translator: Translator,
  sample: number | undefined,
  output: Output,
  terminal: Terminal,
): Promise<readonly CaseScore[]> {
  const scores: CaseScore[] = [];
  for (const one of cases) {
    const score = await evaluateCase(asRead(one), await profiledTranslator(one, translator, sample), {
      reference: REFERENCE_ENGINE,
      ...(sample !== undefined && { sample }),
    });
    scores.push(score);
    await output.write(`${JSON.stringify(score)}\n`);
    terminal.progress(`${scores.length} of ${cases.length} cases`);
  }
  terminal.doneWithProgress();
  return scores;
}

/** How records are read is part of what a rule means: a blank in place of a number is no value, and not zero. */
function asRead(one: EvalCase): EvalCase {
  const read = compileReading(recordTypeOf(one));
  return { ...one, records: one.records.map(record => read(record).record) };
}

function failed(message: string, terminal: Terminal): ExitCode {
  terminal.complain(message);
  return 1;
}
