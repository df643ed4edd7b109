import { atOnce, type Steps } from '../../model/steps';
import { AhoCorasick } from './aho-corasick';
import type { Columns } from './columns';
import type { Predicate } from './predicate';
import { PrefixTrie } from './prefix-trie';

const PREDICATES_PER_STEP = 256;
/** Where no more than this share of a column's parts is wanted, the others are left out. */
const FEW = 1 / 4;

/** What one column is searched for: elements where it holds a list, parts, prefixes or whole values where it holds a text. */
interface Sought {
  readonly column: number;
  readonly elements: Map<unknown, number[]>;
  readonly parts: Map<string, number[]>;
  readonly mentions: Map<string, number[]>;
  readonly prefixes: PrefixTrie;
  readonly foldedPrefixes: PrefixTrie;
  readonly whole: Map<string, number[]>;
  readonly has: { elements: boolean; mentions: boolean; prefixes: boolean; foldedPrefixes: boolean; whole: boolean };
  // Built when the first text comes: a list field never needs it.
  partsIn?: AhoCorasick;
  mentionsIn?: AhoCorasick;
}

/** Text and membership predicates of a network, all found in one go per record and stamped, so that checking one is free. */
export class StampIndex {
  private constructor(private readonly sought: readonly Sought[]) {}

  static *inSteps(stampOf: ReadonlyMap<Predicate, number>): Steps<StampIndex> {
    const byColumn = new Map<number, Sought>();
    for (const [predicate, id] of stampOf) {
      if (id % PREDICATES_PER_STEP === 0) yield;
      const found = byColumn.get(predicate.column) ?? emptySought(predicate.column);
      byColumn.set(predicate.column, found);
      add(found, id, predicate);
    }
    return new StampIndex([...byColumn.values()]);
  }

  /**
   * The same index for rules that hang at some of its predicates only: where few parts of a column's texts are among those, no
   * others are sought there. `left` are the predicates it does not tell of; they have to be looked at in another way.
   */
  *sparing(isAnchor: (stamp: number) => boolean): Steps<{ stamps: StampIndex; left: ReadonlySet<number> }> {
    const left = new Set<number>();
    const sought: Sought[] = [];
    for (const one of this.sought) {
      const parts = new Map([...one.parts].filter(([, ids]) => ids.some(isAnchor)));
      // Of a column that has shown no text yet, it may be elements of lists that are asked for.
      if (!one.partsIn || parts.size > FEW * one.parts.size) sought.push(one);
      else {
        for (const [part, ids] of one.parts) if (!parts.has(part)) ids.forEach(id => left.add(id));
        sought.push({ ...one, parts, partsIn: yield* AhoCorasick.inSteps(parts) });
      }
    }
    return { stamps: new StampIndex(sought), left };
  }

  /** Makes ready in steps what a loaded record is searched with, as its first one would at once. True where there was something to make. */
  *prepare(columns: Columns): Steps<boolean> {
    let made = false;
    for (const one of this.sought.filter(({ column }) => typeof columns.values[column] === 'string')) {
      if (one.has.elements && !one.partsIn) {
        one.partsIn = yield* AhoCorasick.inSteps(one.parts);
        made = true;
      }
      if (one.has.mentions && !one.mentionsIn) {
        one.mentionsIn = yield* AhoCorasick.inSteps(one.mentions);
        made = true;
      }
    }
    return made;
  }

  /** Stamps every predicate that holds and writes its number to `into`; gives the place after the last. */
  fire(columns: Columns, stamps: Int32Array, into: Int32Array): number {
    let next = 0;
    for (const one of this.sought) {
      const value = columns.values[one.column];
      if (value === null) {
        // A missing value reads as the text "null" where its beginning is asked for.
        if (one.has.prefixes) next = stamped(one.prefixes.find('null', into, next), next, into, stamps);
        continue;
      }
      if (Array.isArray(value)) next = fireList(one, value, stamps, into, next);
      else if (typeof value !== 'object')
        next = fireScalar(one, value, columns.lowered[one.column], stamps, into, next);
    }
    return next;
  }
}

function emptySought(column: number): Sought {
  return {
    column,
    elements: new Map(),
    parts: new Map(),
    mentions: new Map(),
    prefixes: new PrefixTrie(),
    foldedPrefixes: new PrefixTrie(),
    whole: new Map(),
    has: { elements: false, mentions: false, prefixes: false, foldedPrefixes: false, whole: false },
  };
}

function add(
  { elements, parts, mentions, prefixes, foldedPrefixes, whole, has }: Sought,
  id: number,
  predicate: Predicate,
): void {
  switch (predicate.kind) {
    case 'holds':
      has.elements = true;
      push(elements, predicate.needle, id);
      return push(parts, String(predicate.needle), id);
    case 'mentions':
      has.mentions = true;
      return push(mentions, predicate.needle, id);
    case 'prefix':
      has[predicate.folded ? 'foldedPrefixes' : 'prefixes'] = true;
      return (predicate.folded ? foldedPrefixes : prefixes).add(predicate.text, id);
    case 'folded-one-of':
      has.whole = true;
      return new Set(predicate.texts).forEach(text => push(whole, text, id));
    default:
      throw new Error(`A predicate of kind "${predicate.kind}" is not found by stamping.`);
  }
}

function push<K>(map: Map<K, number[]>, key: K, id: number): void {
  const list = map.get(key);
  if (list) list.push(id);
  else map.set(key, [id]);
}

function fireList(
  { elements, mentions, has }: Sought,
  list: readonly (string | number | boolean | null)[],
  stamps: Int32Array,
  into: Int32Array,
  at: number,
): number {
  let next = at;
  for (const element of list) {
    if (has.elements) next = unseen(elements.get(element), stamps, into, next);
    if (has.mentions && element !== null) {
      next = unseen(mentions.get(String(element).toLowerCase()), stamps, into, next);
    }
  }
  return next;
}

function fireScalar(
  one: Sought,
  value: unknown,
  lowered: string | null | undefined,
  stamps: Int32Array,
  into: Int32Array,
  at: number,
): number {
  const { has } = one;
  let next = at;
  if (has.elements && one.parts.size > 0 && typeof value === 'string') {
    one.partsIn ??= atOnce(AhoCorasick.inSteps(one.parts));
    next = one.partsIn.find(value, stamps, into, next);
  }
  if (has.prefixes) next = stamped(one.prefixes.find(String(value), into, next), next, into, stamps);
  const text = lowered ?? '';
  if (has.mentions) {
    one.mentionsIn ??= atOnce(AhoCorasick.inSteps(one.mentions));
    next = one.mentionsIn.find(text, stamps, into, next);
  }
  if (has.foldedPrefixes) next = stamped(one.foldedPrefixes.find(text, into, next), next, into, stamps);
  if (has.whole) next = unseen(one.whole.get(text), stamps, into, next);
  return next;
}

function stamped(end: number, start: number, ids: Int32Array, stamps: Int32Array): number {
  for (let i = start; i < end; i++) stamps[ids[i] as number] = 1;
  return end;
}

function unseen(ids: readonly number[] | undefined, stamps: Int32Array, into: Int32Array, at: number): number {
  if (!ids) return at;
  let next = at;
  for (const id of ids) {
    if (stamps[id] === 1) continue;
    stamps[id] = 1;
    into[next++] = id;
  }
  return next;
}
