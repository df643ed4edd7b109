import type { JsonLogic } from '@lib/rules';
import { excludes } from './contradictions';
import { isLimitedAlike } from './limited-alike';
import { type Meaning, type TestMeaning, testsOf } from './meaning';
import { sameRows, selectedRows } from './rows';
import { writeCondition } from './write-condition';
import type { TranslationRequest } from '../../translator';

/** One way to read the condition, written and tried on the sample. */
export interface Reading {
  readonly meaning: Meaning;
  readonly condition: JsonLogic;
  readonly rows: readonly number[] | undefined;
}

/** A meaning with one of its tests in the place of another. */
export function replaceTest(meaning: Meaning, from: TestMeaning, to: TestMeaning): Meaning {
  switch (meaning.kind) {
    case 'test':
      return meaning === from ? to : meaning;
    case 'not':
      return { kind: 'not', item: replaceTest(meaning.item, from, to) };
    case 'and':
    case 'or':
      return { ...meaning, items: meaning.items.map(item => replaceTest(item, from, to)) };
    case 'given':
      return meaning;
  }
}

/** The other grouping of "a and b or c": or binding first. */
function regroup(meaning: Meaning): Meaning | undefined {
  if (meaning.kind === 'and') {
    const at = meaning.items.findIndex(item => regroup(item) !== undefined);
    const other = at < 0 ? undefined : regroup(meaning.items[at] as Meaning);
    return other && { ...meaning, items: meaning.items.map((item, i) => (i === at ? other : item)) };
  }
  if (meaning.kind !== 'or' || !meaning.loose) return undefined;
  const [left, right] = meaning.items;
  if (meaning.items.length !== 2 || !left || !right) return undefined;
  const pair: Meaning = { kind: 'and', items: left.kind === 'and' ? left.items.slice(-2) : [] };
  if (left.kind === 'and' && left.items.length > 2 && isLimitedAlike(pair, right))
    return { kind: 'and', items: [...left.items.slice(0, -2), { kind: 'or', items: [pair, right] }] };
  const before = left.kind === 'and' ? left.items.slice(0, -1) : [];
  const after = right.kind === 'and' ? right.items.slice(1) : [];
  const inner: Meaning = {
    kind: 'or',
    items: [
      left.kind === 'and' ? (left.items[left.items.length - 1] as Meaning) : left,
      right.kind === 'and' ? (right.items[0] as Meaning) : right,
    ],
  };
  // "hospitals with 100 beds or clinics rated 4": none of the first is any of the others.
  const others = [...before, ...after];
  if (inner.items.some(item => others.some(other => excludes(item, other)))) return undefined;
  return { kind: 'and', items: [...before, inner, ...after] };
}

/** "not paid, gifts or in Paris": what else the denial of a list may leave out. */
function otherDenial(meaning: Meaning): Meaning | undefined {
  if (meaning.kind === 'not') return meaning.otherwise;
  if (meaning.kind !== 'and' && meaning.kind !== 'or') return undefined;
  for (const [at, item] of meaning.items.entries()) {
    const other = otherDenial(item);
    if (other) return { ...meaning, items: meaning.items.with(at, other) };
  }
  return undefined;
}

const mayBeScaled = (meaning: Meaning): boolean =>
  testsOf(meaning).some(({ test }) => test.is === 'compare' && test.operator === '==');

const MOST = 4;

/** The readings of a condition that select different records of the sample, likeliest first; at most four. */
export function readingsOf(meaning: Meaning, request: TranslationRequest, question = false): readonly Reading[] {
  const variants: Meaning[] = [meaning];
  const untold = new Set<Meaning>();
  const grouped = regroup(meaning);
  if (grouped) variants.push(grouped);
  const denied = otherDenial(meaning);
  if (denied) variants.push(denied);
  for (const test of testsOf(meaning)) {
    for (const other of test.alternatives ?? []) {
      const variant = replaceTest(meaning, test, { ...test, ...other });
      variants.push(variant);
      if (test.untold) untold.add(variant);
    }
  }
  const readings: Reading[] = [];
  for (const variant of variants.slice(0, 12)) {
    const condition = writeCondition(variant);
    // A single reading needs no telling apart; that it is valid is enough, unless an amount may be meant in thousands.
    const alone = variants.length === 1 && !mayBeScaled(variant) && !question;
    const rows = selectedRows(condition, request, alone ? 0 : undefined);
    const first = readings[0];
    if (first && rows === undefined) continue;
    // Without records to tell them apart every reading stands on its own.
    if (!untold.has(variant) && readings.some(known => sameRows(known.rows, rows) && request.sample.length > 0))
      continue;
    // Which records it selects was then not looked at.
    readings.push({ meaning: variant, condition, rows: alone ? undefined : rows });
    if (readings.length === MOST) break;
  }
  // Who asks of records has some in mind: a reading that selects none is not the one meant where another does.
  const selecting = question && untold.size === 0 ? readings.filter(({ rows }) => rows && rows.length > 0) : [];
  return selecting.length > 0 ? selecting : readings;
}
