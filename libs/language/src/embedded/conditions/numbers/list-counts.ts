import type { Field } from '@lib/rules';
import { endsClause, has, isBound } from '../../cursor';
import { type Comparator, comparatorOf, readSuffix } from '../operands';
import { fieldMention, type Parsed, type ParseState, tested } from '../parse-state';
import { closesSaying, opensSaying, says } from '../../saying';
import { tagsFieldIn } from '../../tags-field';
import type { Chunk } from '../../../grounding/link-words';

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

/** "more than two", "at least 3", "three or more", "several", "exactly one", "a single". */
function countAt({ chunks }: ParseState, at: number): Count | undefined {
  const opener = chunks[at];
  if (has(opener, 'several') && opener?.quote === undefined) return { operator: '>', value: 1, to: at + 1 };
  const lone = loneAt(chunks, at);
  if (lone !== undefined) return { operator: '==', value: 1, to: lone };
  const said = comparatorOf(opener);
  let next = said !== undefined || has(opener, 'exactly', 'only') ? at + 1 : at;
  if (next > at && has(chunks[next], 'have') && chunks[next + 1]?.number) next++;
  const one = next > at && !chunks[next]?.number ? oneAt(chunks, next) : undefined;
  if (one !== undefined) return { operator: said ?? '==', value: 1, to: one };
  if (next > at && has(chunks[next], 'det') && !chunks[next]?.number) next++;
  const number = chunks[next]?.quote === undefined ? chunks[next]?.number : undefined;
  if (!number || !Number.isInteger(number.value) || (number.unit && number.unit.base !== 'pcs')) return undefined;
  const suffix = readSuffix(chunks, next + 1);
  return { operator: suffix?.operator ?? said ?? '==', value: number.value, to: suffix?.to ?? next + 1 };
}

/** "más de | una etiqueta", "nur | einem | Tag": behind what counts an article says one; it may be a word with its noun. */
function oneAt(chunks: readonly Chunk[], at: number): number | undefined {
  const chunk = chunks[at];
  if (says(chunk, 'single')) return at + 1;
  return has(chunk, 'tagNoun') && opensSaying(chunk, 'single') ? at : undefined;
}

/** "a single", "una sola", "un solo": no more than one. */
function loneAt(chunks: readonly Chunk[], at: number): number | undefined {
  const [chunk, before] = [chunks[at], chunks[at - 1]];
  if (opensSaying(chunk, 'single', 'indefinite') && closesSaying(chunk, 'lone')) return at + 1;
  if (says(chunk, 'single') && says(chunks[at + 1], 'lone')) return at + 2;
  return says(chunk, 'lone') && closesSaying(before, 'single') ? at + 1 : undefined;
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
  const count = counted ? endedBy(chunks, counted, list.to) : countBehind(state, at, list.to);
  if (!count) return undefined;
  return tested(state, list.field, { is: 'length', operator: count.operator, value: count.value }, at, count.to, 0.93);
}

/** "three tags | or more": what bounds the number may stand behind what is counted. */
function endedBy(chunks: readonly Chunk[], counted: Count, at: number): Count {
  const suffix = counted.operator === '==' ? readSuffix(chunks, at) : undefined;
  return { ...counted, operator: suffix?.operator ?? counted.operator, to: suffix?.to ?? at };
}

/** "languages: at least 2", "the number of tags is 2", "タグが2つ以上". */
function countBehind(state: ParseState, from: number, at: number): Count | undefined {
  const { chunks } = state;
  const before = has(chunks[from - 1], 'det', 'of') && !says(chunks[from - 1], 'howMany') ? from - 2 : from - 1;
  const counting = opensSaying(chunks[before], 'howMany') || says(chunks[at], 'howMany');
  let next = says(chunks[at], 'howMany') ? at + 1 : at;
  while (
    next < at + 3 &&
    has(chunks[next], 'be', 'filler', 'colon') &&
    comparatorOf(chunks[next]) === undefined &&
    !chunks[next]?.number
  )
    next++;
  const led = comparatorOf(chunks[next]) !== undefined || has(chunks[next], 'exactly');
  const pieces = chunks[next]?.number?.unit?.base === 'pcs' && next > at;
  const found = led || counting || pieces ? countAt(state, next) : undefined;
  const only = found && has(chunks[found.to], 'only') ? 1 : 0;
  const count = found && { ...found, to: found.to + only };
  const after = count && chunks[count.to];
  const inPieces = chunks.slice(next, count?.to).some(({ number }) => number?.unit?.base === 'pcs');
  return count && (inPieces || endsClause(after) || has(after, 'noun', 'in', 'of')) ? count : undefined;
}
