import { has } from '../cursor';
import type { Chunk } from '../../grounding/link-words';

/** Full stops and semicolons; quoted ones end nothing. */
export const endsSentence = (chunk: Chunk | undefined): boolean =>
  chunk === undefined || (chunk.quote === undefined && (has(chunk, 'stop') || /^[;；]$/u.test(chunk.text)));

/** Where the sentence ends that goes on at `at`. */
export function sentenceEnd(chunks: readonly Chunk[], at: number): number {
  let end = at;
  while (end < chunks.length && !endsSentence(chunks[end])) end++;
  return end;
}

/** A stretch of a text without what only parts it from the rest. */
export const withoutEdges = (text: string): string => text.replace(/^\s+|[\s.;,:]+$/gu, '');

/** What was said from one chunk up to another, without what only parts it from the rest. */
export function saidOf(chunks: readonly Chunk[], from: number, to: number, text: string): string {
  const [first, last] = [chunks[from], chunks[to - 1]];
  return first && last ? withoutEdges(text.slice(first.start, last.end)) : '';
}
