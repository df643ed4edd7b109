import { has, holdsData, isBound } from '../cursor';
import { closesSaying, opensSaying, says } from '../saying';
import type { ParseState } from './parse-state';
import type { Chunk } from '../../grounding/link-words';

/** Whether somebody new is spoken of here: "those who …", "anybody hired …", "all orders with …". */
export function beginsSubject(chunks: readonly Chunk[], at: number): boolean {
  const chunk = chunks[at];
  if (!chunk || chunk.quote !== undefined || isBound(chunk)) return false;
  const next = chunks[at + 1];
  const follows = next !== undefined && !isBound(next) && !has(next, 'give', 'and', 'or', 'but', 'may');
  // "everybody", "those", "those who"
  // What is an article as well ("und die online sind", "und deren Status …") only goes on about the same ones.
  const same = has(chunk, 'filler') || says(chunk, 'relativeWord');
  if (has(chunk, 'noun', 'where') && has(chunk, 'det', 'ones') && !same && follows) return true;
  if (has(chunk, 'where') && / /.test(chunk.key) && has(chunk, 'ones')) return true;
  // "the ones in Graz"
  if (says(chunk, 'theOnes') && follows) return true;
  // "those with a scrubber"
  if (has(chunk, 'have') && opensSaying(chunk, 'theOnes')) return true;
  if (namesAll(chunks, at)) return true;
  // "returned ones above 500", "cancelled orders": what they are, and the noun.
  const ones =
    (has(next, 'ones') && !has(next, 'them', 'where')) || (opensSaying(next, 'onesWord') && !says(next, 'onesWord'));
  if ((chunk.values.length > 0 || chunk.fields[0]?.field.type === 'boolean') && ones) return true;
  const counted = has(chunk, 'det') && !has(chunk, 'filler', 'them') && has(next, 'noun');
  return counted && (next?.fields[0]?.score ?? 0) < 0.6 && next?.values.length === 0;
}

/** "… or anyone in Fresno with under 20 hours", "… or any loan above 2 million": who is meant, said anew behind "or". */
export function beginsAnew(chunks: readonly Chunk[], or: number): boolean {
  const at = has(chunks[or], 'comma') ? or + 2 : or + 1;
  // "or everybody in Warsaw": whoever that is, no end of a list.
  const everybody = has(chunks[at], 'ones') && has(chunks[at], 'people') && says(chunks[at], 'forEach');
  if (everybody && at + 1 < chunks.length && !isBound(chunks[at + 1])) return true;
  if (has(chunks[at], 'ones') || says(chunks[at], 'theOnes')) return beginsSubject(chunks, at);
  return has(chunks[at], 'allTags') && has(chunks[at], 'det') && (isPlainNoun(chunks[at + 1]) || namesAll(chunks, at));
}

/** "all cancelled ones", "every robot", "any remote engineers": all of a kind, whatever was said before. */
function namesAll(chunks: readonly Chunk[], at: number): boolean {
  if (!has(chunks[at], 'allTags') || !has(chunks[at], 'det') || chunks[at]?.quote !== undefined) return false;
  let kind = false;
  for (let next = at + 1; next < at + 5; next++) {
    const chunk = chunks[next];
    if (!chunk || isBound(chunk) || chunk.number !== undefined || chunk.quote !== undefined) break;
    if (has(chunk, 'noun', 'ones') && !has(chunk, 'where', 'have')) return true;
    const described = kindOf(chunk) !== undefined || chunk.fields[0]?.field.type === 'boolean';
    if (!described && !has(chunk, 'det')) break;
    kind ||= described;
  }
  return kind;
}

/**
 * "robots in Pune and conveyors in Leeds": a record is of one kind, so what has a kind and a place of its own, behind
 * another kind with its place, comes besides it. A list of kinds ("robots and conveyors in Leeds") is none of this.
 */
function beginsKind(chunks: readonly Chunk[], at: number, plus: boolean): boolean {
  let said = at;
  while (said < at + 3 && has(chunks[said], 'det', 'in', 'any', 'allTags') && chunks[said]?.values.length === 0) said++;
  const kind = kindOf(chunks[said]);
  if (!kind) return false;
  const same = (chunk: Chunk | undefined): boolean => kindOf(chunk)?.field.name === kind.field.name;
  const own = (chunk: Chunk): boolean => holdsData(chunk) && !same(chunk);
  const first = chunks.findIndex(holdsData);
  const before = plus ? chunks.slice(0, at).findLastIndex(same) : first;
  if (before < 0 || before >= at || !same(chunks[before])) return false;
  const between = chunks.slice(before + 1, at);
  const behind = chunks.slice(said + 1, said + 5);
  const ends = behind.findIndex(chunk => isBound(chunk) || has(chunk, 'and', 'or'));
  const follows = behind.slice(0, ends < 0 ? behind.length : ends).some(own);
  const denied = chunks.slice(0, at).some(chunk => has(chunk, 'not', 'except', 'unless', 'neither', 'without'));
  return between.some(own) && follows && !denied && !between.some(chunk => has(chunk, 'or'));
}

/** The value of a field that holds one at a time, as plainly said. */
const kindOf = (chunk: Chunk | undefined): Chunk['values'][number] | undefined => {
  const link = chunk?.values[0];
  return link && link.score >= 0.85 && link.field.type !== 'list' && chunk?.number === undefined ? link : undefined;
};

/** "doctors": the records as such, with nothing of what they hold. */
export const isPlainNoun = (chunk: Chunk | undefined): boolean =>
  has(chunk, 'noun') && !has(chunk, 'det', 'ones') && chunk !== undefined && !holdsData(chunk);

/** "with twenty years", "scoring over 4", "not certified": what goes on about the noun before, and names no other. */
export const describesNoun = (chunk: Chunk | undefined): boolean =>
  has(chunk, 'have', 'where', 'without', 'not', 'gt', 'gte', 'lt', 'lte') || closesSaying(chunk, 'gerund');

/** Where an addition to the records begins: ", plus anybody …", "and all orders that …". */
export function introducesMore(state: ParseState, at: number): number | undefined {
  const { chunks } = state;
  let next = at;
  while (next < at + 2 && has(chunks[next], 'comma', 'dash')) next++;
  const joint = chunks[next];
  const behind = chunks[next + 1];
  if (next > at && listsSubjects(chunks, next)) return next;
  // "idle ones and the faulty ones": the article was read with the joint.
  if (closesSaying(joint, 'article') && has(joint, 'added') && behind && holdsData(behind))
    return beginsSubject(chunks, next + 1) ? next + 1 : undefined;
  if (!has(joint, 'and', 'orMore') || has(joint, 'or')) return undefined;
  const plus = has(joint, 'orMore');
  if (plus && (!says(joint, 'plus') || chunks[next - 1]?.number !== undefined)) return undefined;
  let from = next + 1;
  while (from < next + 3 && (has(chunks[from], 'also', 'and') || isEmphasis(chunks[from]))) from++;
  // "and on everything overdue", "and for those in Graz": what led to the ones before leads here again.
  const leads = has(chunks[from], 'on', 'for', 'to', 'in') && chunks[from]?.values.length === 0;
  if (leads && (namesAnyone(chunks, from + 1) || repeatsNoun(chunks, from + 1))) return from + 1;
  // "faulty ones plus the offline ones that …"
  const head = chunks[from + 1];
  const article = says(chunks[from], 'article') && head !== undefined && holdsData(head);
  if (article && (beginsSubject(chunks, from + 1) || (plus && kindOf(head)))) return from + 1;
  return beginsSubject(chunks, from) || repeatsNoun(chunks, from) || beginsKind(chunks, from, plus) ? from : undefined;
}

/** "everything", "all of the hoists": whoever is meant, spoken of anew. */
const namesAnyone = (chunks: readonly Chunk[], at: number): boolean =>
  beginsSubject(chunks, at) && (has(chunks[at], 'ones', 'allTags') || says(chunks[at], 'theOnes'));

/** "all forklifts, all lathes older than 5 years, and …": behind a comma alone, those who are spoken of as the ones before. */
function listsSubjects(chunks: readonly Chunk[], at: number): boolean {
  const end = chunks.findIndex((chunk, i) => i > at && isBound(chunk));
  // "Unless they are insured, all open shipments …": behind the clause that leads it comes the first of whom anything is said.
  if (chunks.slice(0, at).some(chunk => has(chunk, 'if', 'onlyIf', 'unless'))) return false;
  if (chunks.slice(at, end < 0 ? chunks.length : end).some(chunk => has(chunk, 'only', 'onlyIf'))) return false;
  if (repeatsNoun(chunks, at)) return true;
  const like = (chunk: Chunk): boolean => chunk.key === chunks[at]?.key;
  return beginsSubject(chunks, at) && (has(chunks[at], 'allTags') || chunks.slice(0, at).some(like));
}

/** "people in Sales and people in Marketing": the records named again, each time with something of their own. */
function repeatsNoun(chunks: readonly Chunk[], at: number): boolean {
  const chunk = chunks[at];
  const key = chunk?.key ?? '';
  // "spoedorders … en orders": a noun written together with what tells it apart is the same noun.
  const same = (word: string): boolean => word === key || (key.length > 4 && word.endsWith(key));
  const before = chunks.slice(0, at).some(other => same(other.key) && other.quote === undefined);
  return isPlainNoun(chunk) && before && chunks.slice(0, at).some(holdsData);
}

/** "plus absolutely anyone" */
const isEmphasis = (chunk: Chunk | undefined): boolean =>
  says(chunk, 'emphasis') && chunk?.values.length === 0 && chunk.fields.length === 0;
