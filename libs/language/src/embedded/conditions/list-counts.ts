import type { Field } from '@lib/rules';
import { endsClause, has, isBound } from '../cursor';
import { type Comparator, comparatorOf, readSuffix } from './operands';
import { fieldMention, type Parsed, type ParseState, tested } from './parse-state';
import { tagsFieldIn } from '../tags-field';

/** The list spoken of here: a field that holds several values, or the tags. */
function listAt(state: ParseState, at: number): { readonly field: Field; readonly to: number } | undefined {
  const chunk = state.chunks[at];
  if (has(chunk, 'tagNoun') && chunk?.quote === undefined) return { field: tagsFieldIn(state.grounding), to: at + 1 };
  const mention = fieldMention(state, at);
  const link = mention?.links[0];
  return mention && link?.field.type === 'list' && link.score >= 0.6
    ? { field: link.field, to: mention.to }
    : undefined;
}

interface Count {
  readonly operator: Comparator;
  readonly value: number;
  readonly to: number;
}

/** "more than two", "at least 3", "three or more", "several", "exactly one". */
function countAt({ chunks }: ParseState, at: number): Count | undefined {
  const opener = chunks[at];
  if (has(opener, 'several') && opener?.quote === undefined) return { operator: '>', value: 1, to: at + 1 };
  const said = comparatorOf(opener);
  let next = said !== undefined || has(opener, 'exactly', 'only') ? at + 1 : at;
  if (next > at && has(chunks[next], 'det') && !chunks[next]?.number) next++;
  const number = chunks[next]?.quote === undefined ? chunks[next]?.number : undefined;
  if (!number || !Number.isInteger(number.value) || (number.unit && number.unit.base !== 'pcs')) return undefined;
  const suffix = readSuffix(chunks, next + 1);
  return { operator: suffix?.operator ?? said ?? '==', value: number.value, to: suffix?.to ?? next + 1 };
}

/** How many values a list holds: "more than two languages", "three or more tags", "languages: at least 2". */
export function parseListCount(state: ParseState, at: number): Parsed | undefined {
  const { chunks } = state;
  if (isBound(chunks[at])) return undefined;
  const counted = countAt(state, at);
  let next = counted?.to ?? at;
  while (counted && next < counted.to + 2 && has(chunks[next], 'of', 'det') && !listAt(state, next)) next++;
  const list = listAt(state, next);
  if (!list) return undefined;
  const behind = counted ? undefined : countBehind(state, list.to);
  const count = counted ?? behind;
  if (!count) return undefined;
  const to = counted ? list.to : count.to;
  return tested(state, list.field, { is: 'length', operator: count.operator, value: count.value }, at, to, 0.93);
}

function countBehind(state: ParseState, at: number): Count | undefined {
  const { chunks } = state;
  let next = at;
  while (next < at + 3 && has(chunks[next], 'be', 'filler', 'colon') && comparatorOf(chunks[next]) === undefined)
    next++;
  const count = comparatorOf(chunks[next]) === undefined ? undefined : countAt(state, next);
  return count && endsClause(chunks[count.to]) ? count : undefined;
}
