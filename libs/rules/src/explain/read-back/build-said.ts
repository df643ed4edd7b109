import { filledPath, foldGuards } from '../../json-logic/fold-guards';
import { readNode } from '../../json-logic/read-condition';
import { useTerm } from '../../json-logic/name-tests';
import type { GlossaryUse, Term } from '../../model/glossary';
import type { JsonLogic } from '../../model/json';
import { sayCondition } from '../say-condition';
import type { Saying } from '../saying';
import { textOfTokens } from '../token';

/** What a text says, before it is known which of the conditions that are said alike it means. */
export type Said =
  | { readonly kind: 'joined'; readonly by: 'and' | 'or'; readonly parts: readonly Said[] }
  | { readonly kind: 'not'; readonly inner: Said }
  | {
      readonly kind: 'test';
      readonly candidates: readonly JsonLogic[];
      readonly text: string;
      /** The list it is said with. */
      readonly use?: GlossaryUse;
    }
  /** A term, and what is said in brackets that it stands for. */
  | { readonly kind: 'term'; readonly term: Term; readonly inner: Said; readonly text: string };

/** A condition, and the names it is said with. */
export interface Built {
  readonly condition: JsonLogic;
  readonly uses: readonly GlossaryUse[];
}

/** The condition that is said just so, or undefined where there is none. What stands beside a test decides what need not be said of empty fields. */
export function buildSaid(saying: Saying, said: Said): Built | undefined {
  switch (said.kind) {
    case 'test': {
      const uses = said.use ? [said.use] : [];
      const condition = said.candidates.find(candidate => isSaid({ ...saying, uses }, candidate, said.text));
      return condition === undefined ? undefined : { condition, uses };
    }
    case 'not': {
      const inner = buildSaid(saying, said.inner);
      return inner && { ...inner, condition: { '!': [inner.condition] } };
    }
    case 'term':
      return buildTerm(saying, said);
    case 'joined':
      return said.by === 'or' ? joined(saying, said.parts, 'or') : buildAll(saying, said.parts);
  }
}

/** A term stands for its own condition, where that is what the brackets say. */
function buildTerm(saying: Saying, { term, inner, text }: Extract<Said, { kind: 'term' }>): Built | undefined {
  const built = buildSaid(saying, inner);
  if (!built || !isSaid({ ...saying, uses: built.uses }, term.condition, text)) return undefined;
  return { condition: term.condition, uses: [...built.uses, useTerm(term)] };
}

/** Fields one part demands to be filled need not be called possibly empty in another. */
function buildAll(saying: Saying, parts: readonly Said[]): Built | undefined {
  const filled = new Set(saying.filled ?? []);
  for (const part of parts) {
    if (part.kind !== 'test') continue;
    for (const candidate of part.candidates) {
      const [only] = foldGuards(readNode(candidate), '');
      const path = only && isSaid(saying, candidate, part.text) ? filledPath(only.node) : undefined;
      if (path !== undefined) filled.add(path);
    }
  }
  return joined({ ...saying, filled }, parts, 'and');
}

function joined(saying: Saying, parts: readonly Said[], by: 'and' | 'or'): Built | undefined {
  const built = parts.flatMap(part => buildSaid(saying, part) ?? []);
  if (built.length < parts.length) return undefined;
  return { condition: { [by]: built.map(({ condition }) => condition) }, uses: built.flatMap(({ uses }) => uses) };
}

function isSaid(saying: Saying, condition: JsonLogic, text: string): boolean {
  return textOfTokens(sayCondition(saying, readNode(condition), '')) === text;
}
