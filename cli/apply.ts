import { compileReading, readRecords } from '@lib/records';
import {
  compileRuleSet,
  fail,
  ok,
  type Clock,
  type RecordType,
  type Result,
  type RuleSet,
  type ValidRule,
} from '@lib/rules';
import { Command, Option } from 'commander';
import { AbsentFields } from './absent-fields';
import { sayWhy, Tally } from './apply-results';
import { changesSink, recordsSink } from './apply-sinks';
import { commandClock, readNow } from './clock';
import type { CommandContext } from './command-context';
import { NO_NAMES, readGlossaryFile } from './glossary-file';
import { loadRules } from './load-rules';
import { openOutput, type Output } from './output';
import { isFileError, openRecords, sayFileError, sayImportFailure, type RecordsInput } from './records-file';
import { ruleSetEntries, sha256, type FileProblem } from './rule-file';
import type { ExitCode, Terminal } from './terminal';

interface ApplyOptions {
  readonly rules: readonly string[];
  readonly records: string;
  readonly glossary?: string;
  readonly out?: string;
  readonly explain?: boolean;
  readonly mode: 'changes' | 'records';
  readonly now?: string;
}

const EXAMPLE_TEXT = `
Exit code 3 where lines of the input are no records, or records could not be judged: they come out as they stood,
the others are done, and the last line on standard error counts them. A field that rules need and no record has
is named there too.

Rules run once each, by priority, then name. With --mode records (the default) the records come out in the
format they came in, and what no rule changed is byte for byte what it was; with --mode changes there is one
line of JSON per record: what matched, and what changed. With --explain every result says why; records
themselves have no room for that, so there it goes to standard error.

Examples:
  rulewright apply --rules vip.json --records customers.csv --out tagged.csv
  rulewright apply --rules vip.json blocked.json --records customers.ndjson --mode changes --explain
  zcat customers.ndjson.gz | rulewright apply --rules vip.json --records - | gzip > tagged.ndjson.gz`;

/** `rulewright apply`: streams records through rule files in constant memory. */
export function applyCommand({ terminal, finish }: CommandContext): Command {
  return new Command('apply')
    .description('Apply rule files to records of any number')
    .requiredOption('--rules <file...>', 'one or more rule files')
    .requiredOption('--records <file>', 'CSV, NDJSON or JSON; - for standard input')
    .option('--glossary <file>', 'the lists that the rules refer to, where their files do not name them')
    .option('--out <file>', 'where the result goes (default: standard output); may be the records themselves')
    .option('--explain', 'say for every record why it matches or not')
    .addOption(new Option('--mode <mode>', 'what comes out').choices(['records', 'changes']).default('records'))
    .option('--now <instant>', 'the moment "today" is taken from (default: this one)', readNow)
    .addHelpText('after', EXAMPLE_TEXT)
    .action(async (options: ApplyOptions) => finish(await apply(options, terminal)));
}

async function apply(options: ApplyOptions, terminal: Terminal): Promise<ExitCode> {
  const clock = commandClock(options.now);
  const names = options.glossary === undefined ? ok(NO_NAMES) : await readGlossaryFile(options.glossary);
  if (!names.ok) return failed(names.error, terminal);
  const loaded = await loadRules(options.rules, options.records, names.value.tables);
  if (!loaded.ok) return refuse(loaded.error, terminal);
  loaded.value.warnings.forEach(problem => terminal.note(sayFileProblem(problem)));
  const opened = await openRecords(options.records);
  if (!opened.ok) return failed(opened.error, terminal);
  const output = await openOutput(options.out);
  if (!output.ok) return failed(output.error, terminal);
  try {
    const { ended, tally, ruleSet } = await stream({
      ...loaded.value,
      clock,
      options,
      input: opened.value,
      output: output.value,
      terminal,
    });
    if (!ended.ok) {
      await output.value.discard();
      return failed(`${options.records}: ${ended.error}`, terminal);
    }
    await output.value.commit();
    terminal.note(`${tally.toString()} · now ${clock.now} · rule set ${ruleSet.hash.slice(0, 12)}`);
    if (tally.records === 0 && tally.rejected > 0) return failed('None of these lines is a record.', terminal);
    return tally.rejected + tally.errors > 0 ? 3 : 0;
  } catch (error) {
    await output.value.discard();
    if (!isFileError(error)) throw error;
    const writing = error.syscall === 'write';
    return failed(sayFileError(writing ? (options.out ?? 'standard output') : options.records, error), terminal);
  }
}

interface Run {
  readonly recordType: RecordType;
  readonly rules: readonly ValidRule[];
  readonly clock: Clock;
  readonly options: ApplyOptions;
  readonly input: RecordsInput;
  readonly output: Output;
  readonly terminal: Terminal;
}

interface Streamed {
  readonly ended: Result<true, string>;
  readonly tally: Tally;
  readonly ruleSet: RuleSet;
}

const REJECTED_SHOWN = 20;

/** Batch by batch: read, apply, write, and wait while who reads us is slower than who feeds us. */
async function stream(run: Run): Promise<Streamed> {
  const { recordType, rules, clock, options, input, output, terminal } = run;
  const ruleSet = compileRuleSet(ruleSetEntries(rules), recordType, sha256);
  const read = compileReading(recordType);
  const tally = new Tally();
  const absent = new AbsentFields(rules, recordType);
  const source = readRecords(input.bytes, input.format ? { format: input.format } : {});
  const sink =
    options.mode === 'changes'
      ? changesSink(ruleSet, clock, recordType, options.explain ?? false)
      : recordsSink(source, recordType, rules);
  for await (const batch of source.batches()) {
    for (const item of batch) {
      if (item.kind === 'rejected') {
        tally.rejected += 1;
        if (tally.rejected <= REJECTED_SHOWN) terminal.note(`line ${item.line}: ${item.message}`);
        const passed = sink.rejected(item);
        if (!passed.ok) return { ended: fail(passed.error.message), tally, ruleSet };
        continue;
      }
      const { record, unreadable } = read(item.raw);
      const applied = { item, record, unreadable, outcome: ruleSet.apply(record, clock) };
      tally.count(applied);
      absent.look(record);
      if (options.explain && options.mode === 'records')
        sayWhy(applied, recordType, ruleSet, clock).forEach(line => terminal.note(line));
      const written = sink.applied(applied);
      if (!written.ok) return { ended: fail(written.error.message), tally, ruleSet };
    }
    await output.write(sink.take());
    terminal.progress(howFar(tally, input));
  }
  // What could not be read is no result of ours.
  if (!source.failure) await output.write(sink.end());
  terminal.doneWithProgress();
  if (tally.records > 0 && !source.failure) absent.warnings().forEach(warning => terminal.note(warning));
  if (tally.rejected > REJECTED_SHOWN)
    terminal.note(`… and ${tally.rejected - REJECTED_SHOWN} more lines that are no records`);
  return { ended: source.failure ? fail(sayImportFailure(source.failure)) : ok(true), tally, ruleSet };
}

function howFar({ records }: Tally, { size, read }: RecordsInput): string {
  return `${records.toLocaleString('en-US')} records${size ? `, ${Math.floor((100 * read()) / size)} %` : ''}`;
}

function refuse(problems: readonly FileProblem[], terminal: Terminal): ExitCode {
  problems.forEach(problem => terminal.complain(sayFileProblem(problem)));
  return 1;
}

function sayFileProblem({ file, severity, at, message, hint }: FileProblem): string {
  return `${file}${at}: ${severity}: ${message}${hint ? ` ${hint}` : ''}`;
}

function failed(message: string, terminal: Terminal): ExitCode {
  terminal.complain(message);
  return 1;
}
