/** What joins the parts of a compound: `Versand|s|kosten`, `Mitarbeiter|-|ausweis`. */
const JOINTS = ['', 's', 'es', 'n', 'en', 'e', 'er'] as const;
const SHORTEST_PART = 2;
const MOST_PARTS = 4;

/**
 * The parts of a compound that `find` knows, in their order: `Mindestbestellmenge` is `Mindest`, `bestell` and `menge`.
 * Of several ways the one with the fewest parts, hence the longest ones; one that is no compound has none.
 */
export function compoundParts<T>(word: string, find: (part: string) => T | undefined): readonly T[] | undefined {
  const known = new Map<string, T | undefined>();
  const found = (part: string): T | undefined => {
    if (!known.has(part)) known.set(part, part.length < SHORTEST_PART ? undefined : find(part));
    return known.get(part);
  };
  /** Position in the word → the best way to say all before it. */
  const ways: (readonly T[] | undefined)[] = [[]];
  for (let to = SHORTEST_PART; to <= word.length; to++) {
    for (let from = 0; from <= to - SHORTEST_PART; from++) {
      const before = ways[from];
      if (!before || before.length === MOST_PARTS || from === 1) continue;
      const part = partOf(word.slice(from, to), to === word.length, found);
      if (part !== undefined && before.length + 1 < (ways[to]?.length ?? MOST_PARTS + 1)) ways[to] = [...before, part];
    }
  }
  const parts = ways[word.length];
  return parts && parts.length > 1 ? parts : undefined;
}

/** A part by its own spelling or, inside the compound, with what joins it to the next. */
function partOf<T>(text: string, last: boolean, found: (part: string) => T | undefined): T | undefined {
  for (const joint of last ? [''] : JOINTS) {
    if (!text.endsWith(joint) || text.length - joint.length < 3) continue;
    const part = found(joint === '' ? text : text.slice(0, -joint.length));
    if (part !== undefined) return part;
  }
  return undefined;
}
