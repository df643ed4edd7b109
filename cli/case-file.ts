import { readFile } from 'node:fs/promises';
import type { EvalCase } from '@lib/language';
import { fail, FIELD_TYPES, ok, type Result } from '@lib/rules';
import { sayFileError } from './records-file';

/** Cases of an eval file, and the lines that are none. */
export interface CaseFile {
  readonly cases: readonly EvalCase[];
  readonly broken: readonly { readonly place: string; readonly message: string }[];
}

const OUTCOMES: readonly unknown[] = ['rule', 'clarify', 'impossible', 'offtopic'];

/** Reads eval cases: one per line, or one JSON array. A broken case is reported by its place; the rest goes on. */
export async function readCases(file: string): Promise<Result<CaseFile, string>> {
  let text: string;
  try {
    text = (await readFile(file, 'utf8')).replace(/^\ufeff/, '');
  } catch (error) {
    return fail(sayFileError(file, error));
  }
  if (text.trimStart().startsWith('[')) return readArray(file, text);
  const places = text.split('\n').map((line, index) => ({ place: `line ${index + 1}`, line }));
  return ok(
    sort(places.filter(({ line }) => line.trim() !== '').map(({ place, line }) => ({ place, value: parsed(line) }))),
  );
}

function readArray(file: string, text: string): Result<CaseFile, string> {
  const value = parsed(text);
  if (!Array.isArray(value)) return fail(`${file} is neither one case per line nor a JSON array of cases.`);
  return ok(sort((value as readonly unknown[]).map((one, index) => ({ place: `case ${index + 1}`, value: one }))));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return error;
  }
}

function sort(found: readonly { place: string; value: unknown }[]): CaseFile {
  const cases: EvalCase[] = [];
  const broken: { place: string; message: string }[] = [];
  for (const { place, value } of found) {
    const message = value instanceof Error ? value.message : whatIsMissing(value);
    if (message === undefined) cases.push(value as EvalCase);
    else broken.push({ place, message });
  }
  return { cases, broken };
}

function whatIsMissing(value: unknown): string | undefined {
  const one = value as {
    id?: unknown;
    text?: unknown;
    recordType?: { fields?: unknown } | null;
    records?: unknown;
    gold?: { outcome?: unknown } | null;
  } | null;
  if (one === null || typeof one !== 'object') return 'a case is an object';
  if (typeof one.id !== 'string') return 'a case has an id';
  if (typeof one.text !== 'string') return `${one.id} has no text`;
  if (!Array.isArray(one.recordType?.fields)) return `${one.id} has no recordType with fields`;
  const strange = one.recordType.fields.find(field => !isField(field)) as unknown;
  if (strange !== undefined)
    return `${one.id} has a field that has no name or none of the types ${FIELD_TYPES.join(', ')}: ${JSON.stringify(strange)}`;
  if (!Array.isArray(one.records)) return `${one.id} has no records`;
  if (!OUTCOMES.includes(one.gold?.outcome)) return `${one.id} has no gold outcome`;
  return undefined;
}

const isField = (field: unknown): boolean => {
  const { name, type } = (field ?? {}) as { readonly name?: unknown; readonly type?: unknown };
  return typeof name === 'string' && FIELD_TYPES.some(known => known === type);
};
