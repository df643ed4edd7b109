import { partsClause } from './clauses';
import { has, isField } from '../cursor';
import { opensSaying } from '../saying';
import type { Chunk } from '../../grounding/link-words';

/** "codes shorter than ten digits | are wrong", "… | can't be right": behind what says which, what somebody thinks of them. */
export function verdictEnd(chunks: readonly Chunk[], at: number): number | undefined {
  const before = chunks[at - 1];
  // "the status is wrong" says something of the status.
  if (!before || partsClause(chunks, at - 1) || isField(before) || has(before, 'where', 'if', 'not')) return undefined;
  const verb = has(chunks[at], 'be') && !has(chunks[at], 'where', 'det', 'verdict');
  let next = verb ? at + 1 : at;
  while (verb && next < at + 3 && has(chunks[next], 'filler') && !has(chunks[next], 'verdict')) next++;
  const verdict = chunks[next];
  if (!has(verdict, 'verdict') || !verdict || verdict.values.length > 0 || isField(verdict)) return undefined;
  const said = verb || opensSaying(verdict, 'judging');
  const ends = next + 1 >= chunks.length || partsClause(chunks, next + 1) || has(chunks[next + 1], 'and', 'then');
  return said && ends ? next + 1 : undefined;
}
