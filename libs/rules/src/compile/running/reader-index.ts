import type { Effect } from '../../model/action-row';
import { type DataRecord, valueAt } from '../../model/record';
import { foldedWord, type Read } from './reads';

/** Which rules read what an effect wrote: decided by field, and by word where a list is written word by word. */
export class ReaderIndex {
  private readonly anything: number[] = [];
  /** Readers of exactly this path, and of this path or something inside it. */
  private readonly exactly = new Map<string, number[]>();
  private readonly within = new Map<string, number[]>();
  /** As `within`, but without those that only ask for one word of the list at this very path. */
  private readonly beyondWords = new Map<string, number[]>();
  private readonly words = new Map<string, number[]>();

  constructor(readsOf: Iterable<readonly [number, readonly Read[]]>) {
    for (const [rule, reads] of readsOf) for (const read of reads) this.add(rule, read);
  }

  /** Rules for which a record may differ after this effect. `before` is the record it was made on. */
  *readersOf(effect: Effect, before: DataRecord): Generator<readonly number[]> {
    yield this.anything;
    const { path } = effect;
    if ('to' in effect || !isList(valueAt(before, path))) yield this.within.get(path) ?? [];
    else {
      yield this.beyondWords.get(path) ?? [];
      yield this.words.get(placeOf(path, 'add' in effect ? effect.add : effect.remove)) ?? [];
    }
    for (const outer of outerPaths(path)) yield this.exactly.get(outer) ?? [];
  }

  private add(rule: number, { path, word }: Read): void {
    if (path === undefined) {
      this.anything.push(rule);
      return;
    }
    push(this.exactly, path, rule);
    push(this.within, path, rule);
    if (word === undefined) push(this.beyondWords, path, rule);
    else push(this.words, placeOf(path, word), rule);
    for (const outer of outerPaths(path)) {
      push(this.within, outer, rule);
      push(this.beyondWords, outer, rule);
    }
  }
}

/** A list, or nothing that could become one word by word. A text is split when it is written, and reads otherwise then. */
function isList(value: unknown): boolean {
  return value === undefined || value === null || value === '' || Array.isArray(value);
}

function placeOf(path: string, word: string): string {
  return `${path} ${foldedWord(word)}`;
}

function* outerPaths(path: string): Generator<string> {
  for (let dot = path.lastIndexOf('.'); dot > 0; dot = path.lastIndexOf('.', dot - 1)) yield path.slice(0, dot);
}

function push(map: Map<string, number[]>, key: string, rule: number): void {
  const list = map.get(key);
  if (!list) map.set(key, [rule]);
  else if (list.at(-1) !== rule) list.push(rule);
}
