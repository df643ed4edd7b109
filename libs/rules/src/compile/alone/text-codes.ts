import { type Predicate, predicatesOf, readsAsNumber, type Test } from '../network/predicate';
import { hasOneSpelling } from '../network/spelling';

/**
 * Numbers for the texts a column is compared with: one look-up per record, and every such comparison is one of small
 * integers.
 */
export class TextCodes {
  private readonly byColumn = new Map<number, Map<string, number>>();

  /** Only columns that are compared at least so often are worth looking up. */
  constructor(tests: Iterable<Test>, fewest = 3) {
    for (const test of tests) {
      for (const predicate of predicatesOf(test)) {
        const codes = this.byColumn.get(predicate.column) ?? new Map<string, number>();
        for (const text of textsOf(predicate) ?? []) if (!codes.has(text)) codes.set(text, codes.size);
        if (codes.size > 0) this.byColumn.set(predicate.column, codes);
      }
    }
    for (const [column, codes] of this.byColumn) if (codes.size < fewest) this.byColumn.delete(column);
  }

  /** The numbers of a column's texts, where it has any. */
  of(column: number): ReadonlyMap<string, number> | undefined {
    return this.byColumn.get(column);
  }

  /** The numbers a predicate asks for: it holds where the value's is one of them, and only there. */
  asked(predicate: Predicate): readonly number[] | undefined {
    const codes = this.byColumn.get(predicate.column);
    return codes && textsOf(predicate)?.map(text => codes.get(text) as number);
  }
}

/** The texts one of which a value has to be, to the last code point; none where other values do as well. */
function textsOf(predicate: Predicate): readonly string[] | undefined {
  switch (predicate.kind) {
    case 'equal':
      if (typeof predicate.value !== 'string' || readsAsNumber(predicate.value)) return undefined;
      return hasOneSpelling(predicate.value) ? [predicate.value] : undefined;
    case 'same':
      return typeof predicate.value === 'string' && hasOneSpelling(predicate.value) ? [predicate.value] : undefined;
    case 'one-of': {
      const texts = predicate.values.filter(value => typeof value === 'string');
      return texts.length === predicate.values.length && texts.every(hasOneSpelling) ? texts : undefined;
    }
    default:
      return undefined;
  }
}
