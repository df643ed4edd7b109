import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { compileReading, importRecords, type Imported } from '@lib/records';
import { answerPrompt, createEmbeddedTranslator, readLanguageTag, type TranslationAnswer } from '@lib/language';
import { fail, listReferencesIn, ok, type DataRecord, type Result } from '@lib/rules';
import { Command, InvalidArgumentError } from 'commander';
import { REFERENCE_ENGINE } from '../src/rules/reference-engine';
import { commandClock, readNow } from './clock';
import type { CommandContext } from './command-context';
import { glossaryOf, type GlossaryFile, NO_NAMES, readGlossaryFile } from './glossary-file';
import { sourceFrom } from './list-source';
import { openRecords, recordTypeNameOf, sayFileError, sayImportFailure } from './records-file';
import { writeRuleFile } from './rule-file';
import type { ExitCode, Terminal } from './terminal';
import { reportTranslation } from './translation-report';

interface TranslateOptions {
  readonly records: string;
  readonly recordType?: string;
  readonly glossary?: string;
  readonly now?: string;
  readonly language?: string;
  readonly json?: boolean;
  readonly out?: string;
}

/** Records kept in memory for counts and examples; beyond them counts speak of a seeded sample. */
const SAMPLE_SIZE = 100_000;
const EXAMPLES = { json: 20, screen: 5 };

const EXAMPLE_TEXT = `
Examples:
  rulewright translate "tag records where country is Germany and revenue is above 1 million as VIP" \\
      --records customers.csv --out vip.json
  rulewright translate "which suppliers have a contract ending in the next 90 days?" --records suppliers.ndjson
  rulewright translate "set segment to Enterprise where employees > 1000" --records customers.json --json

Exit codes: 0 answered (a rule, a question, or why there is none: "outcome" says which); with --out 0 only where the
rule file was written, else 1; 1 also where records cannot be read; 2 for an empty request or an unknown language.`;

/** `rulewright translate`: the whole main job on any file, with no server. */
export function translateCommand({ terminal, finish }: CommandContext): Command {
  return new Command('translate')
    .description('Turn a request in plain words into a rule, and show what it would do to these records')
    .argument('<text>', 'what you want, in your own words', readText)
    .requiredOption('--records <file>', 'CSV, NDJSON or JSON; - for standard input')
    .option('--record-type <name>', 'what the records are (default: the name of the file)')
    .option('--glossary <file>', 'terms and lists that the request may name, as JSON')
    .option('--now <instant>', 'the moment "today" is taken from (default: this one)', readNow)
    .option('--language <tag>', 'your language, such as de or pt-BR (default: recognised)', readLanguage)
    .option('--json', 'print the whole answer as one JSON value')
    .option('--out <file>', 'write the rule to a rule file, ready for rulewright apply')
    .addHelpText('after', EXAMPLE_TEXT)
    .action(async (text: string, options: TranslateOptions) => finish(await translate(text, options, terminal)));
}

function readText(text: string): string {
  if (text.trim() === '')
    throw new InvalidArgumentError('Say what you want, such as "tag customers in Germany as DE".');
  return text;
}

function readLanguage(tag: string): string {
  const language = readLanguageTag(tag);
  if (!language.ok) throw new InvalidArgumentError(language.error);
  return language.value;
}

async function translate(text: string, options: TranslateOptions, terminal: Terminal): Promise<ExitCode> {
  const clock = commandClock(options.now);
  const names = options.glossary === undefined ? ok(NO_NAMES) : await readGlossaryFile(options.glossary);
  if (!names.ok) return failed(terminal, names.error, options);
  const imported = await importFile(options, terminal);
  if (!imported.ok) return failed(terminal, imported.error, options);
  const { recordType, sample, imported: total } = imported.value;

  const read = compileReading(recordType);
  const records: readonly DataRecord[] = sample.map(raw => read(raw).record);
  const translator = createEmbeddedTranslator();
  const language = options.language && { language: options.language };
  const asked = { recordType, sample: records, clock, ...language };
  const glossary = await glossaryOf(names.value, translator, asked);
  if (!glossary.ok) return failed(terminal, `${options.glossary}: ${glossary.error}`, options);
  const answered = await answerPrompt(
    translator,
    { ...asked, text, glossary: glossary.value, lists: names.value.tables },
    { limit: options.json ? EXAMPLES.json : EXAMPLES.screen, total, reference: REFERENCE_ENGINE },
  );
  if (!answered.ok) return failed(terminal, answered.error.message, options);

  const answer = answered.value;
  if (options.json) await terminal.print(JSON.stringify(answer, null, 2));
  else for (const line of reportTranslation(answer, recordType, terminal)) await terminal.print(line);
  return options.out ? saveRule(options.out, answer, imported.value, names.value, terminal) : 0;
}

async function importFile(options: TranslateOptions, terminal: Terminal): Promise<Result<Imported, string>> {
  const opened = await openRecords(options.records);
  if (!opened.ok) return opened;
  const { bytes, format, size, read } = opened.value;
  const watched = async function* (): AsyncGenerator<Uint8Array> {
    for await (const chunk of bytes) {
      terminal.progress(
        `reading ${options.records}: ${size ? `${Math.floor((100 * read()) / size)} %` : `${read()} bytes`}`,
      );
      yield chunk;
    }
  };
  const name = options.recordType ?? recordTypeNameOf(options.records);
  try {
    const result = await importRecords(watched(), { name, sampleSize: SAMPLE_SIZE, ...(format && { format }) });
    terminal.doneWithProgress();
    const { rejected } = result.ok ? result.value : result.error;
    noteRejected(rejected, result.ok ? result.value.rejectedCount : rejected.length, terminal);
    if (result.ok) noteText(result.value.asText, terminal);
    if (result.ok) noteAssumed(result.value.assumed, terminal);
    return result.ok ? result : fail(`${options.records}: ${sayImportFailure(result.error)}`);
  } catch (error) {
    return fail(sayFileError(options.records, error));
  }
}

const REJECTED_SHOWN = 5;

/** Says which lines were no records; the rest went on. */
function noteRejected(rejected: Imported['rejected'], count: number, terminal: Terminal): void {
  for (const { line, message } of rejected.slice(0, REJECTED_SHOWN)) terminal.note(`line ${line}: ${message}`);
  const more = count - Math.min(rejected.length, REJECTED_SHOWN);
  if (more > 0) terminal.note(`… and ${more} more lines that are no records`);
}

/** Says which fields are text only because of a few values. */
function noteText(fields: Imported['asText'], terminal: Terminal): void {
  for (const { label, otherwise, count, lines } of fields) {
    const values = count === 1 ? 'one value is none' : `${count} values are none`;
    const where = lines.length > 0 ? ` (line ${lines.join(', ')}${count > lines.length ? ' …' : ''})` : '';
    terminal.note(`"${label}" is read as text: it would be a ${otherwise}, but ${values}${where}`);
  }
}

/** Says how values were taken that can be read in two ways. */
function noteAssumed(fields: Imported['assumed'], terminal: Terminal): void {
  for (const { label, about, taken, other, example, readAs } of fields) {
    const what = about === 'day-order' ? `${taken}, not ${other}` : `"${taken}" as the decimal mark, not "${other}"`;
    terminal.note(`"${label}" does not say how it is written: ${example} is read as ${readAs} (${what})`);
  }
}

async function saveRule(
  file: string,
  answer: TranslationAnswer,
  { recordType }: Imported,
  { sources }: GlossaryFile,
  terminal: Terminal,
): Promise<ExitCode> {
  if (answer.outcome !== 'rule' || !answer.rule) {
    return failed(terminal, `No rule came of it, so ${file} was not written.`);
  }
  const { actions, condition } = answer.rule;
  const lists = [...new Set(listReferencesIn(condition).map(({ reference }) => reference))].flatMap(
    reference => sources.get(reference) ?? [],
  );
  const folder = path.dirname(path.resolve(file));
  try {
    const named = lists.map(source => sourceFrom(source, folder));
    await writeFile(file, writeRuleFile(recordType, [answer.rule], named));
  } catch (error) {
    return failed(terminal, sayFileError(file, error));
  }
  if (actions.length === 0)
    terminal.note(
      'This is a filter: it selects records and changes nothing. Say what to do with them to make it a rule.',
    );
  terminal.note(`Rule written to ${file}. Apply it: rulewright apply --rules ${file} --records …`);
  return 0;
}

/** Programs that asked for JSON get JSON for a failure too. */
async function failed(
  terminal: Terminal,
  message: string,
  { json }: Pick<TranslateOptions, 'json'> = {},
): Promise<ExitCode> {
  if (json) await terminal.print(JSON.stringify({ error: { message } }));
  terminal.complain(message);
  return 1;
}
