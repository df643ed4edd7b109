import { fold } from './fold';

export type TokenKind = 'word' | 'number' | 'quote' | 'date' | 'symbol';

/** One piece of the prompt; `start` and `end` count UTF-16 units of the text as typed. */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly fold: string;
  readonly start: number;
  readonly end: number;
  /** No blank stands between this token and the one before. */
  readonly glued: boolean;
  /** A character that goes on a word of Chinese or Japanese, as far as the platform knows words. */
  readonly goesOn?: true;
  /** `fold` is another word than was typed, one slip away. */
  readonly righted?: true;
}

/** Prompts are read up to this many tokens; the rest is reported as not understood. Keeps every later step bounded. */
export const MAX_TOKENS = 400;

const QUOTE_MARKS = '"“„«「『`‘\'';
const QUOTES = [
  /"((?:[^"\\\n]|\\.){0,400})"/y,
  /“([^”\n]{0,400})”/y,
  /„([^“”"\n]{0,400})[“”"]/y,
  /«\s?([^»\n]{0,400}?)\s?»/y,
  /「([^」\n]{0,400})」/y,
  /『([^』\n]{0,400})』/y,
  /`([^`\n]{0,400})`/y,
  /‘([^’\n]{0,400})’(?![\p{L}])/uy,
  /'([^'\n]{0,400})'(?![\p{L}])/uy,
];
/** What a piece of each kind looks like, and what it begins with: a letter, a digit or another mark. */
const PATTERNS: readonly (readonly [TokenKind, RegExp, opening: string])[] = [
  ['word', /https?:\/\/[^\s,;"'()<>]*/iy, 'a'],
  ['word', /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]*[\p{L}\p{N}]|@[\p{L}\p{N}.-]*[\p{L}\p{N}]|@/uy, 'a0.'],
  [
    'date',
    /\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?(?!\p{N}|[^\P{L}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/uy,
    '0',
  ],
  ['date', /(?:19|20)\d\d-(?:0[1-9]|1[0-2])(?![\d\p{L}-]|[.,]\d)/uy, '0'],
  [
    'date',
    /\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})(?!\p{N}|[^\P{L}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])|\d{4}[/.]\d{1,2}[/.]\d{1,2}(?!\d)/uy,
    '0',
  ],
  ['word', /\+\d[\d]*(?![.,]?\d)/y, '.'],
  // An elided article is a word of its own: "l'email", "dell'azienda", "d'affaires".
  [
    'word',
    /(?:l|d|qu|n|s|j|c|m|t|un|all|dell|dall|nell|sull|coll|quest|quell|jusqu|lorsqu|puisqu)['’](?=[\p{L}\p{N}]|$)/iuy,
    'a',
  ],
  // "U.S." is one word, its dots no ends of sentences.
  ['word', /(?<![\p{L}.])(?:\p{L}\.){2,}(?!\p{L})/uy, 'a'],
  ['word', /\d+(?:\.\d+){2,}[\p{L}\p{N}.]*/uy, '0'],
  // "2.x" are all versions that begin with it.
  ['word', /\d+(?:\.\d+)*\.x(?![\p{L}\p{N}])/iuy, '0'],
  // "55.000,-" is a round sum.
  [
    'number',
    /\d{1,3}(?:[.,'\u00a0\u202f ]\d{3})+(?:[.,](?:\d+|[-–—]{1,2}))?(?![\d\p{L}_])|\d+(?:[.,](?:\d+|[-–—]{1,2}(?![\d\p{L}])))?|\.\d+/uy,
    '0.',
  ],
  ['word', /[\p{L}_](?:[\p{L}\p{M}\p{N}_]|['’.](?=\p{L}[\p{L}\p{N}])|['’](?=\p{L})|\.(?=\p{L}\.))*/uy, 'a.'],
  ['word', /\.(?=\p{L})[\p{L}\p{N}.]*[\p{L}\p{N}]/uy, '.'],
  ['symbol', />=|<=|!=|<>|==|=>|->|&&|\|\||\*\*/y, '.'],
];
/** The patterns that may match at a character, told by what it is; of other writing than plain letters all may. */
const openedBy = (opening: string): typeof PATTERNS => PATTERNS.filter(([, , openings]) => openings.includes(opening));
const [LETTERED, FIGURED, MARKED] = [openedBy('a'), openedBy('0'), openedBy('.')];

function patternsAt(character: number): typeof PATTERNS {
  if (character > 0x7f) return PATTERNS;
  if (character >= 0x30 && character <= 0x39) return FIGURED;
  return (character | 0x20) >= 0x61 && (character | 0x20) <= 0x7a ? LETTERED : MARKED;
}

const SPACE = /[^\S\n]+/y;
/** Chinese and Japanese begin here. */
const IDEOGRAPHIC = 0x2e80;
const RUN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+/uy;
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** What may follow digits without a blank and still leave a number: scales and units, never `4a` or `2T6719`. */
const NUMBER_TAIL =
  /^(?:k|m|mio|mrd|mn|bn|b|kg|g|mg|t|lb|lbs|km|cm|mm|ml|cl|dl|l|hl|µl|µg|oz|ft|bar|psi|rpm|hz|khz|mhz|ghz|mw|va|kva|ma|mah|eur|usd|gbp|dkk|chf|d|days?|h|hrs?|min|y|yrs?|years?|months?|weeks?|c|f|w|kw|kwh|v|gb|mb|tb|pcs|dbm|db|ppm|x|th|st|nd|rd|er|ro|º|mil|mila|mille|ans?|años?|anos?|anni|jours?|días?|dias?|giorni|mois|meses|mesi|heures?|horas?|ore|kilos?|euros?|balles)$/i;

interface Scan {
  readonly text: string;
  /** Chinese and Japanese are cut into characters: known phrases then decide where words end. */
  readonly characters: boolean;
  readonly tokens: Token[];
}

/** "U.S." and "US" are the same word. */
const foldToken = (raw: string): string => fold(/^(?:\p{L}\.){2,}$/u.test(raw) ? raw.replace(/\./g, '') : raw);

function push(scan: Scan, kind: TokenKind, start: number, end: number, inner?: string, goesOn = false): void {
  const raw = inner ?? scan.text.slice(start, end);
  const last = scan.tokens[scan.tokens.length - 1];
  const glued = last !== undefined && last.end === start;
  const fold = kind === 'quote' ? raw : foldToken(raw);
  scan.tokens.push({ kind, text: raw, fold, start, end, glued, ...(goesOn && { goesOn }) });
}

/** Digits, points and percent signs of full width as the plain ones: one for one, so that offsets stay. */
function plainDigits(text: string): string {
  return text
    .replace(/[０-９．％＞＜＝＠]/g, wide => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/(?<=\d ?)[–‐‑−](?= ?\d)/g, '-');
}

/** Whether this mark stands here, with a blank on either side. */
export const standsApart = (tokens: readonly Token[], at: number | undefined, mark: string): boolean =>
  at !== undefined &&
  tokens[at]?.text === mark &&
  tokens[at].start > (tokens[at - 1]?.end ?? Infinity) &&
  tokens[at + 1]?.glued === false;

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

const WORDS = new Intl.Segmenter('ja', { granularity: 'word' });

/** Chinese and Japanese run without blanks; the segmenter of the platform finds their words. Returns where reading ends. */
function pushIdeographic(scan: Scan, start: number, end: number): number {
  for (const { segment, index } of WORDS.segment(scan.text.slice(start, end))) {
    const from = start + index;
    const to = from + segment.length;
    for (let at = from; at < to;) {
      if (scan.tokens.length >= MAX_TOKENS) return at;
      const next = scan.characters ? at + String.fromCodePoint(scan.text.codePointAt(at) ?? 0).length : to;
      push(scan, 'word', at, next, undefined, at > from);
      at = next;
    }
  }
  return end;
}

function pushNumber(scan: Scan, start: number, end: number): number {
  const tail = match(/[\p{L}\p{N}_]+/uy, scan.text, end);
  if (tail && !NUMBER_TAIL.test(tail[0]) && !CJK.test(tail[0])) {
    push(scan, 'word', start, end + tail[0].length);
    return end + tail[0].length;
  }
  push(scan, 'number', start, end);
  return end;
}

function quoteAt(text: string, at: number): RegExpExecArray | null {
  if (!QUOTE_MARKS.includes(text.charAt(at))) return null;
  const previous = text[at - 1];
  const single = text[at] === "'" || text[at] === '‘';
  if (single && previous !== undefined && /[\p{L}\p{N}]/u.test(previous)) return null;
  for (const pattern of QUOTES) {
    const found = match(pattern, text, at);
    if (found) return found;
  }
  return null;
}

/** Cuts a prompt into tokens. Quoted text, addresses, dates and numbers are never taken apart. */
export function segment(
  written: string,
  characters = false,
): { readonly tokens: readonly Token[]; readonly end: number } {
  const text = plainDigits(written);
  const scan: Scan = { text, characters, tokens: [] };
  let at = 0;
  while (at < text.length && scan.tokens.length < MAX_TOKENS) {
    const blank = match(SPACE, text, at);
    if (blank) {
      at += blank[0].length;
      continue;
    }
    const quote = quoteAt(written, at);
    if (quote) {
      push(scan, 'quote', at, at + quote[0].length, (quote[1] ?? '').replace(/\\(["\\])/g, '$1'));
      at += quote[0].length;
      continue;
    }
    at = scanPattern(scan, at);
  }
  return { tokens: scan.tokens, end: at };
}

/** A score of 68-71-70 is no date. */
function mayBeDate(text: string): boolean {
  const [a = 0, b = 0, c = 0] = text.slice(0, 10).split(/[./-]/).map(Number);
  const days = a > 31 ? [b, c] : [a, b];
  return days.every(part => part >= 1 && part <= 31) && days.some(part => part <= 12);
}

function scanPattern(scan: Scan, at: number): number {
  const { text } = scan;
  const first = text.charCodeAt(at);
  const run = first < IDEOGRAPHIC ? null : match(RUN, text, at);
  if (run) return pushIdeographic(scan, at, at + run[0].length);
  for (const [kind, pattern] of patternsAt(first)) {
    const found = match(pattern, text, at);
    if (!found || found[0] === '' || (kind === 'date' && found[0].length > 7 && !mayBeDate(found[0]))) continue;
    if (kind === 'number') return pushNumber(scan, at, at + found[0].length);
    // A word ends where Chinese or Japanese begins.
    const foreign = kind === 'word' ? found[0].search(CJK) : -1;
    const length = foreign > 0 ? foreign : found[0].length;
    push(scan, kind, at, at + length);
    return at + length;
  }
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  push(scan, 'symbol', at, at + character.length);
  return at + character.length;
}
