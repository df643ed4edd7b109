import { has, isBound, isFiller } from '../cursor';
import { parseOr } from './connectives';
import { enumerationIn } from './enumerations';
import { closed, OUTMOST } from './scopes';
import { join, type Meaning } from '../meaning/meaning';
import { keep } from './note-unknown';
import type { ParseState } from './parse-state';
import type { Chunk } from '../../grounding/link-words';

/** The condition said by these chunks, with lists of points, brackets, and/or, either, neither, except and unless. */
export function parseCondition(state: ParseState): Meaning | undefined {
  const listed = enumerationIn(state.chunks);
  if (!listed) return parseLed(state) ?? parsePlain(state);
  const { before, points, behind, any } = listed;
  const part = (chunks: readonly Chunk[]): Meaning[] => {
    const inner: ParseState = { ...state, chunks, failed: new Set() };
    const meaning = chunks.length > 0 ? parsePlain(inner) : undefined;
    if (inner.lastField) state.lastField = inner.lastField;
    return meaning ? [closed(meaning)] : [];
  };
  const head = part(before);
  const each = points.flatMap(part);
  const list = join(any ? 'or' : 'and', each);
  return join('and', [...head, ...(list ? [list] : []), ...part(behind)]);
}

/** "For study X only: if A or B", "active accounts: if A or B": what stands before the colon limits all that stands behind it. */
function parseLed(state: ParseState): Meaning | undefined {
  const { chunks } = state;
  const colon = chunks.findIndex(chunk => has(chunk, 'colon') && chunk.quote === undefined);
  if (colon <= 0 || !has(chunks[colon + 1], 'if', 'onlyIf')) return undefined;
  const half = (part: readonly Chunk[]): Meaning | undefined =>
    parsePlain({ ...state, chunks: part, failed: new Set() });
  const unknown = state.unknown.length;
  const [head, tail] = [half(chunks.slice(0, colon)), half(chunks.slice(colon + 1))];
  if (head && tail) return join('and', [closed(head), closed(tail)]);
  state.unknown.length = unknown;
  return undefined;
}

function parsePlain(state: ParseState): Meaning | undefined {
  const items: Meaning[] = [];
  let at = 0;
  while (at < state.chunks.length && !state.effort.entangled) {
    const parsed = parseOr(state, at, OUTMOST);
    if (parsed) items.push(parsed.meaning);
    const to = parsed?.to ?? at;
    if (to >= state.chunks.length) break;
    const chunk = state.chunks[to];
    if (chunk && !isFiller(chunk) && !isBound(chunk) && !has(chunk, 'and', 'or', 'dash', 'but')) keep(state, chunk);
    at = to + 1;
  }
  return join('and', items);
}
