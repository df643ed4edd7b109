import { type Meaning, testsOf } from '../meaning/meaning';

/**
 * How surely the fields and values of a meaning are those that were said, 0 to 1: the scores of its links together. Each
 * counts for a little more than itself, because that is how often it is right: in requests of strangers a link by a
 * synonym (score 0.9) stands in a rule that is right in four of five, one by the field's own name in nineteen of twenty.
 */
export function surenessOf(meaning: Meaning): number {
  return testsOf(meaning).reduce((sure, { score }) => sure * Math.pow(score, 1.06), 1);
}
