import { ACTING_VERBS, has, holdsData, isUnknown } from '../cursor';
import { saidTo, says } from '../saying';
import type { Role } from '../../grounding/lexicon';
import type { Chunk } from '../../grounding/link-words';

/** So surely a word names a field. */
const NAMED = 0.6;
/** What compares tells which records are meant. */
const COMPARES: readonly Role[] = [
  'gt',
  'gte',
  'lt',
  'lte',
  'between',
  'empty',
  'without',
  'no',
  'contains',
  'expired',
];
/** Where the words before an explanation begin. */
const OPENS: readonly Role[] = ['stop', 'colon', 'arrow', 'open', 'close', 'comma'];
/** What turns the words behind it round: none of those is a mere name. */
const TURNS: readonly Role[] = [
  'not',
  'no',
  'never',
  'without',
  'except',
  'excepted',
  'unless',
  'and',
  'or',
  'but',
  'if',
];

/**
 * "worn-out bridges (rated 4 or worse)", "cheap lots, i.e. below 6 euros", "still on the water, that is, the arrival is to
 * come": what is explained in brackets or behind "i.e." is only what somebody calls these records. Words that records hold
 * surely are no such name.
 */
export function explainedNames(chunks: readonly Chunk[]): ReadonlySet<Chunk> {
  const names = new Set<Chunk>();
  chunks.forEach((chunk, at) => {
    const said = has(chunk, 'open') ? at + 1 : behindThatIs(chunks, at);
    const explained = said === undefined ? undefined : explanationAt(chunks, said);
    if (said === undefined || !explained?.some(tellsWhich)) return;
    const told = !has(chunk, 'open');
    const dated = told || explained.some(({ date, duration }) => date ?? duration);
    if (told) chunks.slice(at, said).forEach(word => names.add(word));
    const end = !told || !has(chunks[at - 1], 'comma', 'dash') ? at : at - 1;
    const from = chunks.findLastIndex((before, i) => i < end && has(before, ...OPENS)) + 1;
    const words = chunks.slice(from, end);
    if (words.some(word => has(word, ...TURNS)) || !mayCall(words)) return;
    words.forEach((word, i) => {
      if (isName(words, i, told) && (dated || !saysWhen(word))) names.add(word);
    });
  });
  return names;
}

/** Behind "i.e.", which a comma, a dash or a bracket leads to. */
function behindThatIs(chunks: readonly Chunk[], at: number): number | undefined {
  if (!has(chunks[at - 1], 'comma', 'dash') || chunks[at]?.quote !== undefined) return undefined;
  const to = saidTo(chunks, at, 'thatIs');
  return to === undefined ? undefined : has(chunks[to], 'comma') ? to + 1 : to;
}

/** The words that explain: up to the next mark, and none where they name a tag ("Worn Out (tag)"). */
function explanationAt(chunks: readonly Chunk[], at: number): readonly Chunk[] | undefined {
  let to = at;
  while (chunks[to] && !has(chunks[to], 'close', 'arrow', 'colon', 'stop', 'comma')) to++;
  const words = chunks.slice(at, to);
  return words.some(word => has(word, 'tag', 'tagNoun')) ? undefined : words;
}

const tellsWhich = (chunk: Chunk): boolean => holdsData(chunk) || has(chunk, ...COMPARES);

/** "late orders (over 500)", "new customers (in Berlin)": when is not told by what is no time. */
const saysWhen = (chunk: Chunk): boolean => has(chunk, 'last', 'yearsOld') || says(chunk, 'tooLate', 'fresh', 'inTime');

/** Behind an order the noun for the records stands last, so that no word of a tag is taken for their name. */
const mayCall = (words: readonly Chunk[]): boolean =>
  !words.some(word => has(word, ...ACTING_VERBS, 'tagNoun', 'flag', 'give')) || has(words.at(-1), 'noun');

function isName(words: readonly Chunk[], at: number, told: boolean): boolean {
  const chunk = words[at];
  if (!chunk || chunk.quote !== undefined || chunk.number || chunk.date || chunk.duration) return false;
  if ((chunk.fields[0]?.score ?? 0) >= NAMED) return false;
  // "worn-out", "last-minute": words written as one.
  const parts = [words[at - 1], chunk, words[at + 1]];
  const joined = parts.some((part, i) => has(part, 'dash') && part?.glued === true && (i < 2 || words[at + 2]?.glued));
  if (joined && chunk.values.length === 0) return true;
  if (told && chunk.values.length > 0) return chunk.values.every(({ via }) => via === 'part');
  const plain = isUnknown(chunk) || (has(chunk, 'vague', 'vagueSmall') && chunk.values.length === 0);
  return plain && /^\p{Ll}/u.test(chunk.text.toLowerCase()) && /\p{L}{3}/u.test(chunk.text);
}
