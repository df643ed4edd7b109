import { readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  answerPrompt,
  type OtherMeaning,
  otherMeanings,
  type TranslationRequest,
  type Translator,
} from '@lib/language';
import {
  entriesOf,
  fail,
  type EntryTable,
  type Glossary,
  type JsonLogic,
  listReference,
  MAX_INLINE_ENTRIES,
  type NamedList,
  ok,
  type Result,
  type Term,
} from '@lib/rules';
import { type ListSource, openList, readListSources } from './list-source';
import { sayFileError } from './records-file';

/** A term as a file says it: by its condition, or in words that are translated over the records at hand. */
type SaidTerm = Omit<Term, 'condition'> & { readonly condition?: JsonLogic; readonly words?: string };

/** The names of a glossary file, with the entries of its lists. */
export interface GlossaryFile {
  readonly terms: readonly SaidTerm[];
  readonly lists: readonly NamedList[];
  /** Where the entries of long lists stand, by reference. */
  readonly sources: ReadonlyMap<string, ListSource>;
  readonly tables: ReadonlyMap<string, EntryTable>;
}

export const NO_NAMES: GlossaryFile = { terms: [], lists: [], sources: new Map(), tables: new Map() };

const SHAPE =
  'A glossary file is { "terms": [{ "name", "words" or "condition" }], "lists": [{ "name", "values" or "file" }] }.';

/** Reads `{ terms, lists }`; what the terms' words mean is found out with `termsOf`. */
export async function readGlossaryFile(file: string): Promise<Result<GlossaryFile, string>> {
  let given: { readonly [member: string]: unknown };
  try {
    given = JSON.parse((await readFile(file, 'utf8')).replace(/^\ufeff/, '')) as typeof given;
  } catch (error) {
    return fail(
      error instanceof SyntaxError ? `${file}: This is not JSON: ${error.message}` : sayFileError(file, error),
    );
  }
  const { terms = [], lists } = given ?? {};
  const sources = readListSources(lists, path.dirname(path.resolve(file)));
  if (!sources.ok) return fail(`${file}${sources.error.at}: ${sources.error.message} ${sources.error.hint}`);
  const said = Array.isArray(terms) ? (terms as readonly unknown[]).map(readTerm) : [undefined];
  const wrong = said.findIndex(term => !term);
  if (wrong >= 0) return fail(`${file}/terms/${wrong}: This is not a term. ${SHAPE}`);
  return withLists(said as readonly SaidTerm[], sources.value, (lists ?? []) as readonly object[]);
}

async function withLists(
  terms: readonly SaidTerm[],
  found: readonly ListSource[],
  said: readonly object[],
): Promise<Result<GlossaryFile, string>> {
  const lists: NamedList[] = [];
  const tables = new Map<string, EntryTable>();
  for (const [index, source] of found.entries()) {
    const table = await openList(source);
    if (!table.ok) return table;
    const { name, version, anyCase } = source;
    const { size, sha256 } = table.value;
    const isShort = size <= MAX_INLINE_ENTRIES;
    const { field } = said[index] as { readonly field?: unknown };
    lists.push({
      name,
      version,
      ...aliasesOf(said[index]),
      ...(typeof field === 'string' && { field }),
      ...(anyCase && { anyCase }),
      size,
      sha256,
      ...(isShort && { values: [...entriesOf(table.value)] }),
    });
    if (!isShort) tables.set(listReference(source), table.value);
  }
  const sources = new Map(found.map(source => [listReference(source), source]));
  return ok({ terms, lists, sources, tables });
}

function readTerm(given: unknown): SaidTerm | undefined {
  const { name, version = 1, description, condition, words } = (given ?? {}) as { readonly [member: string]: unknown };
  if (typeof name !== 'string' || typeof version !== 'number' || !Number.isSafeInteger(version)) return undefined;
  const term = {
    name,
    version,
    ...aliasesOf(given),
    ...(typeof description === 'string' && { description }),
  };
  if (typeof words === 'string') return { ...term, words };
  return typeof condition === 'object' && condition !== null
    ? { ...term, condition: condition as JsonLogic }
    : undefined;
}

function aliasesOf(given: unknown): { readonly aliases?: readonly string[] } {
  const { aliases } = given as { readonly aliases?: unknown };
  return Array.isArray(aliases) ? { aliases: aliases.filter(alias => typeof alias === 'string') } : {};
}

/** The glossary as a request may use it: terms said in words are translated, each with those before it. */
export async function glossaryOf(
  { terms, lists, tables }: GlossaryFile,
  translator: Translator,
  request: Omit<TranslationRequest, 'text'>,
): Promise<Result<Glossary, string>> {
  const hiding = [...terms, ...lists].flatMap(({ name, aliases = [] }) =>
    otherMeanings([name, ...aliases], request.recordType),
  );
  const hidden = hiding.find(({ kind }) => kind !== 'value');
  if (hidden) return fail(whyTaken(hidden));
  const known: Term[] = [];
  for (const { words, condition, ...term } of terms) {
    if (condition !== undefined) known.push({ ...term, condition });
    else {
      const asked = { ...request, text: words ?? '', glossary: { terms: [...known], lists }, lists: tables };
      const answered = await answerPrompt(translator, asked, { limit: 0 });
      const rule = answered.ok && answered.value.rule;
      if (!rule || rule.actions.length > 0) return fail(whyNot(term.name, answered));
      known.push({ ...term, description: term.description ?? words ?? '', condition: rule.condition });
    }
  }
  return ok({ terms: known, lists });
}

function whyTaken(meaning: OtherMeaning): string {
  const { name } = meaning;
  const what = meaning.kind === 'record-type' ? 'the records are' : `the field "${meaning.field.label}" is`;
  return `"${name}" is what ${what} called: requests could no longer speak of it. Take another name, such as "key ${name}".`;
}

function whyNot(name: string, answered: Awaited<ReturnType<typeof answerPrompt>>): string {
  const why = answered.ok ? (answered.value.question?.text ?? answered.value.reason) : answered.error.message;
  return `The words of the term "${name}" do not say which records are meant.${why ? ` ${why}` : ''}`;
}
