import { has } from '../cursor';
import { saidTo } from '../saying';
import { type Meaning, testsOf } from '../meaning/meaning';
import type { Chunk } from '../../grounding/link-words';

/** "vacation" is idle talk, unless records hold it. */
export const namesData = (chunk: Chunk): boolean => (chunk.fields[0]?.score ?? 0) >= 0.65 || chunk.values.length > 0;

/** "begins with Hotel": a piece of the text that is looked for, whatever else it could be about. */
export const isSought = ({ start, end }: Chunk, meaning: Meaning | undefined): boolean =>
  meaning !== undefined &&
  testsOf(meaning).some(
    ({ test, spans }) => test.is === 'text' && spans.some(([from, to]) => from <= start && end <= to),
  );

const isNoun = (chunk: Chunk): boolean => has(chunk, 'noun', 'tagNoun', 'ones') && !has(chunk, 'filler');

/** What is said of data: "performance above 4", "department canteen". */
const isToldOf = (chunk: Chunk): boolean =>
  (namesData(chunk) || chunk.number !== undefined) && !has(chunk, 'greeting', 'filler');

/** "the note says: call me": by its name, rather than by what only looks like it. */
const isField = (chunk: Chunk): boolean => (chunk.fields[0]?.score ?? 0) >= 0.9;

/** "department canteen", "canteen, Lyon" */
const isNamed = (chunk: Chunk): boolean => isField(chunk) || chunk.values.length > 0;

const asks = (chunk: Chunk): boolean => has(chunk, 'ask') || /[?？]$/.test(chunk.text);

/**
 * "good job", "answer in bullet points", "when does the next bus leave?": of no records, though a word in it may name
 * what some record holds. "good job, now only Lyon" goes on about them; a printer that records hold is no office life.
 */
export function isIdleTalk(chunks: readonly Chunk[], meaning: Meaning | undefined): boolean {
  if (chunks.some(chunk => has(chunk, 'contains', 'startsWith', 'endsWith'))) return false;
  return chunks.some((said, at) => {
    if (said.saying === undefined || isSought(said, meaning)) return false;
    const around = (end: number): readonly Chunk[] => [...chunks.slice(0, at), ...chunks.slice(end)];
    const wished = saidTo(chunks, at, 'toAnswerer');
    if (wished !== undefined) return !around(wished).some(chunk => isNoun(chunk) || isField(chunk));
    const praised = saidTo(chunks, at, 'praise');
    if (praised !== undefined) return !around(praised).some(chunk => isNoun(chunk) || isToldOf(chunk));
    const named = saidTo(chunks, at, 'officeLife');
    if (named === undefined || chunks.slice(at, named).some(namesData) || chunks.some(isNoun)) return false;
    return chunks.some(asks) || !around(named).some(isNamed);
  });
}
