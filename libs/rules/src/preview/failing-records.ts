import type { Problem } from '../model/problem';

/** Records the rule could not be judged on, counted by what stopped it. */
export function failingRecords(failures: readonly Problem[]): readonly Problem[] {
  const byPlace = new Map<string, { first: Problem; count: number }>();
  for (const failure of failures) {
    const key = `${failure.code} ${failure.at}`;
    const known = byPlace.get(key);
    if (known) known.count++;
    else byPlace.set(key, { first: failure, count: 1 });
  }
  return [...byPlace.values()].map(({ first, count }) => ({
    ...first,
    message: `${first.message} (${count} ${count === 1 ? 'record' : 'records'} of the sample)`,
  }));
}
