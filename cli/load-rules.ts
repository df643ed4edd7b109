import { importRecords } from '@lib/records';
import { fail, ok, type EntryTable, type Field, type RecordType, type Result, type ValidRule } from '@lib/rules';
import { openRecords, sayFileError, sayImportFailure } from './records-file';
import { readRuleFile, recordTypeOf, tablesOf, validateRules, type FileProblem, type RuleFile } from './rule-file';

export interface LoadedRules {
  readonly recordType: RecordType;
  readonly rules: readonly ValidRule[];
  readonly warnings: readonly FileProblem[];
}

/**
 * The rules of one or more files, all valid and all over one record type. Where no file says how fields are read, the
 * records do: they are gone through once before, which standard input does not allow.
 */
export async function loadRules(
  files: readonly string[],
  records: string,
  lists: ReadonlyMap<string, EntryTable>,
): Promise<Result<LoadedRules, readonly FileProblem[]>> {
  const read = await Promise.all(files.map(readRuleFile));
  const broken = read.flatMap(one => (one.ok ? [] : one.error));
  const found = read.flatMap(one => (one.ok ? [one.value] : []));
  const first = found[0];
  if (broken.length > 0 || !first) return fail(broken);
  const strangers = found.filter(one => one.recordType !== first.recordType);
  if (strangers.length > 0)
    return fail(strangers.map(one => differs(one, first, 'different-record-type', '/recordType')));
  const fields = await commonFields(found, records);
  if (!fields.ok) return fails(fields.error);
  const named = found.find(one => one.key !== undefined) ?? first;
  const tables = await tablesOf(found, lists);
  if (!tables.ok) return tables;
  const type = recordTypeOf({ ...first, ...(named.key !== undefined && { key: named.key }) }, fields.value);
  const recordType = { ...type, lists: tables.value };
  const validated = found.map(file => validateRules(file, recordType));
  const problems = validated.flatMap(one => one.problems);
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) return fail(errors);
  return ok({ recordType, rules: validated.flatMap(one => one.rules.map(({ rule }) => rule)), warnings: problems });
}

const fails = (problem: FileProblem): Result<never, readonly FileProblem[]> => fail([problem]);

function differs({ file }: RuleFile, first: RuleFile, code: string, at: string): FileProblem {
  const message = code === 'different-record-type' ? 'speaks of another record type' : 'reads a field in another way';
  return {
    file,
    severity: 'error',
    code,
    at,
    message: `This file ${message} than ${first.file}.`,
    hint: 'Apply them one after the other.',
  };
}

/** The fields of all files together; a field that two files name must be read the same way in both. */
async function commonFields(
  files: readonly RuleFile[],
  records: string,
): Promise<Result<readonly Field[], FileProblem>> {
  const fields = new Map<string, { field: Field; from: RuleFile }>();
  for (const file of files) {
    for (const [index, field] of (file.fields ?? []).entries()) {
      const known = fields.get(field.name);
      if (!known) fields.set(field.name, { field, from: file });
      else if (JSON.stringify(sorted(known.field.reading)) !== JSON.stringify(sorted(field.reading))) {
        return fail(differs(file, known.from, 'different-reading', `/fields/${index}/reading`));
      }
    }
  }
  const silent = files.find(file => file.fields === undefined);
  if (fields.size > 0 || !silent) return ok([...fields.values()].map(({ field }) => field));
  return inferFields(silent, records);
}

const sorted = (reading: object): unknown => Object.entries(reading).sort(([a], [b]) => (a < b ? -1 : 1));

async function inferFields(file: RuleFile, records: string): Promise<Result<readonly Field[], FileProblem>> {
  if (records === '-') return fail(noFields(file));
  const opened = await openRecords(records);
  const unread = (message: string): Result<never, FileProblem> =>
    fail({ file: records, severity: 'error', code: 'no-records', at: '', message });
  if (!opened.ok) return unread(opened.error);
  try {
    const { bytes, format } = opened.value;
    const imported = await importRecords(bytes, { name: file.recordType, sampleSize: 1, ...(format && { format }) });
    return imported.ok ? ok(imported.value.recordType.fields) : unread(sayImportFailure(imported.error));
  } catch (error) {
    return unread(sayFileError(records, error));
  }
}

/** A file without fields does not say how records are read; only the records can. */
export function noFields({ file }: RuleFile): FileProblem {
  return {
    file,
    severity: 'error',
    code: 'no-fields',
    at: '/fields',
    message: 'The rule file does not say how its fields are read.',
    hint: 'Give --records with a file of them, or add "fields": [{ "name", "type", "reading" }].',
  };
}
