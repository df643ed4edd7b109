import type { Span, UnusedText } from '../translator';

interface Evidence {
  readonly text: string;
  readonly at: string;
}

export interface WordAccount {
  readonly spans: readonly Span[];
  readonly unused: readonly UnusedText[];
  /** Evidence that does not stand in the request: the model said it, the person did not. */
  readonly invented: readonly Evidence[];
  /** Share of the telling words that some part of the rule came from. */
  readonly covered: number;
}

/** Finds the words each part of a rule came from, and names those that nothing came from. Every telling word is in one of the two. */
export function accountWords(text: string, evidence: readonly Evidence[]): WordAccount {
  const spans: Span[] = [];
  const invented: Evidence[] = [];
  const folded = foldKeepingLength(text);
  for (const { text: words, at } of evidence) {
    const wanted = foldKeepingLength(words.trim());
    if (wanted === '') continue;
    const start = nextPlace(folded, wanted, spans);
    if (start < 0) invented.push({ text: words, at });
    else spans.push({ start, end: start + wanted.length, at });
  }
  const words = tellingWords(text);
  const unused = words.filter(word => !spans.some(span => word.start < span.end && span.start < word.end));
  return {
    spans: spans.sort((a, b) => a.start - b.start || a.end - b.end),
    unused,
    invented,
    covered: words.length === 0 ? 1 : 1 - unused.length / words.length,
  };
}

/** The same words twice are two places: the first that no other span has taken yet, else the first. */
function nextPlace(text: string, wanted: string, taken: readonly Span[]): number {
  const first = text.indexOf(wanted);
  for (let start = first; start >= 0; start = text.indexOf(wanted, start + 1)) {
    const end = start + wanted.length;
    if (!taken.some(span => start < span.end && span.start < end)) return start;
  }
  return first;
}

/** Words that carry no part of a rule by themselves, in the languages the console speaks. */
const SILENT = new Set(
  `a an the and or not of in on at to as is are was be been being it its that this these those with where which who whose when if then than for from by all any every each
   record records please tag set mark add remove clear find show list give me get i we want would like should can could you them their has have having do does only also
   der die das den dem ein eine einen und oder nicht von im in mit wo deren dessen als ist sind alle bitte zum zur für datensätze
   le la les un une des du de et ou ne pas dans avec où dont est sont tous toutes pour comme qui que
   el los las uno una y o no en con donde cuyo cuya es son todos todas para como que
   il lo gli di e con dove cui sono tutti tutte per come che os as um uma em com onde cujo são para
   het een en of niet met waar waarvan zijn alle voor die dat og eller ikke med hvor hvis er alle for som af på`.split(
    /\s+/,
  ),
);

function tellingWords(text: string): readonly UnusedText[] {
  return [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’._@-]*/gu)]
    .map(({ 0: word, index }) => ({ start: index, end: index + word.length, text: word }))
    .filter(({ text: word }) => !SILENT.has(word.toLowerCase()));
}

/** Lower case that never changes offsets: `İ` and its like stay as they are. */
function foldKeepingLength(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text;
}
