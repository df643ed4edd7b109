import type { End, Predicate } from './predicate';

/** Predicates that ask different things of the same value, each with a number of its own. */
const QUESTIONS = [
  ...['equal', 'same', 'null', 'true', '<', '<=', '>', '>=', 'within', 'one-of'],
  ...['holds', 'mentions', 'prefix', 'folded prefix', 'folded-one-of', 'opaque'],
];
const NUMBER_OF: ReadonlyMap<string, number> = new Map(QUESTIONS.map((question, number) => [question, number]));

/**
 * Numbers for predicates, from zero on: one for all that ask the same of the same column. They are told apart by the value
 * they compare with, mostly a text that lies in the rule already, so that nothing has to be written out and hashed.
 */
export class PredicateIds {
  private readonly byQuestion: Map<unknown, number>[] = [];
  private count = 0;

  /** The number of a predicate; where it is a new one, `count` before and one less than `count` after. */
  of(predicate: Predicate): number {
    const question = predicate.column * QUESTIONS.length + (NUMBER_OF.get(questionOf(predicate)) as number);
    const ids = (this.byQuestion[question] ??= new Map<unknown, number>());
    const value = comparedWith(predicate);
    let id = ids.get(value);
    if (id === undefined) ids.set(value, (id = this.count++));
    return id;
  }
}

function questionOf(predicate: Predicate): string {
  if (predicate.kind === 'order') return predicate.sign;
  return predicate.kind === 'prefix' && predicate.folded ? 'folded prefix' : predicate.kind;
}

/** What a predicate compares with, as a value that is the same for the same. */
function comparedWith(predicate: Predicate): unknown {
  switch (predicate.kind) {
    case 'equal':
    case 'same':
      return predicate.value;
    case 'null':
    case 'true':
      return true;
    case 'order':
      return predicate.bound;
    case 'within':
      return `${written(predicate.low)} ${written(predicate.high)}`;
    case 'one-of':
      return JSON.stringify(predicate.values);
    case 'holds':
    case 'mentions':
      return predicate.needle;
    case 'prefix':
      return predicate.text;
    case 'folded-one-of':
      return JSON.stringify(predicate.texts);
    case 'opaque':
      return predicate.logic;
  }
}

/** How long a text is stands before it: it may hold anything, what comes next included. */
function written({ value, open }: End): string {
  return `${open ? '(' : '['}${typeof value === 'string' ? `${value.length}"${value}` : value}`;
}
