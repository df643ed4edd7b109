import type { Field } from '@lib/rules';
import { type Target, targetAt } from './action-target';
import { type ActionContext, endsSentence, type FoundAction, mayBeginAction, type ReadAction } from '../action-text';
import { endsClause, endsOrder, leavesOrder } from '../clause-end';
import { startsClause } from '../clause-start';
import { behindLastVerbs } from '../last-verbs';
import { tellsOfChange } from '../../told-changes';
import { readNewValue, setTo } from './new-value';
import { statedAt, statedBefore, type StatedValue } from './stated-value';
import { namesNothing } from '../tags/tag-objects';
import { fits } from './value-given';
import { ownerOf } from '../../conditions/values/owner-of';
import { valueOf } from '../../conditions/operands';
import { has, isBound } from '../../cursor';
import { opensSaying, says } from '../../saying';
import type { Chunk, Grounding } from '../../../grounding/link-words';

/** "on hold", "in transit": the value brings the little word that leads to it. */
function leadsItself(chunk: Chunk | undefined, { lexicons }: Grounding): boolean {
  const [first = '', ...rest] = (chunk?.key ?? '').split(' ');
  const roles = lexicons[0]?.roles.get(first) ?? [];
  return rest.length > 0 && ['on', 'in', 'to', 'for', 'lt'].some(role => roles.some(one => one === role));
}

const FAR = 12;

const leadsToValue = (chunks: readonly Chunk[], at: number, tags: string): boolean =>
  has(chunks[at], 'to') && ownerOf(chunks[at + 1], tags) !== undefined;

/** What moves records to a value: every verb of setting; one of giving ("give the X ones to Y") where the records are named. */
function movesRecords(chunks: readonly Chunk[], at: number, to: number): boolean {
  const verb = chunks[at];
  if (verb?.quote !== undefined || !startsClause(chunks, at)) return false;
  if (has(verb, 'setTo', 'move') || says(verb, 'bringsTo')) return true;
  const between = chunks.slice(at + 1, to);
  // "mets-les en livraison Express": the verb says whom itself.
  if (has(verb, 'add') && says(verb, 'themJoined') && !between.some(isOfList)) return true;
  return has(verb, 'add') && between.some(chunk => has(chunk, 'noun', 'ones', 'them')) && !between.some(isOfList);
}

const isOfList = (chunk: Chunk): boolean =>
  has(chunk, 'tagNoun') || chunk.glued || chunk.values.some(({ field }) => field.type === 'list');

/**
 * "put returned orders on hold", "move confirmed orders to shipped", "put them on Premium support": the field is the one that
 * holds the value, or is named with it.
 */
export const parseMovingRecords: ReadAction = (context, at, grounding) => {
  const { chunks, tags } = context;
  let end = at + 1;
  // "sæt … til blocked": what leads to the value may close a clause elsewhere.
  while (end < at + FAR && (!endsClause(chunks, end) || leadsToValue(chunks, end, tags) || isAlso(chunks, end))) end++;
  if (!endsClause(chunks, end) || !movesRecords(chunks, at, end - 1)) return undefined;
  const stated = statedBefore(chunks, end, tags);
  if (!stated) return undefined;
  const joint = stated.from - 1;
  const leads = has(chunks[joint], 'to', 'into', 'on') || (stated.named && has(chunks[joint], 'in', 'as'));
  const led = leads && !has(chunks[joint], 'and', 'det', 'where');
  if (joint < at || !(led || leadsItself(chunks[stated.value], grounding))) return undefined;
  const from = at + 1;
  const to = led ? joint : joint + 1;
  if (to < from || (to === from && !says(chunks[at], 'themJoined'))) return undefined;
  const named = targetAt(chunks, from, grounding);
  // "move the city to Lyon": a field is what is set; "move Team plans to Premium support" names another for what it is to be.
  const other = stated.named && named?.field !== stated.field;
  if (setsBefore(chunks, from, to)) return undefined;
  // "set suppliers without an audit to blocked": the records, though a field is called after them.
  const records =
    named !== undefined && has(chunks[named.to - 1], 'noun') && named.to < to && named.field !== stated.field;
  // "set remote to yes in the Finance department": what a field is to be is said, and behind it which records.
  if (named && named.to < joint && named.field !== stated.field && isSaidToBe(chunks, named)) return undefined;
  if (named && !other && !records && (named.to === to || chunks[named.to - 1]?.values.length === 0)) return undefined;
  const points = chunks
    .slice(from, to)
    .every(
      chunk =>
        chunk.values.length === 0 &&
        (has(chunk, 'them', 'det', 'noun', 'ones', 'off', 'then') || says(chunk, 'alsoBehind')),
    );
  if (points && !context.conditionBefore) return undefined;
  const read = readStated(context, stated, grounding);
  return read && { ...read, ...(!points && { inner: [from, to] as const }) };
};

/** "set the date to 1 May for customers in Spain": what something is to be stands before the records it is for. */
const setsBefore = (chunks: readonly Chunk[], from: number, to: number): boolean =>
  chunks.slice(from, to).some((chunk, i) => {
    const value = chunks[pastArticle(chunks, from + i + 1)];
    return (
      has(chunk, 'to', 'into') &&
      (value?.date !== undefined || value?.number !== undefined || value?.quote !== undefined) &&
      chunks.slice(from + i + 2, to).some(leadsToRecords)
    );
  });

const leadsToRecords = (chunk: Chunk): boolean => has(chunk, 'for', 'where', 'if') && chunk.quote === undefined;

const pastArticle = (chunks: readonly Chunk[], at: number): number =>
  has(chunks[at], 'det') && !chunks[at]?.date ? at + 1 : at;

/** "zet ze ook op pending": between the records and what they are to be. */
const isAlso = (chunks: readonly Chunk[], at: number): boolean =>
  has(chunks[at - 1], 'them') && has(chunks[at], 'then', 'also') && !isBound(chunks[at]) && !isBound(chunks[at + 1]);

const isSaidToBe = (chunks: readonly Chunk[], { field, to }: Target): boolean =>
  has(chunks[to], 'to', 'into', 'eq') && fits(chunks[to + 1], field);

/** "passe en blocked les fournisseurs sans audit", "pasa a blocked a los que …": what they are to be stands before them. */
export const parseMovingTo: ReadAction = (context, at, grounding) => {
  const { chunks, tags } = context;
  const verb = chunks[at];
  if (verb?.quote !== undefined || !startsClause(chunks, at)) return undefined;
  if (!says(verb, 'bringsTo') && !opensSaying(verb, 'bringsTo')) return undefined;
  const joint = has(chunks[at + 1], 'to', 'into', 'on') && !chunks[at + 1]?.values.length ? at + 2 : at + 1;
  const stated = joint > at + 1 || / /.test(verb?.key ?? '') ? statedAt(chunks, joint, tags) : undefined;
  const whom = chunks[stated?.to ?? Infinity];
  return stated && has(whom, 'det', 'noun', 'for', 'allTags') && !isBound(whom)
    ? readStated(context, stated, grounding)
    : undefined;
};

/** What the value that was stated is to be set to, if it is read to its end; the words are read up to `to`. */
export function readStated(
  context: ActionContext,
  { field, value, to }: StatedValue,
  grounding: Grounding,
): FoundAction | undefined {
  const read = readNewValue({ ...context, chunks: context.chunks.slice(0, value + 1) }, value, field, grounding);
  return read?.to === value + 1 ? { actions: [setTo(field, read.value)], to } : undefined;
}

/** "make Priya Raman the account manager": the value, and the field that it is to be the value of. */
export const parseNaming: ReadAction = (context, at, grounding) => {
  const { chunks, tags } = context;
  const verb = chunks[at];
  if (verb?.quote !== undefined || !startsClause(chunks, at)) return undefined;
  const handed = context.conditionBefore && isBound(chunks[at - 1]) ? parseHanding(context, at, grounding) : undefined;
  if (handed) return handed;
  if (!(has(verb, 'setTo', 'make') || says(verb, 'appointing'))) return undefined;
  const stated = statedAt(chunks, at + 1, tags);
  return stated?.named && stated.value === at + 1 && leavesNaming(chunks, stated.to)
    ? readStated(context, stated, grounding)
    : undefined;
};

/** "…, assign to Nadia": a verb that names a field too, and a value of that field. */
function parseHanding(context: ActionContext, at: number, grounding: Grounding): FoundAction | undefined {
  const { chunks, tags } = context;
  const verb = chunks[at];
  const stated = has(verb, 'setTo', 'add', 'move', 'unsupported') ? statedAt(chunks, at, tags) : undefined;
  return stated?.named && stated.value === at + 1 && endsOrder(chunks, stated.to)
    ? readStated(context, stated, grounding)
    : undefined;
}

/** "… of all Enterprise accounts": whose office it is. */
const leavesNaming = (chunks: readonly Chunk[], at: number): boolean =>
  leavesOrder(chunks, at) || has(chunks[at], 'of', 'in', 'on');

/** "idle compressors to status maintenance", "idle ones to maintenance": an order without a verb, which ends with what they are to be. */
export const parseBringingTo: ReadAction = (context, at, grounding) => {
  const { chunks, tags } = context;
  if (!context.conditionBefore || !says(chunks[at], 'towards') || has(chunks[at], 'and', 'or')) return undefined;
  if (isBound(chunks[at - 1]) || has(chunks[at - 1], 'det', 'where', 'be', 'does', 'unsupported', 'and', 'or'))
    return undefined;
  // "ni à Paris ni à Lyon": where they are not.
  if (has(chunks[at - 1], 'not', 'neither', 'nor', 'without')) return undefined;
  if (chunks.some(chunk => has(chunk, 'ask', 'from', 'between') && !has(chunk, 'in', 'filler'))) return undefined;
  // "went from offline to running" tells what became of them.
  if (has(chunks[at - 2], 'from') && (has(chunks[at - 3], 'does') || tellsOfChange(chunks, at - 3))) return undefined;
  const stated = statedAt(chunks, at + 1, tags);
  if (!stated || !endsOrder(chunks, stated.to)) return undefined;
  const known = chunks.slice(0, at).some(chunk => valueOf(chunk, stated.field) !== undefined);
  const orders = chunks.slice(0, at).some((_, i) => mayBeginAction(chunks, i));
  return (stated.named || known) && !orders ? readStated(context, stated, grounding) : undefined;
};

/** "… should go to on hold", "… must be retired": what the records are to be is a value of one field. */
export const parseToBeValue: ReadAction = (context, at, grounding, before) => {
  const { chunks, tags } = context;
  if (!context.conditionBefore || !has(chunks[at], 'give') || chunks[at]?.quote !== undefined) return undefined;
  if (has(chunks[at - 1], 'where', 'not', 'if') || opensQuestion(chunks) || isOwnVerb(chunks, at)) return undefined;
  // "annual customers get Premium support": with the name of its field nothing else can be meant.
  const gets = has(chunks[at], 'have', 'gets') && !says(chunks[at], 'becoming');
  const given = gets ? statedAt(chunks, at + 1, tags) : undefined;
  if (gets) return given?.named && endsClause(chunks, given.to) ? readStated(context, given, grounding) : undefined;
  let next = at + 1;
  while (
    next < at + 4 &&
    has(chunks[next], 'give', 'be', 'then', 'to', 'into', 'setTo') &&
    !ownerOf(chunks[next], tags)
  )
    next++;
  const placed = parsePlaced(context, next, grounding, before);
  if (placed) return placed;
  const stated = statedAt(chunks, next, tags);
  if (!stated || !endsClause(chunks, stated.to)) return undefined;
  // "and it goes to the United Kingdom": the words name the field themselves, and are said of the records.
  const named = chunks[at]?.fields.some(({ field, score }) => field === stated.field && score >= 0.8);
  if (named && !isSaidMissing(before, stated.field)) return undefined;
  // "orders not shipped go with Tom Baker" may tell what is so; "…, they go with Tom Baker" orders it.
  const tells = says(chunks[at], 'goesAlong') && !isBound(chunks[at - 1]) && !has(chunks[at - 1], 'them', 'then');
  if (tells && !stated.named && !isSaidMissing(before, stated.field)) return undefined;
  // "where the country must be Germany" is said of a field.
  const last = before.at(-1);
  const isOfField = last?.fields.some(({ score }) => score >= 0.6) === true && last.values.length === 0;
  if (isOfField && before.slice(-4).some(chunk => has(chunk, 'where', 'if') && !has(chunk, 'have', 'with')))
    return undefined;
  return readStated(context, stated, grounding);
};

/** "die niet met DHL | worden verzonden": the first verb behind what opens a clause is its own, and orders nothing. */
function isOwnVerb(chunks: readonly Chunk[], at: number): boolean {
  let before = at - 1;
  while (before >= 0 && isLedValue(chunks[before])) before--;
  return before < at - 1 && has(chunks[before], 'where') && has(chunks[at], 'be');
}

/** What a deed is done with, and the words that lead to it. */
const isLedValue = (chunk: Chunk | undefined): boolean =>
  !isBound(chunk) &&
  !has(chunk, 'noun', 'where', 'be', 'give', 'have', 'does') &&
  (has(chunk, 'in', 'with', 'not', 'det', 'or', 'to') || (chunk?.values.length ?? 0) > 0);

/** "orders that have no carrier go with PostNord": what is not there cannot be so, and is to be. */
const isSaidMissing = (before: readonly Chunk[], field: Field): boolean =>
  before.some(chunk => has(chunk, 'without', 'empty', 'no') && chunk.quote === undefined) &&
  before.some(chunk => chunk.fields.some(link => link.field === field && link.score >= 0.8));

/** Whether something is asked, or only shown. */
export const opensQuestion = (chunks: readonly Chunk[]): boolean =>
  chunks.some(chunk => (has(chunk, 'ask') && !has(chunk, 'filler', 'if', 'where')) || chunk.key === '?');

/** "def. should be defect in status": the value that is there, the new one, and where both stand. */
function parsePlaced(
  context: ActionContext,
  at: number,
  grounding: Grounding,
  before: readonly Chunk[],
): FoundAction | undefined {
  const { chunks } = context;
  for (let place = at + 1; place < at + 4 && chunks[place] && !isBound(chunks[place]); place++) {
    const target = has(chunks[place], 'in') ? targetAt(chunks, place + 1, grounding) : undefined;
    if (!target || target.field.type !== 'text' || !endsClause(chunks, target.to)) continue;
    if (!before.some(chunk => valueOf(chunk, target.field) !== undefined)) return undefined;
    const read = readNewValue({ ...context, chunks: chunks.slice(0, place) }, at, target.field, grounding);
    return read?.to === place ? { actions: [setTo(target.field, read.value)], to: target.to } : undefined;
  }
  return undefined;
}

/** "retired doctors should not be accepting new patients": a yes/no field that is to be so, or not. */
export const parseToBeSo: ReadAction = (context, at, grounding) => {
  const { chunks } = context;
  const never = has(chunks[at], 'notToBe');
  const orders = never || (has(chunks[at], 'give') && !has(chunks[at], 'gets', 'have'));
  if (!context.conditionBefore || !orders || chunks[at]?.quote !== undefined) return undefined;
  if (has(chunks[at - 1], 'where', 'not', 'if') || chunks.some(chunk => has(chunk, 'ask') && !has(chunk, 'filler')))
    return undefined;
  let next = at + 1;
  while (next < at + 3 && has(chunks[next], 'be', 'give', 'then') && !chunks[next]?.fields[0]) next++;
  const target = targetAt(chunks, next, grounding);
  if (target?.field.type !== 'boolean' || (chunks[next]?.fields[0]?.score ?? 0) < 0.8 || !endsClause(chunks, target.to))
    return undefined;
  const opposite = chunks[target.to - 1]?.opposite === true;
  return { actions: [setTo(target.field, never === opposite)], to: target.to };
};

/** "assign Tom Baker as rep for orders from Leeds", "put House Account as sales rep": the value, then what it is there. */
export const parseValueAs: ReadAction = (context, at, grounding) => {
  const { chunks } = context;
  const verb = chunks[at];
  const ordered = has(verb, 'give') && context.conditionBefore;
  if (!(has(verb, 'setTo', 'add', 'fill') && startsClause(chunks, at)) && !ordered) return undefined;
  if (verb?.quote !== undefined) return undefined;
  for (let as = at + 2; as < at + 7 && chunks[as] && !isBound(chunks[as]); as++) {
    if (!has(chunks[as], 'as') || has(chunks[as], 'with', 'have')) continue;
    const target = targetAt(chunks, as + 1, grounding);
    const first = has(chunks[at + 1], 'then', 'off') ? at + 2 : at + 1;
    const after = target && chunks[target.to];
    if (!target || target.field.type === 'list' || has(chunks[first], 'them')) return undefined;
    // "defina a prioridade como Urgent": what a field holds, though it is a word for the field as well.
    if (chunks[as + 1]?.values.some(({ field, via }) => field === target.field && via === undefined)) return undefined;
    if (!endsClause(chunks, target.to) && !has(after, 'for', 'on', 'to', 'of', 'where', 'in')) return undefined;
    // "should have N.N. entered as manager"
    const participle =
      has(chunks[as - 1], 'setTo', 'fill', 'add', 'give') &&
      as - 1 > first &&
      /(ed|t|n)$/.test(chunks[as - 1]?.key ?? '');
    if (ordered && !participle) return undefined;
    const last = participle || says(chunks[as - 1], 'across') ? as - 1 : as;
    const read = readNewValue({ ...context, chunks: chunks.slice(0, last) }, first, target.field, grounding);
    if (read?.to !== last) return undefined;
    const over = has(after, 'for', 'on', 'to') && !has(after, 'where', 'if') ? target.to + 1 : target.to;
    return { actions: [setTo(target.field, read.value)], to: over };
  }
  return undefined;
};

/** "sales rep should be Elena Rossi for French orders", "status of returned orders becomes closed": the field, the verb, the value. */
export const parseFieldToBe: ReadAction = (context, at, grounding) => {
  const { chunks } = context;
  const opens = at === 0 || isBound(chunks[at - 1]) || has(chunks[at - 1], 'and', 'then');
  const target = opens ? targetAt(chunks, at, grounding) : undefined;
  if (!target || target.field.type === 'list' || valueOf(chunks[target.to - 1], target.field)) return undefined;
  // "telehealth yes for psychiatrists"
  const so = target.field.type === 'boolean' && has(chunks[target.to], 'trueWord', 'falseWord');
  if (so && has(chunks[target.to + 1], 'for', 'where', 'if') && !has(chunks[target.to + 1], 'be'))
    return { actions: [setTo(target.field, has(chunks[target.to], 'trueWord'))], to: target.to + 1 };
  let verb = target.to;
  const owned = !isOrdering(chunks[verb]) && !has(chunks[verb], 'where');
  while (owned && verb < target.to + FAR && chunks[verb] && !isBound(chunks[verb]) && !isOrdering(chunks[verb])) verb++;
  const said = chunks.slice(target.to, verb);
  // "country written as UK should be GB": what stands there now says which records.
  const itself = said.some(chunk => valueOf(chunk, target.field) !== undefined || has(chunk, 'empty', 'contains'));
  if (owned && !itself && !has(said[0], 'of', 'for', 'in')) return undefined;
  if (!isOrdering(chunks[verb])) return undefined;
  let next = verb + 1;
  while (next < verb + 4 && has(chunks[next], 'give', 'be', 'then', 'setTo', 'to', 'as')) next++;
  const value = chunks[next];
  const plain =
    value?.quote !== undefined ||
    value?.number !== undefined ||
    value?.date !== undefined ||
    valueOf(value, target.field) !== undefined ||
    has(value, 'trueWord', 'falseWord') ||
    namesNothing(value) ||
    (value?.roles.length === 0 && value.fields.length === 0);
  const read = plain ? readNewValue(context, next, target.field, grounding) : undefined;
  if (!read) return owned ? undefined : fieldToBeFor(context, target, verb + 1, grounding);
  const to = behindLastVerbs(chunks, read.to);
  const apart = has(chunks[to], 'comma') ? to + 1 : to;
  const when =
    has(chunks[to], 'for', 'where', 'if', 'on', 'in', 'onlyIf', 'unless') ||
    (apart > to && has(chunks[apart], 'if', 'onlyIf', 'unless') && !has(chunks[apart], 'where'));
  if (!(when || (endsClause(chunks, to) && (owned || context.conditionBefore)))) return undefined;
  if (endsSentence(chunks, next)) return undefined;
  const action = [setTo(target.field, read.value)];
  return { actions: action, to, ...(owned && { inner: [itself ? at : target.to, verb] as const }) };
};

/** "der Status soll für Kunden in Wien X sein": whose it is stands between the verb that orders and the value. */
function fieldToBeFor(
  context: ActionContext,
  { field }: Target,
  at: number,
  grounding: Grounding,
): FoundAction | undefined {
  const { chunks } = context;
  if (!has(chunks[at], 'for') || chunks[at]?.quote !== undefined) return undefined;
  for (let value = at + 2; value < at + FAR && chunks[value] && !endsSentence(chunks, value); value++) {
    if (!fits(chunks[value], field)) continue;
    const read = readNewValue(context, value, field, grounding);
    const to = read && behindLastVerbs(chunks, read.to);
    if (!read || to === undefined || to === read.to || !endsOrder(chunks, to)) continue;
    const end = has(chunks[value - 1], 'to', 'into') ? value - 1 : value;
    return { actions: [setTo(field, read.value)], to, inner: [at, end] };
  }
  return undefined;
}

/** What orders a state, and tells of none: "should be", "becomes", not "is". */
export const isOrdering = (chunk: Chunk | undefined): boolean =>
  (has(chunk, 'give') || says(chunk, 'passiveOrder')) &&
  (!has(chunk, 'gets', 'have', 'of') || says(chunk, 'becoming')) &&
  chunk?.quote === undefined &&
  !chunk?.fields[0];
