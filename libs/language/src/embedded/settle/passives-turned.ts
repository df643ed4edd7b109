import { madeWord } from '../made-words';
import { has, isBound } from '../cursor';
import { closesSaying, opensSaying, says } from '../saying';
import { isAndThe } from '../actions/action-text';
import { fits } from '../actions/values/value-given';
import type { Role } from '../../grounding/lexicon';
import type { Chunk } from '../../grounding/link-words';

/** So many words name tags at most. */
const LONGEST = 12;
/** A field by its own name. */
const NAMED = 0.9;

/** What may stand behind an order that is whole. */
const endsOrder = (chunk: Chunk | undefined): boolean =>
  isBound(chunk) || has(chunk, 'and', 'added', 'but', 'if', 'unless', 'because', 'besides', 'then', 'also');

const isField = (chunk: Chunk | undefined): boolean => (chunk?.fields[0]?.score ?? 0) >= NAMED;

interface Passive {
  /** What its verb does, and where its words end. */
  readonly role: Role;
  readonly to: number;
}

const CASES: readonly Role[] = ['upper', 'lower', 'title', 'trim'];

/** "shall be | added", "must be | cleared", "should be | left blank", "is to be | converted to upper case". */
function passiveAt(chunks: readonly Chunk[], at: number, ofTag: boolean): Passive | undefined {
  const verb = chunks[at];
  if (!verb || verb.quote !== undefined) return undefined;
  if (ofTag) {
    if (has(verb, 'remove')) return { role: 'remove', to: at + 1 };
    if (says(verb, 'putsOn') && !has(verb, 'remove')) return { role: 'add', to: at + 1 };
    return undefined;
  }
  if (has(verb, 'clear', 'remove')) return { role: 'clear', to: at + 1 };
  if (has(verb, 'empty') && opensSaying(verb, 'leaves')) return { role: 'clear', to: at + 1 };
  const tidied = has(verb, ...CASES)
    ? at
    : says(verb, 'participle') && has(chunks[at + 1], ...CASES)
      ? at + 1
      : undefined;
  const role = tidied === undefined ? undefined : CASES.find(one => has(chunks[tidied], one));
  return role && tidied !== undefined ? { role, to: tidied + 1 } : undefined;
}

/** The names of tags as they were written, each one whole. */
function namesOf(chunks: readonly Chunk[]): readonly string[] {
  const names: string[] = [];
  let open = false;
  for (const chunk of chunks) {
    if (has(chunk, 'and', 'comma') && /^(\p{Ll}+|,)$/u.test(chunk.text) && chunk.quote === undefined) open = false;
    else if (!open) open = names.push(chunk.quote ?? chunk.text) > 0;
    else names.push(`${names.pop() ?? ''}${chunk.glued ? '' : ' '}${chunk.quote ?? chunk.text}`);
  }
  return names;
}

/** The noun for tags that a passive is said of: "the tag X | shall be added". */
function tagNounBefore(chunks: readonly Chunk[], verb: number): number | undefined {
  if (isField(chunks[verb - 1]) && has(chunks[verb - 2], 'det', 'added')) return undefined;
  for (let at = verb - 2; at >= 0 && at > verb - LONGEST; at--) {
    const chunk = chunks[at];
    if (!chunk || (has(chunk, 'stop', 'colon', 'arrow', 'if', 'where', 'give', 'tag') && !has(chunk, 'tagNoun')))
      return undefined;
    if (has(chunk, 'tagNoun') && chunk.quote === undefined && /^\p{Ll}/iu.test(chunk.text)) return at;
  }
  return undefined;
}

/** An order in its active form, and what it stands for. */
interface Turned {
  readonly from: number;
  readonly to: number;
  readonly chunks: readonly Chunk[];
}

function turnedAt(chunks: readonly Chunk[], at: number): Turned | undefined {
  if (!has(chunks[at], 'give') || !closesSaying(chunks[at], 'passiveInfinitive')) return undefined;
  if (chunks[at]?.quote !== undefined || has(chunks[at - 1], 'where', 'not')) return undefined;
  const noun = tagNounBefore(chunks, at);
  const passive = passiveAt(chunks, at + 1, noun !== undefined);
  const named = noun !== undefined;
  const first = named ? noun : at - 1;
  if (!named && !isField(chunks[first])) return undefined;
  const from = has(chunks[first - 1], 'det', 'added') && !has(chunks[first - 1], 'noun') ? first - 1 : first;
  const joined = isAndThe(chunks[from]);
  const opens = from === 0 || isBound(chunks[from - 1]) || has(chunks[from - 1], 'and', 'then', 'wish') || joined;
  if (!opens) return undefined;
  const whole = (to: number, made: readonly Chunk[]): Turned => {
    const [start, end] = [chunks[from]?.start ?? 0, chunks[to - 1]?.end ?? 0];
    const and = joined ? [madeWord(start, start, 'and', ['and'])] : [];
    return { from, to, chunks: [...and, ...made.map(chunk => ({ ...chunk, start, end, glued: false }))] };
  };
  // "the tag X must be | taken off all orders"
  const off = passive?.role === 'remove' && named && has(chunks[passive.to], 'det', 'noun', 'allTags', 'ones');
  if (passive && (off || endsOrder(chunks[passive.to]))) {
    const verb = madeWord(0, 0, '', [passive.role]);
    if (!named) return whole(passive.to, [verb, chunks[first] as Chunk]);
    const names = namesOf(chunks.slice(first + 1, at));
    const quoted = names.flatMap((quote, i) => [
      ...(i > 0 ? [madeWord(0, 0, 'and', ['and'])] : []),
      { ...madeWord(0, 0, quote, []), quote },
    ]);
    return names.length === 0
      ? undefined
      : whole(passive.to, [
          verb,
          madeWord(0, 0, '', ['tagNoun']),
          ...quoted,
          ...(off ? [madeWord(0, 0, '', ['from', 'for', 'of'])] : []),
        ]);
  }
  // "…, and the channel should be Web": what it is to be, behind another thing to do.
  const field = named ? undefined : chunks[first]?.fields[0]?.field;
  const value = chunks[at + 1];
  if (!field || !joined || !value || !fits(value, field) || !endsOrder(chunks[at + 2])) return undefined;
  return whole(at + 2, [madeWord(0, 0, '', ['setTo']), chunks[first] as Chunk, madeWord(0, 0, 'to', ['to']), value]);
}

/**
 * "the tag X shall be added", "…, the notes must be cleared", "… and the name is to be converted to upper case": what is to
 * be done, said of what it is done to, is the order with its verb first.
 */
export function withPassivesTurned(all: readonly Chunk[]): readonly Chunk[] {
  let chunks = all;
  for (let at = 1; at < chunks.length; at++) {
    const turned = turnedAt(chunks, at);
    if (!turned) continue;
    chunks = [...chunks.slice(0, turned.from), ...turned.chunks, ...chunks.slice(turned.to)];
    at = turned.from + turned.chunks.length;
  }
  return chunks;
}
