import { compileReading, importRecords } from '@lib/records';
import { analyseRuleSet, ok, previewRule, type Clock, type DataRecord, type Field, type RecordType } from '@lib/rules';
import { Command } from 'commander';
import { REFERENCE_ENGINE } from '../src/rules/reference-engine';
import { commandClock } from './clock';
import type { CommandContext } from './command-context';
import { NO_NAMES, readGlossaryFile } from './glossary-file';
import { wrap, visible } from './layout';
import { noFields } from './load-rules';
import { openRecords, sayFileError, sayImportFailure } from './records-file';
import {
  readRuleFile,
  recordTypeOf,
  ruleSetEntries,
  tablesOf,
  validateRules,
  type FileProblem,
  type PlacedRule,
  type RuleFile,
} from './rule-file';
import type { ExitCode, Terminal } from './terminal';

interface CheckOptions {
  readonly rules: string;
  readonly records?: string;
  readonly glossary?: string;
  readonly json?: boolean;
}

const EXAMPLE_TEXT = `
Examples:
  rulewright check --rules vip.json
  rulewright check --rules vip.json --records customers.csv --json

Exit code 1 where a problem is an error; warnings alone end with 0.`;

/** `rulewright check`: what is wrong with a rule file, and with records at hand what they show about it. */
export function checkCommand({ terminal, finish }: CommandContext): Command {
  return new Command('check')
    .description('Validate a rule file and print its problems')
    .requiredOption('--rules <file>', 'the rule file')
    .option('--records <file>', 'records to try the rules on: CSV, NDJSON or JSON; - for standard input')
    .option('--glossary <file>', 'the lists that the rules refer to, where the file does not name them')
    .option('--json', 'print the problems as one JSON value')
    .addHelpText('after', EXAMPLE_TEXT)
    .action(async (options: CheckOptions) => finish(await check(options, terminal)));
}

async function check(options: CheckOptions, terminal: Terminal): Promise<ExitCode> {
  const { problems, rules } = await findProblems(options, commandClock(undefined));
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  if (options.json) await terminal.print(JSON.stringify({ ok: errors === 0, rules, problems }, null, 2));
  else for (const line of report(options.rules, rules, problems, terminal)) await terminal.print(line);
  return errors === 0 ? 0 : 1;
}

interface Findings {
  readonly rules: number;
  readonly problems: readonly FileProblem[];
}

async function findProblems({ rules, records, glossary }: CheckOptions, clock: Clock): Promise<Findings> {
  const file = await readRuleFile(rules);
  if (!file.ok) return { rules: 0, problems: file.error };
  const count = file.value.rules.length;
  const sampled = records === undefined ? undefined : await sampleOf(records, file.value);
  if (sampled && 'problem' in sampled) return { rules: count, problems: [sampled.problem] };
  const fields = file.value.fields ?? sampled?.fields;
  if (!fields) return { rules: count, problems: [noFields(file.value)] };
  const names = glossary === undefined ? ok(NO_NAMES) : await readGlossaryFile(glossary);
  if (!names.ok) return { rules: count, problems: [noGlossary(glossary ?? '', names.error)] };
  const lists = await tablesOf([file.value], names.value.tables);
  if (!lists.ok) return { rules: count, problems: lists.error };
  const recordType = { ...recordTypeOf(file.value, fields), lists: lists.value };
  const validated = validateRules(file.value, recordType);
  const entries = ruleSetEntries(validated.rules.map(({ rule }) => rule));
  const places = new Map(entries.map(({ id }, index) => [id, validated.rules[index]?.at ?? '']));
  // The analysis knows rules by id; in a file they have a place.
  const inFile = (at: string): string =>
    at.replace(/^\/rules\/([^/]+)/, (whole, id: string) => places.get(id) ?? whole);
  const analysed = analyseRuleSet(entries, recordType).map(problem => ({
    ...problem,
    at: inFile(problem.at),
    file: rules,
  }));
  const seen = sampled ? trySample(validated.rules, recordType, sampled, clock, rules) : [];
  return { rules: count, problems: [...validated.problems, ...analysed, ...seen] };
}

function noGlossary(file: string, message: string): FileProblem {
  return { file, severity: 'error', code: 'no-glossary', at: '', message };
}

interface Sampled {
  readonly fields: readonly Field[];
  readonly raw: readonly DataRecord[];
  readonly total: number;
}

async function sampleOf(records: string, file: RuleFile): Promise<Sampled | { problem: FileProblem }> {
  const wrong = (message: string): { problem: FileProblem } => ({
    problem: { file: records, severity: 'error', code: 'no-records', at: '', message },
  });
  const opened = await openRecords(records);
  if (!opened.ok) return wrong(opened.error);
  try {
    const { bytes, format } = opened.value;
    const imported = await importRecords(bytes, { name: file.recordType, ...(format && { format }) });
    if (!imported.ok) return wrong(sayImportFailure(imported.error));
    return { fields: imported.value.recordType.fields, raw: imported.value.sample, total: imported.value.imported };
  } catch (error) {
    return wrong(sayFileError(records, error));
  }
}

function trySample(
  rules: readonly PlacedRule[],
  recordType: RecordType,
  { raw, total }: Sampled,
  clock: Clock,
  file: string,
): readonly FileProblem[] {
  const read = compileReading(recordType);
  const sample = raw.map(one => read(one).record);
  return rules.flatMap(({ at, rule }) =>
    previewRule(rule, sample, { recordType, clock, limit: 0, total, reference: REFERENCE_ENGINE }).problems.map(
      problem => ({
        ...problem,
        at: at + problem.at,
        file,
      }),
    ),
  );
}

function report(file: string, rules: number, problems: readonly FileProblem[], { width, style }: Terminal): string[] {
  const paint = { error: style.red, warning: style.yellow, info: style.dim };
  const lines = problems.flatMap(problem => [
    `${paint[problem.severity](problem.severity)} ${style.bold(problem.code)} ${problem.at}`,
    `  ${wrap(visible(problem.message), width - 2, '  ')}`,
    ...(problem.hint ? [`  ${style.dim(wrap(visible(problem.hint), width - 2, '  '))}`] : []),
  ]);
  const tally = (['error', 'warning', 'info'] as const)
    .map(severity => [severity, problems.filter(problem => problem.severity === severity).length] as const)
    .filter(([, count]) => count > 0)
    .map(([severity, count]) => `${count} ${severity}${count === 1 || severity === 'info' ? '' : 's'}`)
    .join(', ');
  return [...lines, `${file}: ${rules} ${rules === 1 ? 'rule' : 'rules'}, ${tally || 'no problems'}`];
}
