import { has } from '../cursor';
import { type Meaning, testsOf } from '../meaning';
import { wordsOf } from '../../grounding/fold';
import type { Chunk } from '../../grounding/link-words';

const AGGREGATES: readonly (readonly [RegExp, RegExp])[] = [
  [/average|mean|median/, /^(avg|average|mean|median)$/],
  [/total|sum|altogether/, /^(total|sum|tot)$/],
  [/highest|maximum|most/, /^(max|maximum|peak|highest)$/],
  [/lowest|minimum|least/, /^(min|minimum|lowest)$/],
];

/** "more than 60 days on average" of a field that holds an average already: nothing has to be worked out. */
export function isKept(chunk: Chunk, meaning: Meaning | undefined): boolean {
  if (!meaning || !has(chunk, 'aggregate')) return false;
  const kept = AGGREGATES.find(([said]) => said.test(chunk.key))?.[1];
  return (
    kept !== undefined &&
    testsOf(meaning).some(({ field }) =>
      [...wordsOf(field.label), ...wordsOf(field.name)].some(word => kept.test(word)),
    )
  );
}
