/** A text of a field and how often it is stored there. */
export type Stored = readonly [text: string, count: number];

/** Texts of so many different pieces name kinds of things; more are names, places or notes. */
const MOST_PIECES = 60;
/** So many pieces must stand alone in some record and beside others in another. */
const FEWEST_ALONE = 2;
/** At least one text in so many lists several, else those few are texts with a comma: "Sales, EMEA" among departments. */
const ONE_IN = 5;
const LONGEST_PIECE = 30;
/** A field of more different texts holds notes or names. */
const MOST_TEXTS = 2000;

const JOINT = /\s*[,;|]\s*/u;

/**
 * "German, English, Arabic" beside "German" and "French, English": a text that lists several, whose pieces are what people
 * ask for. Most of its pieces come again in other texts, and most that stand behind one come first in another, unless
 * most texts list. Missing where a field holds no such lists: in "Berlin, Germany" no country stands alone, in a few
 * "Sales, EMEA" no region does, and of notes hardly a piece comes again.
 */
export function piecesOf(stored: readonly Stored[]): readonly Stored[] | undefined {
  if (stored.length > MOST_TEXTS || !stored.some(([text]) => JOINT.test(text))) return undefined;
  const counts = new Map<string, number>();
  const texts = new Map<string, number>();
  const alone = new Set<string>();
  const first = new Set<string>();
  const behind = new Set<string>();
  const joined: (readonly [pieces: readonly string[], count: number])[] = [];
  let filled = 0;
  for (const [text, count] of stored) {
    const pieces = text.trim().split(JOINT);
    filled += count;
    if (pieces.length === 1) alone.add(pieces[0] ?? '');
    else joined.push([pieces, count]);
    for (const [i, piece] of pieces.entries()) {
      if (piece.length > LONGEST_PIECE || !/\p{L}/u.test(piece)) return undefined;
      counts.set(piece, (counts.get(piece) ?? 0) + count);
      texts.set(piece, (texts.get(piece) ?? 0) + 1);
      (i === 0 ? first : behind).add(piece);
    }
    if (counts.size > MOST_PIECES) return undefined;
  }
  const comesAgain = (piece: string): boolean => (texts.get(piece) ?? 0) > 1;
  const listing = sum(joined.map(([, count]) => count));
  const shared = sum(joined.map(([pieces, count]) => (pieces.every(comesAgain) ? count : 0)));
  const beside = new Set(joined.flatMap(([pieces]) => pieces));
  const isList =
    listing * ONE_IN >= filled &&
    shared * 2 > listing &&
    mostOf([...counts.keys()], comesAgain) &&
    (listing * 2 > filled || mostOf([...behind], piece => first.has(piece))) &&
    [...alone].filter(piece => beside.has(piece)).length >= FEWEST_ALONE;
  return isList ? [...counts] : undefined;
}

const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);

const mostOf = (pieces: readonly string[], has: (piece: string) => boolean): boolean =>
  pieces.filter(has).length * 2 > pieces.length;
