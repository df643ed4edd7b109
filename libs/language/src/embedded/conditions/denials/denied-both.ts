import { has, isFiller } from '../../cursor';
import { join, type Meaning, negate, testsOf } from '../../meaning/meaning';
import { closed } from '../scopes';
import { saidTo } from '../../saying';
import { ledBy, type Parsed, type ParseState } from '../parse-state';
import { parseTest } from '../parse-test';

/**
 * "not both active and in Germany", "not in both Germany and Sales": that all of it holds is denied, and not each by
 * itself. Of one field with one value nothing can be both; there the words are left to be read as a list.
 */
export function parseDeniedBoth(state: ParseState, at: number): Parsed | undefined {
  const { chunks } = state;
  const both = has(chunks[at], 'in') && !has(chunks[at], 'both') ? at + 1 : at;
  if (!has(chunks[both], 'both')) return undefined;
  const items: Meaning[] = [];
  let to = both + 1;
  for (let next = to; next < chunks.length && next < to + 4;) {
    const parsed = parseTest(state, next, false);
    if (parsed) {
      items.push(parsed.meaning);
      to = parsed.to;
      if (!has(chunks[to], 'and')) break;
      next = to + 1;
    } else if (isFiller(chunks[next])) next++;
    else break;
  }
  const fields = new Set(items.flatMap(item => testsOf(item).map(({ field }) => field.name)));
  const all = fields.size > 1 ? join('and', items) : undefined;
  return all && { meaning: ledBy(state, at, both + 1, negate(all)), to };
}

/** "it is not the case that they are active and in Germany": all of it is denied together. */
export function parseNotTheCase(
  state: ParseState,
  at: number,
  depth: number,
  whole: (state: ParseState, at: number, reach: { readonly depth: number }) => Parsed | undefined,
): Parsed | undefined {
  const clause = saidTo(state.chunks, at, 'notTheCase');
  const inner = clause === undefined ? undefined : whole(state, clause, { depth: depth + 1 });
  return inner && clause !== undefined
    ? { meaning: ledBy(state, at, clause, negate(closed(inner.meaning))), to: inner.to }
    : undefined;
}
