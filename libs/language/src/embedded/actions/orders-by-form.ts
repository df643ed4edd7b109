import type { ActionContext, FoundAction } from './action-text';
import { type BareName, bareNameAt } from './tags/bare-tags';
import { endsClause } from './clause-end';
import { startsClause } from './clause-start';
import { isCompound, wordEnd } from './tags/tag-ends';
import { namesNothing } from './tags/tag-objects';
import { has, isBound } from '../cursor';
import { says } from '../saying';
import type { Role } from '../../grounding/lexicon';
import type { Chunk } from '../../grounding/link-words';

/** An order and the place where it begins. */
export interface PlacedOrder {
  readonly at: number;
  readonly found: FoundAction;
  /** Its tag can be nothing else, and stands right beside the words that order it. */
  readonly sure: boolean;
}

/** What makes a stretch an order: the noun for tags, and verbs of giving, adding, placing and wishing. */
const ORDERS: readonly Role[] = ['tag', 'tagNoun', 'add', 'give', 'gets', 'wish'];
/** What stands around them and says nothing of the records. */
const AROUND: readonly Role[] = [
  'det',
  'them',
  'be',
  'as',
  'then',
  'also',
  'writer',
  'filler',
  'on',
  'in',
  'to',
  'for',
];
/** What says of records how they are, never how they are to become. */
const SAYS: readonly Role[] = ['not', 'no', 'without', 'if', 'unless', 'except', 'onlyIf', 'and', 'or', 'but', 'noun'];
/** Before a tag these tell that records have it. */
const TELLS: readonly Role[] = ['have', 'with', 'without', 'no', 'not', 'where', 'remove'];

const TAGS_MOST = 4;

/** A part of a word that is put together is none of the words around it. */
const inWord = (chunks: readonly Chunk[], at: number): boolean =>
  (chunks[at]?.glued === true && has(chunks[at - 1], 'dash') && chunks[at - 1]?.glued === true) ||
  (has(chunks[at + 1], 'dash') && chunks[at + 1]?.glued === true && chunks[at + 2]?.glued === true);

const ordersAt = (chunks: readonly Chunk[], at: number): boolean =>
  chunks[at]?.quote === undefined &&
  !inWord(chunks, at) &&
  (has(chunks[at], ...ORDERS) ||
    says(chunks[at], 'landsOn', 'pointing') ||
    // "counts as X", "set as tag"
    (has(chunks[at + 1], 'as') && (says(chunks[at], 'countsAs', 'calling') || has(chunks[at], 'setTo'))));

/** Whether a word belongs to the frame of an order: it orders, or stands around what does. */
function frames(chunks: readonly Chunk[], at: number): boolean {
  const chunk = chunks[at];
  if (!chunk || chunk.quote !== undefined || isBound(chunk) || inWord(chunks, at)) return false;
  if (chunk.number !== undefined || chunk.date !== undefined || chunk.duration !== undefined) return false;
  if (ordersAt(chunks, at)) return chunk.values.length === 0;
  if (chunk.values.length > 0 || (chunk.fields[0]?.score ?? 0) >= 0.6 || has(chunk, ...SAYS)) return false;
  return has(chunk, ...AROUND);
}

/** The names from a place on, one behind the other: "pay-review", "rush and call-first". */
function namesAt(context: ActionContext, at: number): { readonly names: readonly BareName[]; readonly to: number } {
  const names: BareName[] = [];
  let to = at;
  for (let next = at; names.length < TAGS_MOST;) {
    const name = bareNameAt(context, next);
    if (!name || (names.length > 0 && !name.sure && !has(context.chunks[next - 1], 'tagNoun'))) break;
    names.push(name);
    to = name.to;
    const joint = context.chunks[to];
    if (!name.sure || !(has(joint, 'and', 'comma', 'amp') || says(joint, 'plus')) || has(context.chunks[to + 1], 'and'))
      break;
    // "get ohio-women plus the tag outreach"
    next = has(context.chunks[to + 1], 'tagNoun') ? to + 2 : to + 1;
  }
  return { names, to };
}

/** Where the frame in front of a tag begins. */
function frameStart(chunks: readonly Chunk[], at: number): number {
  let from = at;
  for (let before = at - 1; frames(chunks, before); before--) if (ordersAt(chunks, before)) from = before;
  while (from < at && from > 0 && has(chunks[from - 1], 'writer', 'then') && frames(chunks, from - 1)) from--;
  // "no advisor | means | find-advisor as the tag"
  if (says(chunks[from - 1], 'isA') && !has(chunks[from - 1], 'be')) return from - 1;
  // "make X the tag of …", "set the tag X on …"
  const verb = has(chunks[from - 1], 'det') && !has(chunks[from - 1], 'setTo') ? from - 2 : from - 1;
  return has(chunks[verb], 'setTo') && startsClause(chunks, verb) ? verb : from;
}

/** "bitte | mit vertrag-prüfen taggen": before a verb that comes last, what leads to the tag. */
const leadStart = (chunks: readonly Chunk[], at: number, to: number): number =>
  has(chunks[to], 'tag', 'add') && has(chunks[at - 1], 'with', 'as') && endsClause(chunks, to + 1) ? at - 1 : at;

/** Where the frame behind a tag ends: "… tag on it", "… goes on | everybody", "… is the tag for | records". */
function frameEnd(chunks: readonly Chunk[], at: number, ordered: boolean): number {
  // "gets newcomer | added | as a tag": what is done with it.
  const first = ordered && says(chunks[at], 'participle') && has(chunks[at + 1], 'as') ? at + 1 : at;
  let to = first;
  for (let next = first; frames(chunks, next); next++) if (ordersAt(chunks, next)) to = next + 1;
  // "to be | stuck | on machines"
  if (has(chunks[to - 1], 'give', 'tagNoun') && namesNothing(chunks[to]) && has(chunks[to + 1], 'on', 'to')) to++;
  // "belongs in the sox-scope bucket"
  if (ordered && to === at && has(chunks[at], 'listNoun') && endsClause(chunks, at + 1)) return at + 1;
  if (to < at + 1 && !ordered) return to;
  if (!has(chunks[to], 'on', 'to', 'for', 'of') || has(chunks[to], 'if')) return to;
  const whom = chunks[to + 1];
  const points = frames(chunks, to + 1) && !has(whom, 'det', 'noun', 'ones') && endsClause(chunks, to + 2);
  // "on their booking"
  const theirs = has(whom, 'them') && has(chunks[to + 2], 'noun') && endsClause(chunks, to + 3);
  return theirs ? to + 3 : points ? to + 2 : to + 1;
}

/** "tagged X" alone tells what records have; "be tagged X", "want X tagged" order it. */
const isOrder = (chunks: readonly Chunk[], from: number, name: number, end: number, to: number): boolean => {
  const words = [...chunks.slice(from, name), ...chunks.slice(end, to)];
  const acts = words.some(
    chunk =>
      has(chunk, 'tagNoun', 'add', 'give', 'wish') ||
      (has(chunk, 'tag') && !says(chunk, 'participle')) ||
      says(chunk, 'landsOn', 'countsAs', 'calling'),
  );
  return acts && !tells(chunks, from - 1);
};

/** "orders with", "those that have"; but "they get X", and "idle machines carry the tag X", which is said of all of them. */
const tells = (chunks: readonly Chunk[], at: number): boolean => {
  const chunk = chunks[at];
  if (!has(chunk, ...TELLS) || says(chunk, 'theyWord')) return false;
  const states =
    has(chunk, 'have') && has(chunk, 'does') && has(chunks[at - 1], 'noun') && chunks[at + 1]?.quote === undefined;
  return !states;
};

const actionsOf = (names: readonly BareName[]): FoundAction['actions'] =>
  names.map(({ value }) => ({ type: 'addTag', value }));

/** A word that names nothing is a tag by its place alone: beside the noun for tags. */
const besideNoun = (chunks: readonly Chunk[], name: number, to: number): boolean => {
  const noun = (chunk: Chunk | undefined): boolean => has(chunk, 'tagNoun') && !says(chunk, 'participle');
  const first = says(chunks[to], 'participle') ? to + 1 : to;
  const called = chunks.slice(first, first + 4).findIndex(chunk => noun(chunk));
  const framed = called >= 0 && chunks.slice(first, first + called).every((_, i) => frames(chunks, first + i));
  // "tag cheap customers" has the verb, "add the tag cheap" the noun.
  const led = noun(chunks[name - 1]) && (!has(chunks[name - 1], 'tag') || has(chunks[name - 2], 'det', 'add', 'give'));
  return led || framed;
};

/** The order around a tag: whatever of its frame stands beside it, in whatever order. */
function besideTag(context: ActionContext, at: number): PlacedOrder | undefined {
  const { chunks } = context;
  const { names, to } = namesAt(context, at);
  const [name] = names;
  // "print labels for all …": what somebody is to do, and no name.
  if (!name || (at === 0 && to === 1 && has(chunks[at], 'unsupported'))) return undefined;
  const from = leadStart(chunks, frameStart(chunks, at), to);
  const opens = at === 0 || has(chunks[at - 1], 'stop');
  // "night-bonus: people who …", "… => night-bonus"
  // … but "hr-ansatte hvor …" are records that the clause tells more of.
  const told = has(chunks[to - 1], 'noun') || (has(chunks[to], 'where') && has(chunks[to], 'ask'));
  const headed = has(chunks[to], 'colon', 'onlyIf') || (has(chunks[to], 'if') && !told);
  const heads = opens && headed && !chunks[to + 1]?.glued && chunks[to + 1] !== undefined;
  // "…, road-warrior it is"
  const points = has(chunks[at - 1], 'comma', 'then') && has(chunks[to], 'be') && endsClause(chunks, to + 1);
  const behindMark =
    heads || points || (from === at && has(chunks[at - 1], 'arrow', 'colon') && endsClause(chunks, to));
  const end =
    points || (heads && has(chunks[to], 'colon')) ? to + 1 : behindMark ? to : frameEnd(chunks, to, from < at);
  const sure = name.sure && (isCompound(chunks, at, to) || names.length > 1 || chunks[at]?.quote !== undefined);
  if (behindMark)
    return sure || (heads && name.sure) ? { at: from, found: { actions: actionsOf(names), to: end }, sure } : undefined;
  if (!isOrder(chunks, from, at, to, end) || (!name.sure && !besideNoun(chunks, at, to))) return undefined;
  return { at: from, found: { actions: actionsOf(names), to: end }, sure };
}

/** "Tag | delivered orders | ask-review": the verb opens the clause, and the tag ends it. */
function behindObject(context: ActionContext, at: number): PlacedOrder | undefined {
  const { chunks } = context;
  const { names, to } = namesAt(context, at);
  const [name] = names;
  if (!name) return undefined;
  let verb = at - 1;
  while (verb >= 0 && !(opensOrder(chunks, verb) && startsClause(chunks, verb))) verb--;
  const from = frameStart(chunks, at);
  const end = frameEnd(chunks, to, from < at);
  const inner = withoutLead(chunks, verb, from);
  // "machines that are running too hot"
  if (!name.sure && has(chunks[at], 'vague', 'vagueSmall')) return undefined;
  // "customers that are blorbish": said of them.
  if (!name.sure && has(chunks[inner - 1], 'be', 'where', 'and', 'or', 'not', ...TELLS)) return undefined;
  // "cardiologists in New York: tag NY Cardio": behind the mark nothing but the tag is said.
  if (has(chunks[verb - 1], 'colon', 'arrow')) return undefined;
  if (verb < 0 || verb + 1 >= inner || !endsClause(chunks, end) || has(chunks[verb + 1], 'colon')) return undefined;
  if (chunks.slice(verb, at).some((chunk, i) => has(chunk, 'stop') && !chunks[verb + i + 1]?.glued)) return undefined;
  return { at: verb, found: { actions: actionsOf(names), to: end, inner: [verb + 1, inner] }, sure: false };
}

/** A verb in its plain form that gives a tag. */
const opensOrder = (chunks: readonly Chunk[], at: number): boolean =>
  ordersAt(chunks, at) && has(chunks[at], 'tag', 'add') && !says(chunks[at], 'participle');

/** "tag everyone in Sales | with | needs-x": what leads to the tag says nothing of the records. */
function withoutLead(chunks: readonly Chunk[], verb: number, from: number): number {
  let to = from;
  while (to > verb + 1 && has(chunks[to - 1], 'with', 'as', 'comma', 'det')) to--;
  return to;
}

/**
 * Orders found by the form of their tag. A tag shows by its form: quoted, put together, a tag some record has, or a word
 * that names nothing beside the noun for tags. The words of ordering beside it, in whatever order they stand, are its
 * frame and never a part of it; all the rest says which records. Those that can be nothing else come first.
 */
export function ordersByForm(context: ActionContext): readonly PlacedOrder[] {
  const { chunks } = context;
  const places = chunks.flatMap((chunk, at) => {
    const opens = /^[\p{L}]/u.test(chunk.quote ?? chunk.text) && !(inWord(chunks, at) && chunk.glued);
    return opens && !(has(chunk, ...ORDERS) && wordEnd(chunks, at) === at + 1 && chunk.quote === undefined) ? [at] : [];
  });
  const beside = places.flatMap(at => besideTag(context, at) ?? []);
  const behind = places.flatMap(at => behindObject(context, at) ?? []);
  return [...beside.filter(({ sure }) => sure), ...behind, ...beside.filter(({ sure }) => !sure)];
}
