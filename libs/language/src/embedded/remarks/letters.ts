import { GOES_ON, sentencesOf, type Stretch } from './clauses';
import { has, isBound } from '../cursor';
import { closesSaying } from '../saying';
import { testsOf } from '../meaning/meaning';
import { isSure, isWhole, type Understanding } from '../understanding';
import type { Chunk } from '../../grounding/link-words';

type Read = (chunks: readonly Chunk[]) => Understanding;

/** A letter has at least so many sentences. */
const LETTER = 3;

const ORDERS = ['tag', 'tagNoun', 'add', 'remove', 'clear', 'flag', 'setTo', 'fill', 'mask', 'copy'] as const;
const CHOOSES = ['except', 'excepted', 'unless', 'onlyIf', 'only', 'not', 'never', 'empty', 'also'] as const;
const COMPARES = ['gt', 'gte', 'lt', 'lte', 'between'] as const;

/**
 * "Hello team, the new agent goes live next sprint. Please tag all laptops in Leipzig. Printers follow separately.
 * Thanks, H. Lindner": of a letter one sentence says what is to be done. Where it is whole by itself, or with the sentence
 * before it that it points back at, the others are the letter around it, unless one of them orders, excepts or compares.
 */
export function withoutLetter(
  all: readonly Chunk[],
  first: Understanding,
  read: Read,
): { readonly chunks: readonly Chunk[]; readonly understood: Understanding; readonly left: readonly Chunk[] } {
  const unchanged = { chunks: all, understood: first, left: [] };
  if (isSure(first)) return unchanged;
  const sentences = sentencesOf(all).filter(sentence => wordsOf(all, sentence).length > 0);
  const ordering = sentences.filter(sentence => wordsOf(all, sentence).some(isOrder));
  const [order, ...others] = ordering;
  if (sentences.length < LETTER || !order || others.length > 0) return unchanged;
  const at = sentences.indexOf(order);
  const before = sentences[at - 1];
  for (const kept of [[order], ...(before && pointsBack(all, order) ? [[before, order]] : [])]) {
    const rest = sentences.filter(sentence => !kept.includes(sentence)).map(sentence => wordsOf(all, sentence));
    if (rest.some(mayChoose)) continue;
    const chunks = kept.flatMap(({ from, to }) => all.slice(from, to));
    const understood = read(chunks);
    if (rest.some(words => namesOther(words, understood))) continue;
    if (isWhole(understood) && understood.cut.actions.length > 0 && understood.cut.unsupported.length === 0)
      return { chunks, understood, left: rest.flat() };
  }
  return unchanged;
}

const wordsOf = (chunks: readonly Chunk[], { from, to }: Stretch): readonly Chunk[] =>
  chunks.slice(from, to).filter(chunk => !isBound(chunk));

const isOrder = (chunk: Chunk): boolean =>
  has(chunk, ...ORDERS) && chunk.quote === undefined && (has(chunk, 'tag', 'tagNoun') || !has(chunk, 'filler', 'then'));

/** "tag them": who they are was said before. */
const pointsBack = (chunks: readonly Chunk[], sentence: Stretch): boolean =>
  wordsOf(chunks, sentence).some(
    chunk => (has(chunk, 'them') && !has(chunk, 'where')) || closesSaying(chunk, 'theyWord'),
  );

/** A sentence that goes on about which records: it begins so, excepts some, or compares what they hold. */
const mayChoose = (words: readonly Chunk[]): boolean =>
  has(words[0], ...GOES_ON) ||
  words.some(chunk => has(chunk, ...CHOOSES) && chunk.quote === undefined && !has(chunk, 'filler')) ||
  words.some((chunk, at) => has(chunk, ...COMPARES) && words.slice(at, at + 3).some(isAmount));

/** "This is about Denmark": a value of a field that the order leaves open; "Printers follow separately" tells of others. */
const namesOther = (words: readonly Chunk[], { meaning }: Understanding): boolean => {
  const tested = new Set((meaning ? testsOf(meaning) : []).map(({ field }) => field.name));
  return words.some(chunk =>
    chunk.values.some(({ field, via, score }) => score >= HELD && via !== 'part' && !tested.has(field.name)),
  );
};

/** What surely is a value. */
const HELD = 0.85;

const isAmount = ({ number, duration }: Chunk): boolean => (number ?? duration) !== undefined;
