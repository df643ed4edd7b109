import {
  type Glossary,
  type GlossaryUse,
  listReference,
  type ListUse,
  MAX_INLINE_ENTRIES,
  type NamedList,
  type Term,
  type TermUse,
} from '../model/glossary';
import type { JsonLogic } from '../model/json';
import { jsonEqual } from '../model/json-equal';
import type { Field } from '../model/record-type';
import { variable } from './field-test';
import { operationOf } from './read-condition';

/** Whether values of a field can be looked up in a named list: it holds texts, or numbers written like them. */
export function canBeListed({ type }: Pick<Field, 'type'>): boolean {
  return type === 'text' || type === 'number';
}

/** Whether a list is short enough to stand in a rule itself. */
export function isInline(list: NamedList): list is NamedList & { readonly values: readonly string[] } {
  return list.values !== undefined && list.size <= MAX_INLINE_ENTRIES;
}

/** A term as rules are made with it: its condition stands in the rule as it is. */
export function useTerm({ name, version, condition }: Term): TermUse {
  return { term: name, version, condition };
}

/** The one test that asks whether a field's value is on a list: the entries themselves where they are few, else a reference. */
export function useList(list: NamedList, field: Pick<Field, 'name' | 'type'>): ListUse {
  const { name, version, size, sha256 } = list;
  return { list: name, version, size, sha256, condition: listTest(list, field) };
}

function listTest(list: NamedList, field: Pick<Field, 'name' | 'type'>): JsonLogic {
  const asked = list.anyCase && field.type === 'text' ? { lower: [variable(field.name)] } : variable(field.name);
  if (!isInline(list)) return { inList: [asked, listReference(list)] };
  const values = field.type === 'number' ? list.values.flatMap(numberFrom) : list.values;
  return { in: [asked, values] };
}

/** Digit texts that are no number written the plain way ("007") are none. */
function numberFrom(text: string): readonly number[] {
  return String(Number(text)) === text ? [Number(text)] : [];
}

/** Those names whose conditions stand somewhere in a condition, each once. */
export function usesIn(condition: JsonLogic, uses: readonly GlossaryUse[]): readonly GlossaryUse[] {
  if (uses.length === 0) return [];
  const open = new Set(uses);
  const visit = (node: JsonLogic): void => {
    if (open.size === 0 || node === null || typeof node !== 'object') return;
    for (const use of open) if (jsonEqual(use.condition, node)) open.delete(use);
    for (const part of Object.values(node)) visit(part);
  };
  visit(condition);
  return uses.filter((use, i) => !open.has(use) && uses.findIndex(other => jsonEqual({ ...other }, { ...use })) === i);
}

/** Every test of a condition that refers to a list instead of containing it. */
export function listReferencesIn(
  condition: JsonLogic,
): readonly { readonly reference: string; readonly test: JsonLogic }[] {
  const found: { reference: string; test: JsonLogic }[] = [];
  const visit = (node: JsonLogic): void => {
    if (node === null || typeof node !== 'object') return;
    const operation = operationOf(node);
    const reference = operation?.operator === 'inList' ? operation.operands[1] : undefined;
    if (typeof reference === 'string') found.push({ reference, test: node });
    for (const part of Object.values(node)) visit(part);
  };
  visit(condition);
  return found;
}

/** The name and version a reference says: what stands before and after its last `@`. */
export function readListReference(reference: string): { readonly name: string; readonly version: number } | undefined {
  const [, name, version] = /^(.+)@(\d{1,9})$/su.exec(reference) ?? [];
  return name === undefined ? undefined : { name, version: Number(version) };
}

/** Whether a rule may name this: the glossary knows the name at this version, and it stood for this condition then. */
export function isKnownUse(use: GlossaryUse, { terms, lists }: Glossary, fields: readonly Field[]): boolean {
  if ('term' in use) {
    return terms.some(
      term => term.name === use.term && term.version === use.version && jsonEqual(term.condition, use.condition),
    );
  }
  const list = lists.find(({ name, version }) => name === use.list && version === use.version);
  if (list?.sha256 !== use.sha256 || list.size !== use.size) return false;
  // A reference says which list it is; what is looked up in it is for the rule to say.
  const test = operationOf(use.condition);
  if (test?.operator === 'inList') return test.operands[1] === listReference(list);
  return fields.some(field => canBeListed(field) && jsonEqual(useList(list, field).condition, use.condition));
}
