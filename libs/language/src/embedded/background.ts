import { has } from './cursor';
import { isWhole, type Understanding } from './understanding';
import type { Chunk } from '../grounding/link-words';

/** Words a sentence opens with that goes on about the records. */
const GOES_ON = [
  'if',
  'onlyIf',
  'only',
  'except',
  'unless',
  'but',
  'not',
  'without',
  'no',
  'or',
  'have',
  'regardless',
] as const;

function sentencesOf(chunks: readonly Chunk[]): readonly (readonly Chunk[])[] {
  const sentences: Chunk[][] = [];
  let current: Chunk[] = [];
  chunks.forEach((chunk, at) => {
    current.push(chunk);
    const ends = has(chunk, 'stop', 'colon') && !(chunks[at + 1]?.glued ?? false);
    if (!ends) return;
    sentences.push(current);
    current = [];
  });
  if (current.length > 0) sentences.push(current);
  return sentences;
}

/** Where nothing is to be done, what asks to see records, names an act or holds what they may hold is the request itself. */
const mayBeMeant = (sentence: readonly Chunk[]): boolean =>
  sentence.some(
    chunk =>
      (has(chunk, 'ask') && !has(chunk, 'filler', 'where')) ||
      has(chunk, 'tag', 'add', 'remove', 'clear', 'flag') ||
      chunk.number !== undefined ||
      chunk.quote !== undefined ||
      chunk.values.length > 0,
  );

/**
 * "Our system cuts off long codes. Tag X if the code has more than 8 characters": sentences with words nobody knows tell
 * the background where the others are whole without them. Their words are handed back, to be shown.
 */
export function withoutBackground(
  chunks: readonly Chunk[],
  first: Understanding,
  read: (chunks: readonly Chunk[]) => Understanding,
): { readonly understood: Understanding; readonly left: readonly Chunk[] } {
  const unchanged = { understood: first, left: [] };
  const doubtful = [
    ...first.strange.map(chunk => chunk.start),
    ...first.issues.flatMap(issue => (issue.start === undefined ? [] : [issue.start])),
    ...first.cut.unsupported.map(chunk => chunk.start),
  ];
  const sentences = sentencesOf(chunks);
  if (doubtful.length === 0 || sentences.length < 2 || (first.cut.actions.length === 0 && !first.asks))
    return unchanged;
  const left = sentences.filter(sentence => {
    const [opener] = sentence;
    const from = opener?.start ?? 0;
    const to = sentence[sentence.length - 1]?.end ?? 0;
    const within = (start: number): boolean => from <= start && start < to;
    const acts =
      first.cut.actions.some(({ span }) => within(span[0])) || (first.cut.actions.length === 0 && mayBeMeant(sentence));
    return !acts && doubtful.some(within) && !has(opener, ...GOES_ON);
  });
  if (left.length === 0) return unchanged;
  const second = read(sentences.filter(sentence => !left.includes(sentence)).flat());
  const whole =
    isWhole(second) && second.cut.unsupported.length === 0 && second.cut.actions.length === first.cut.actions.length;
  return whole ? { understood: second, left: left.flat() } : unchanged;
}
