import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  FIELD_TYPES,
  fail,
  hashRule,
  listReference,
  ok,
  validateRule,
  type EntryTable,
  type Field,
  type FieldType,
  type Problem,
  type RecordType,
  type Result,
  type RuleDraft,
  type RuleSetEntry,
  type ValidRule,
} from '@lib/rules';
import { mayHoldTags } from '@lib/records';
import { type ListSource, openList, readListSources } from './list-source';
import { sayFileError } from './records-file';
import { unknownMembersIn } from './rule-file-members';

/** Rules with all they need to mean the same elsewhere: the fields they speak of, and how each is read. */
export interface RuleFile {
  readonly file: string;
  readonly recordType: string;
  readonly key?: string;
  readonly tagsField?: string;
  /** Absent in files written by hand: the records then say how they are read. */
  readonly fields?: readonly Field[];
  readonly rules: readonly unknown[];
  /** Long lists that the rules refer to. */
  readonly lists: readonly ListSource[];
}

/** A problem, and the file it stands in. */
export interface FileProblem extends Problem {
  readonly file: string;
}

/** The text of a rule file. Profiles stay out: they hold values of records. `lists`: where those stand that the rules refer to. */
export function writeRuleFile(
  recordType: RecordType,
  rules: readonly Omit<RuleDraft, 'recordType'>[],
  lists: readonly object[] = [],
): string {
  const { name, key, tagsField } = recordType;
  const fields = recordType.fields.map(({ profile: _, ...field }) => field);
  const named = { recordType: name, ...(key && { key }), ...(tagsField && { tagsField }) };
  return `${JSON.stringify({ ...named, fields, ...(lists.length > 0 && { lists }), rules }, null, 2)}\n`;
}

/** Reads one rule file as far as its shape goes; what its rules say is not judged yet. */
export async function readRuleFile(file: string): Promise<Result<RuleFile, readonly FileProblem[]>> {
  const problem = (code: string, at: string, message: string, hint?: string) =>
    fail([{ file, severity: 'error' as const, code, at, message, ...(hint && { hint }) }]);
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    return problem('no-file', '', sayFileError(file, error));
  }
  let parsed: unknown;
  try {
    parsed = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    return problem('not-json', '', `This is not JSON: ${(error as Error).message}`);
  }
  const shape = 'A rule file is { "recordType", "key"?, "fields", "rules": [{ "name", "condition", "actions" }] }.';
  if (!isObject(parsed)) return problem('not-a-rule-file', '', 'This is not a rule file.', shape);
  const { recordType, key, tagsField, fields, rules, lists } = parsed;
  if (typeof recordType !== 'string' || recordType === '')
    return problem('no-record-type', '/recordType', 'The rule file names no record type.', shape);
  if (!Array.isArray(rules)) return problem('no-rules', '/rules', 'The rule file has no list of rules.', shape);
  if (key !== undefined && typeof key !== 'string')
    return problem('wrong-key', '/key', 'The key is the name of a field.');
  if (tagsField !== undefined && typeof tagsField !== 'string')
    return problem('wrong-tags-field', '/tagsField', 'This is the name of a field.');
  const strange = unknownMembersIn(parsed);
  if (strange.length > 0) return fail(strange.map(one => ({ ...one, file })));
  const read = fields === undefined ? ok(undefined) : readFields(fields);
  if (!read.ok) return fail([{ file, ...read.error }]);
  if (tagsField !== undefined && !mayHoldTags(tagsField, read.value ?? []))
    return problem(
      'wrong-tags-field',
      '/tagsField',
      'Tags live in a field of type list, or under a new name of their own.',
    );
  const sources = readListSources(lists, path.dirname(path.resolve(file)));
  if (!sources.ok) return fail([{ file, ...sources.error }]);
  return ok({
    file,
    recordType,
    ...(key !== undefined && { key }),
    ...(tagsField !== undefined && { tagsField }),
    ...(read.value && { fields: read.value }),
    rules: rules as readonly unknown[],
    lists: sources.value,
  });
}

function readFields(fields: unknown): Result<readonly Field[], Problem> {
  const wrong = (at: string, message: string): Result<never, Problem> =>
    fail({ severity: 'error', code: 'wrong-fields', at, message });
  if (!Array.isArray(fields)) return wrong('/fields', 'The fields are a list.');
  const read: Field[] = [];
  for (const [index, field] of (fields as readonly unknown[]).entries()) {
    const at = `/fields/${index}`;
    if (!isObject(field) || typeof field['name'] !== 'string') return wrong(at, 'A field has a name.');
    const type = field['type'] ?? (isObject(field['reading']) ? field['reading']['type'] : undefined);
    if (!isFieldType(type)) return wrong(`${at}/type`, `A field's type is one of ${FIELD_TYPES.join(', ')}.`);
    const reading = field['reading'] ?? { type };
    if (!isObject(reading) || !isFieldType(reading['type']))
      return wrong(`${at}/reading`, 'How a field is read starts with its type.');
    const label = typeof field['label'] === 'string' ? field['label'] : field['name'];
    read.push({ ...field, name: field['name'], label, type, reading: { ...reading, type: reading['type'] } });
  }
  return ok(read);
}

/** The record type a rule file speaks of. */
export function recordTypeOf(file: RuleFile, fields: readonly Field[]): RecordType {
  const { recordType: name, key, tagsField } = file;
  return { name, ...(key !== undefined && { key }), ...(tagsField !== undefined && { tagsField }), fields };
}

/** The entries of the lists that rule files refer to, beside those that are known already. */
export async function tablesOf(
  files: readonly RuleFile[],
  known: ReadonlyMap<string, EntryTable>,
): Promise<Result<ReadonlyMap<string, EntryTable>, readonly FileProblem[]>> {
  const tables = new Map(known);
  for (const { file, lists } of files) {
    for (const [index, source] of lists.entries()) {
      const table = await openList(source);
      if (!table.ok)
        return fail([{ file, severity: 'error', code: 'no-list', at: `/lists/${index}`, message: table.error }]);
      tables.set(listReference(source), table.value);
    }
  }
  return ok(tables);
}

/** A valid rule, and where in its file it stands. */
export interface PlacedRule {
  readonly at: string;
  readonly rule: ValidRule;
}

/** Judges every rule of a file; problems point into the file. */
export function validateRules(
  file: RuleFile,
  recordType: RecordType,
): { rules: readonly PlacedRule[]; problems: readonly FileProblem[] } {
  const rules: PlacedRule[] = [];
  const problems: FileProblem[] = [];
  for (const [index, rule] of file.rules.entries()) {
    const at = `/rules/${index}`;
    const draft = isObject(rule) ? { ...rule, recordType: rule['recordType'] ?? file.recordType } : rule;
    const validation = validateRule(draft, recordType);
    if (validation.ok) rules.push({ at, rule: validation.value });
    const found = validation.ok ? validation.problems : validation.error;
    problems.push(...found.map(problem => ({ ...problem, at: at + problem.at, file: file.file })));
  }
  return { rules, problems };
}

/** Rules in the order of their files, each with a name outcomes can refer to. */
export function ruleSetEntries(rules: readonly ValidRule[]): readonly RuleSetEntry[] {
  const width = String(rules.length).length;
  return rules.map((rule, index) => ({
    id: `rule-${String(index + 1).padStart(width, '0')}`,
    version: 1,
    hash: hashRule(rule, sha256),
    rule,
  }));
}

/** SHA-256 as lower-case hexadecimal digits. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isFieldType(value: unknown): value is FieldType {
  return FIELD_TYPES.includes(value as FieldType);
}
