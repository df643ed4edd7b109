import { has, isBound, isField } from '../cursor';
import { isJoint, isParticle, mark } from './pieces';
import type { Chunk } from '../../grounding/link-words';

/** What is done to fields, and needs nothing more said. */
const ON_FIELDS = ['clear', 'mask', 'upper', 'lower', 'title', 'trim'] as const;
const OWNED = /^的$/;

/** "清空离职员工的邮箱": what is done to a field of some records is said behind them, with the field that it is done to. */
export function objectsLast(chunks: readonly Chunk[]): readonly Chunk[] {
  if (!chunks.some(chunk => has(chunk, ...ON_FIELDS))) return chunks;
  const ordered: Chunk[] = [];
  for (let at = 0; at < chunks.length; at++) {
    const clause = opensClause(chunks, at) ? clauseOf(chunks, at) : undefined;
    if (!clause) {
      ordered.push(chunks[at] as Chunk);
      continue;
    }
    const { verb, said, fields, end } = clause;
    ordered.push(...said, mark(verb, 'comma', '，'), verb, ...fields);
    at = end - 1;
  }
  return ordered;
}

const opensClause = (chunks: readonly Chunk[], at: number): boolean =>
  has(chunks[at], ...ON_FIELDS) &&
  !isField(chunks[at]) &&
  (at === 0 || isBound(chunks[at - 1]) || (at === 1 && has(chunks[0], 'filler', 'then')));

interface Clause {
  readonly verb: Chunk;
  readonly said: readonly Chunk[];
  readonly fields: readonly Chunk[];
  readonly end: number;
}

/** The records, whose they are, and the fields at the end of the clause that the verb opens. */
function clauseOf(chunks: readonly Chunk[], at: number): Clause | undefined {
  let end = at + 1;
  while (end < chunks.length && !isBound(chunks[end])) end++;
  let from = end - 1;
  if (!isField(chunks[from])) return undefined;
  while (isJoint(chunks[from - 1]) && isField(chunks[from - 2])) from -= 2;
  const verb = chunks[at];
  if (!verb || from - 2 <= at || !isParticle(chunks[from - 1], OWNED) || !has(chunks[from - 2], 'noun'))
    return undefined;
  return { verb, said: chunks.slice(at + 1, from - 1), fields: chunks.slice(from, end), end };
}
