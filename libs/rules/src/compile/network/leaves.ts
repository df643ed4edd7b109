import type { Predicate, Test } from './predicate';
import { PredicateIds } from './predicate-ids';

type Leaf = Extract<Test, { kind: 'leaf' }>;

/** So many are remembered; then it begins anew, so that rules that left are forgotten. */
const MOST = 16_384;

/** Leaves of tests, one for all that say the same: many rules ask the same of the same field. */
export class Leaves {
  private ids = new PredicateIds();
  private readonly known: Leaf[] = [];
  private readonly negated: Leaf[] = [];

  of(predicate: Predicate, negated: boolean): Leaf {
    // Bounds are mostly each rule's own.
    if (predicate.kind === 'order') return { kind: 'leaf', predicate, negated };
    if (this.known.length === MOST) this.forget();
    const id = this.ids.of(predicate);
    const same = (this.known[id] ??= { kind: 'leaf', predicate, negated: false });
    return negated ? (this.negated[id] ??= { ...same, negated }) : same;
  }

  private forget(): void {
    this.ids = new PredicateIds();
    this.known.length = 0;
    this.negated.length = 0;
  }
}
