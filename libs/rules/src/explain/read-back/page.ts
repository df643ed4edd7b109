import type { Saying } from '../saying';

/** Something read from a text, and where what follows it begins. */
export interface Found<T> {
  readonly value: T;
  readonly end: number;
}

/** All ways to read one thing at one place, likeliest first. */
export type Ways<T> = readonly Found<T>[];

/** Steps after which a text counts as unreadable: no explanation needs as many. */
const MOST_STEPS = 200_000;
/** Things read inside one another: brackets beyond belong to no explanation. */
const MOST_NESTED = 1_000;
/** Ways kept for one thing at one place that end at the same place. */
const MOST_WAYS = 6;

/** A text that is being read back. */
export interface Page {
  readonly text: string;
  readonly saying: Saying;
  readonly known: Map<string, Ways<unknown>>;
  steps: number;
  depth: number;
}

export function openPage(text: string, saying: Saying): Page {
  return { text, saying, known: new Map(), steps: 0, depth: 0 };
}

export function isExhausted(page: Page): boolean {
  return page.steps > MOST_STEPS;
}

/** Exactly these words; where there are none to find, they are found. */
export function word(page: Page, at: number, words: string): Ways<string> {
  page.steps++;
  return page.text.startsWith(words, at) ? [{ value: words, end: at + words.length }] : [];
}

/** What a pattern (sticky, global) matches here. */
export function pattern(page: Page, at: number, sticky: RegExp): Found<RegExpExecArray> | undefined {
  page.steps++;
  sticky.lastIndex = at;
  const match = sticky.exec(page.text);
  return match ? { value: match, end: at + match[0].length } : undefined;
}

/** Every way to go on after every way to begin. */
export function then<T, U>(ways: Ways<T>, next: (value: T, end: number) => Ways<U>): Ways<U> {
  return ways.flatMap(({ value, end }) => next(value, end));
}

export function map<T, U>(ways: Ways<T>, turn: (value: T) => U): Ways<U> {
  return ways.map(({ value, end }) => ({ value: turn(value), end }));
}

/** With and without what may follow. */
export function maybe<T>(found: Ways<T>, next: (value: T, end: number) => Ways<T>): Ways<T> {
  return [...then(found, next), ...found];
}

/** One or more of a thing, parted by words: a way for every number of them, the most first. */
export function series<T>(
  page: Page,
  at: number,
  separator: string,
  item: (at: number) => Ways<T>,
): Ways<readonly T[]> {
  let rows: Ways<readonly T[]> = map(item(at), value => [value]);
  let all: Ways<readonly T[]> = [];
  while (rows.length > 0 && !isExhausted(page)) {
    all = [...rows, ...all];
    rows = fewest(
      then(rows, (row, end) =>
        then(word(page, end, separator), (_words, next) => map(item(next), value => [...row, value])),
      ),
    );
  }
  return all;
}

/** The same thing at the same place is read once; of ways that end alike only a few are kept. */
export function once<T>(page: Page, kind: string, at: number, read: () => Ways<T>): Ways<T> {
  const key = `${kind}@${at}`;
  const known = page.known.get(key);
  if (known) return known as Ways<T>;
  page.known.set(key, []);
  page.depth++;
  const ways = isExhausted(page) || page.depth > MOST_NESTED ? [] : fewest(read());
  page.depth--;
  page.known.set(key, ways);
  return ways;
}

function fewest<T>(ways: Ways<T>): Ways<T> {
  const ends = new Map<number, number>();
  return ways.filter(({ end }) => {
    const count = (ends.get(end) ?? 0) + 1;
    ends.set(end, count);
    return count <= MOST_WAYS;
  });
}
