/** A text of a field and how often it is stored there. */
export type Stored = readonly [text: string, count: number];

/** Texts of so many different pieces name kinds of things; more are names, places or notes. */
const MOST_PIECES = 60;
/** So many pieces must stand alone in some record and beside others in another. */
const FEWEST_ALONE = 2;
const LONGEST_PIECE = 30;
/** A field of more different texts holds notes or names. */
const MOST_TEXTS = 2000;

const JOINT = /\s*[,;|]\s*/u;

/**
 * "German, English, Arabic" beside "German" and "French, English": a text that lists several, whose pieces are what people
 * ask for. Missing where a field holds no such lists: in "Berlin, Germany" no country stands alone.
 */
export function piecesOf(stored: readonly Stored[]): readonly Stored[] | undefined {
  if (stored.length > MOST_TEXTS || !stored.some(([text]) => JOINT.test(text))) return undefined;
  const counts = new Map<string, number>();
  const alone = new Set<string>();
  const beside = new Set<string>();
  for (const [text, count] of stored) {
    const pieces = text.trim().split(JOINT);
    for (const piece of pieces) {
      if (piece.length > LONGEST_PIECE || !/\p{L}/u.test(piece)) return undefined;
      counts.set(piece, (counts.get(piece) ?? 0) + count);
      (pieces.length === 1 ? alone : beside).add(piece);
    }
    if (counts.size > MOST_PIECES) return undefined;
  }
  return [...alone].filter(piece => beside.has(piece)).length >= FEWEST_ALONE ? [...counts] : undefined;
}
