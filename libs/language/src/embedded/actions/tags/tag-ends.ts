import { has, isBound } from '../../cursor';
import type { Chunk } from '../../../grounding/link-words';

/** A word that is written large, or begins with a figure, as names are. */
export const isCapital = (chunk: Chunk | undefined): boolean =>
  chunk !== undefined && chunk.quote === undefined && /^[\p{Lu}\p{N}]/u.test(chunk.text) && !isBound(chunk);

/** Behind what is written together with the chunk at `at`: "deep-discount" is one word, whatever its parts mean elsewhere. */
export function wordEnd(chunks: readonly Chunk[], at: number): number {
  let next = at + 1;
  while (chunks[next]?.glued && chunks[next]?.quote === undefined) {
    const mark = isBound(chunks[next]) || has(chunks[next], 'slash', 'amp');
    if (mark && !(has(chunks[next], 'stop') && chunks[next + 1]?.glued)) break;
    // "l'étiquette" is two.
    if (/['’]$/.test(chunks[next - 1]?.text ?? '')) break;
    next++;
  }
  return next;
}

/** "book-first-aid", "gdpr_checked", "batch19": a word nobody says, put together to be a tag. */
export function isCompound(chunks: readonly Chunk[], from: number, to: number): boolean {
  const words = chunks.slice(from, to);
  if (words.some(chunk => chunk.quote !== undefined || has(chunk, 'comma', 'stop'))) return false;
  if (words.length > 1) return words.some((chunk, i) => i > 0 && has(chunk, 'dash'));
  return /[\p{L}\p{N}][-_][\p{L}\p{N}]/u.test(words[0]?.text ?? '') && words[0]?.values.length === 0;
}

/** Little words that go on about the order or the records, never a part of a tag that is put together already. */
export const isGrammar = (chunk: Chunk | undefined): boolean =>
  chunk?.quote === undefined &&
  /^\p{Ll}/u.test(chunk?.text ?? '') &&
  has(
    chunk,
    'for',
    'in',
    'of',
    'to',
    'as',
    'into',
    'with',
    'where',
    'if',
    'onlyIf',
    'unless',
    'except',
    'until',
    'before',
    'after',
    'on',
    'det',
    'them',
    'writer',
    'then',
    'be',
    'may',
  );

/** "tag Da spedire", "tag En attente", "etiqueta Por enviar": a little word in a capital, before a small one, is the first of a name. */
export const isFirstOfName = (chunks: readonly Chunk[], at: number): boolean =>
  chunks[at]?.quote === undefined &&
  /^\p{Lu}\p{Ll}*$/u.test(chunks[at]?.text ?? '') &&
  chunks[at + 1]?.glued === false &&
  chunks[at + 1]?.quote === undefined &&
  /^\p{Ll}/u.test(chunks[at + 1]?.text ?? '');

/** "Por atribuir", "À trier", "Da verificare": what is to be done, as a name, whatever its verb orders elsewhere. */
export const isDeedAsName = (chunks: readonly Chunk[], at: number): boolean =>
  isFirstOfName(chunks, at) && has(chunks[at], 'to', 'of', 'in', 'with', 'for', 'from');

/** "from now on", "because …", "thank you": said besides, in the middle of a clause too. */
export const opensBesides = (chunk: Chunk | undefined): boolean =>
  chunk?.quote === undefined &&
  /^\p{Ll}/u.test(chunk?.text ?? '') &&
  (has(chunk, 'besides', 'because') || (has(chunk, 'signOff') && has(chunk, 'filler')));

const isFinite = (chunk: Chunk): boolean =>
  has(chunk, 'be', 'may', 'have') &&
  !has(chunk, 'and', 'in', 'to', 'of', 'det', 'as', 'into') &&
  chunk.quote === undefined;

/** "my guys keep hurting their backs", "places are limited": somebody does something, so it is no name of a tag. */
export function isClausal(chunks: readonly Chunk[], from: number): boolean {
  let to = from;
  while (chunks[to] && !isBound(chunks[to]) && !has(chunks[to], 'and')) to++;
  const words = chunks.slice(from, to).filter(chunk => !chunk.glued);
  const [first] = words;
  if (!first || first.quote !== undefined || !/^\p{Ll}/u.test(first.text.replace(/^I\b/, 'i'))) return false;
  if (has(first, 'indifferent', 'writer')) return words.length > 1;
  if (words.length < 3 || chunks.slice(from, to).some(chunk => chunk.quote !== undefined)) return false;
  if (words.some((chunk, i) => i > 0 && isFinite(chunk))) return true;
  return has(first, 'det', 'them') && !words.some(chunk => has(chunk, 'tagNoun'));
}
