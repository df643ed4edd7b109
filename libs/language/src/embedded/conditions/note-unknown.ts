import { has, holdsData, isField, isFiller } from '../cursor';
import { isNow } from './audit-words';
import { says } from '../saying';
import { comparatorOf } from './operands';
import { type ParseState, raise } from './parse-state';
import type { Chunk } from '../../grounding/link-words';
import { namesRecords } from '../../grounding/fields/own-words';

/** Parsing may pass a word more than once; it is noted once. */
export function keep(state: ParseState, chunk: Chunk): void {
  if (isNow(state.chunks, state.chunks.indexOf(chunk))) return;
  if (!state.unknown.includes(chunk)) state.unknown.push(chunk);
}

/** Words of substance that no test took are kept, so that they can be shown. */
export function noteUnknown(state: ParseState, at: number): void {
  const chunk = state.chunks[at];
  if (!chunk) return;
  // A value that some record holds must not get lost.
  const held =
    chunk.values.some(link => link.via === undefined || link.via === 'country') &&
    chunk.key.length > 1 &&
    (/\p{Lu}/u.test(chunk.text) || chunk.roles.length === 0);
  const lexical = chunk.roles.length > 0 || chunk.dimensioned !== undefined;
  // "a million a year": the period belongs to the amount.
  if (chunk.duration?.amount === 1 && state.chunks[at - 1]?.number) return;
  if (has(chunk, 'aggregate', 'duplicate', 'distance', 'hostile', 'unsupported') && !isFiller(chunk))
    keep(state, chunk);
  else if (isVague(state, at)) noteVague(state, at);
  else if (held && !state.question && !has(chunk, 'noun', 'ask', 'det')) keep(state, chunk);
  else if (
    !lexical &&
    !(isField(chunk) && chunk.values.length === 0 && state.question) &&
    /[\p{L}\p{N}]/u.test(chunk.text)
  )
    keep(state, chunk);
}

const isVague = ({ chunks, grounding }: ParseState, at: number): boolean => {
  const [chunk, next] = [chunks[at], chunks[at + 1]];
  if (has(chunk, 'vague', 'vagueSmall') || chunk?.dimensioned?.role.startsWith('vague')) return true;
  // "the older machines": older than what?
  return has(chunk, 'older', 'newer') && !/ /.test(chunk?.key ?? '') && describesRecords(next, grounding);
};

/** "laptops": several of what records hold as their kind. */
const isKindOfRecords = (chunk: Chunk): boolean =>
  says(chunk, 'several') && chunk.values.some(({ field, score }) => field.type === 'text' && score >= 0.85);

const describesRecords = (noun: Chunk | undefined, { recordType }: ParseState['grounding']): boolean =>
  has(noun, 'noun') && noun?.values.length === 0 && namesRecords(recordType, noun.key);

/** "high score", "big customers": which threshold is meant has to be asked. */
function noteVague(state: ParseState, at: number): void {
  const { chunks, grounding } = state;
  const chunk = chunks[at];
  const next = chunks[at + 1];
  // What a question wants to see may be great or small; which records, it may not.
  if (!chunk || (state.question && !describesRecords(next, grounding))) return;
  // "dubious payers (risk at or above 80)" says itself what it means.
  if (has(chunks[at + 2], 'open') || has(next, 'open')) return;
  // "hot, above 80 degrees", "small ones, fewer than three lines"
  const pause = has(next, 'noun', 'ones') && !has(next, 'where') ? at + 2 : at + 1;
  const bound = chunks[pause + 2];
  if (has(chunks[pause], 'comma') && comparatorOf(chunks[pause + 1]) !== undefined && bound?.number && !bound.duration)
    return;
  // "big spenders: total at least 2500"
  const told = [at + 1, at + 2].find(i => has(chunks[i], 'colon'));
  if (told !== undefined && chunks.slice(told + 1).some(holdsData)) return;
  const concepts = chunk.dimensioned?.concepts.flatMap(concept => grounding.fields.ofConcept(concept)) ?? [];
  const named = isField(next) ? (next?.fields ?? []) : [];
  const fields = [...named, ...concepts].filter(link => link.score >= 0.5).map(link => link.field);
  // "old laptops": before what some records are nothing else could be meant; "3 years old" says it itself.
  const describes = has(chunk, 'vague', 'vagueSmall') && next !== undefined && isKindOfRecords(next);
  const counted = chunks[at - 1]?.number ?? chunks[at - 1]?.duration;
  if (fields.length === 0 && has(chunk, 'filler', 'last', 'gt', 'lt') && (!describes || counted)) return;
  raise(state, at, {
    kind: 'vague',
    word: chunk.text,
    fields: [...new Set(fields)].slice(0, 3),
    small: has(chunk, 'vagueSmall') || chunk.dimensioned?.role === 'vagueSmall',
  });
}
