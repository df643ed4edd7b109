import { meets, type Touch } from './touched-fields';

/** How many touches are looked at for one answer: rule sets in which thousands of rules do the same need no more. */
const MAX_LOOKED_AT = 1_000;

interface Entry<T> {
  readonly touch: Touch;
  readonly by: T;
}

/** Touches by the place they are at, so that rules in different places never meet each other. */
export class TouchIndex<T> {
  private readonly places = new Map<string, Entry<T>[]>();

  add(touch: Touch, by: T): void {
    const root = rootOf(touch);
    for (const key of [root, touch.tag === undefined ? `${root}\n` : `${root}\n${touch.tag.toLowerCase()}`]) {
      const entries = this.places.get(key) ?? [];
      entries.push({ touch, by });
      this.places.set(key, entries);
    }
  }

  /** The last one added that meets the touch and is wanted. */
  last(touch: Touch, wanted: (other: Touch) => boolean = () => true): T | undefined {
    const root = rootOf(touch);
    const keys = touch.tag === undefined ? [root] : [`${root}\n${touch.tag.toLowerCase()}`, `${root}\n`];
    for (const key of keys) {
      const found = this.places
        .get(key)
        ?.slice(-MAX_LOOKED_AT)
        .findLast(entry => meets(touch, entry.touch) && wanted(entry.touch));
      if (found) return found.by;
    }
    return undefined;
  }
}

function rootOf({ path }: Touch): string {
  return path.split('.', 1)[0] ?? path;
}
