import type { Predicate, Test } from './predicate';

type Leaf = Extract<Test, { kind: 'leaf' }>;

/** So many are remembered; then it begins anew, so that rules that left are forgotten. */
const MOST = 16_384;

/** A predicate as it is asked: plain, and negated. */
interface Asked {
  readonly plain: Leaf;
  readonly negated: Leaf;
}

/**
 * Leaves of tests, one for all that say the same: many rules ask the same of the same field. They are told apart by the value
 * they compare with, mostly a text that lies in the rule already, so that nothing has to be written out and hashed.
 */
export class Leaves {
  /** By column, by what is asked of it, by the value it is compared with. */
  private byColumn: Map<string, Map<unknown, Asked>>[] = [];
  private count = 0;

  of(predicate: Predicate, negated: boolean): Leaf {
    // Ends and ranges are mostly each rule's own.
    if (predicate.kind === 'order' || predicate.kind === 'within') return { kind: 'leaf', predicate, negated };
    const { column } = predicate;
    const questions = (this.byColumn[column] ??= new Map<string, Map<unknown, Asked>>());
    const question = predicate.kind === 'prefix' && predicate.folded ? 'folded prefix' : predicate.kind;
    let known = questions.get(question);
    if (!known) questions.set(question, (known = new Map<unknown, Asked>()));
    const value = comparedWith(predicate);
    let asked = known.get(value);
    if (!asked) {
      asked = {
        plain: { kind: 'leaf', predicate, negated: false },
        negated: { kind: 'leaf', predicate, negated: true },
      };
      known.set(value, asked);
      if (++this.count === MOST) this.forget();
    }
    return negated ? asked.negated : asked.plain;
  }

  private forget(): void {
    this.byColumn = [];
    this.count = 0;
  }
}

/** What a predicate compares with, as a value that is the same for the same. */
function comparedWith(predicate: Exclude<Predicate, { kind: 'order' | 'within' }>): unknown {
  switch (predicate.kind) {
    case 'equal':
    case 'same':
      return predicate.value;
    case 'null':
    case 'true':
      return true;
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
