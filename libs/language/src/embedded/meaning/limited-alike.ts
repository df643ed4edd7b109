import { join, type Meaning, type TestMeaning } from './meaning';

/** "in Germany with over 30 or in Porto with over 20": two pairs that end in a limit of the same field. */
export function isLimitedAlike(left: Meaning, right: Meaning): boolean {
  const [one, other] = [limitOf(left), limitOf(right)];
  return one !== undefined && other !== undefined && one.field === other.field;
}

/** What a pair ends in, where that is a limit. */
function limitOf(pair: Meaning): TestMeaning | undefined {
  if (pair.kind !== 'and' || pair.items.length !== 2) return undefined;
  const [limit] = pair.items.slice(-1);
  if (limit?.kind !== 'test') return undefined;
  const { is } = limit.test;
  return is === 'compare' || is === 'date' || is === 'range' ? limit : undefined;
}

/** "in Germany with over 30 or in Porto with over 20": the first alternative makes a pair with what stands before it. */
export function makesPair(before: readonly Meaning[], [first, ...others]: readonly Meaning[]): boolean {
  const pair = first && join('and', [...before.slice(-1), first]);
  return pair !== undefined && others.some(other => isLimitedAlike(pair, other));
}
