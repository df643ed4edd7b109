import { type Action, jsonEqual, tagsFieldOf } from '@lib/rules';
import { type ActionContext, type FoundAction, isAndThe, type ReadAction } from './action-text';
import { ACTING_VERBS, has, isBound, isField, namesOwnField } from '../cursor';
import { says } from '../saying';
import { parseAddingIt } from './tags/adding-it';
import { parseClearingUnknown } from './values/unknown-targets';
import { parseBareTag, parseMarkedFor } from './tags/bare-tags';
import { parseEnrolling } from './tags/enrolling';
import { asksForOther } from './other-deeds';
import { copyingField } from './values/copied-field';
import { parseFieldAction } from './values/field-actions';
import { kindOf, parseOnField } from './values/field-changes';
import type { Issue } from '../meaning/meaning';
import { flaggedAs } from './tags/flagged-as';
import { markedAs } from './tags/marked-as';
import { parseFlag, parseReasonFirst } from './tags/flag-actions';
import { tellsOfChange } from '../told-changes';
import { parseArrow, parseRemoving, parseTagVerb } from './tags/tag-actions';
import { parseTrailing } from './tags/tag-before-verb';
import { parseNameBehindMark } from './tags/name-behind-mark';
import { parseCalledInBrackets, parseDeedPointedAt } from './tags/names-pointed-at';
import { parseNameThenVerb, parseNounFirst, parseNounRequired, parseNounThenVerb } from './noun-and-verb';
import { parseGiving } from './tags/tag-giving';
import { parseAddedLast, parseHeadTag, parseNamedTag, parseWished } from './tags/tag-nouns';
import { parseObsolete } from './tags/obsolete-tags';
import { besideEnd } from './orders-beside';
import type { PlacedOrder } from './orders-by-form';
import { parseTagAtHead } from './tags/tag-heads';
import { parseTakingOff } from './tags/tag-removal';
import { leadsOff } from './tags/tag-taken-off';
import { parseTagWishedLast } from './tags/tag-wished-last';
import { parseCalledLast, parseTaggedLast } from './tags/tags-last';
import { parseMissingIs, parsePuttingIn } from './values/putting-in';
import { parseMovingRecords, parseMovingTo } from './values/setting-records';
import { parseStatedForAll } from './values/stated-for-all';
import { parseSwappingTags } from './tags/swap-tags';
import { parseTidying } from './values/tidy-actions';
import { parseDeedLast, parseFillingLast, parseValueLast } from './verb-last';
import { wordEnd } from './tags/tag-ends';
import { readWhoseFirst } from './whose-first';
import { parseEquatedHead, parseEquatedTail } from './tags/tags-equated';
import { valueOf } from '../conditions/operands';
import type { Chunk, Grounding } from '../../grounding/link-words';

/** An action and the pieces of the prompt it came from. */
export interface CutAction {
  readonly action: Action;
  readonly span: readonly [number, number];
}

/** The prompt without its actions: what is left says which records. */
export interface Cut {
  readonly actions: readonly CutAction[];
  /** Stretches of condition, each on its own; `it` in an action means the field of the one before. */
  readonly conditions: readonly (readonly Chunk[])[];
  readonly issues: readonly Issue[];
  /** Clauses asking for something that rules do not do. */
  readonly unsupported: readonly Chunk[];
}

const MAX_ACTIONS = 20;

/** Finds the actions of a prompt and cuts them out; which records are meant may have been said before it. */
export function cutActions(all: readonly Chunk[], text: string, grounding: Grounding, spokenOf = false): Cut {
  return cutPlain(afterCorrection(all, text, grounding), text, grounding, undefined, spokenOf);
}

/** The prompt without an order that was found by the form of its tag, and without the other actions. */
export const cutAround = (order: PlacedOrder, chunks: readonly Chunk[], text: string, grounding: Grounding): Cut =>
  cutPlain(chunks, text, grounding, order);

function cutPlain(
  chunks: readonly Chunk[],
  text: string,
  grounding: Grounding,
  order?: PlacedOrder,
  spokenOf = false,
): Cut {
  const free = (at: number, to: number): boolean => order === undefined || at > order.at || to <= order.at;
  const context: ActionContext = { chunks, text, tags: tagsFieldOf(grounding.recordType), conditionBefore: false };
  const actions: CutAction[] = [];
  const conditions: Chunk[][] = [];
  const issues: Issue[] = [];
  const unsupported: Chunk[] = [];
  let current: Chunk[] = [];
  const closeCondition = (): void => {
    if (current.some(chunk => !isBound(chunk))) conditions.push(current);
    current = [];
  };
  for (let at = 0; at < chunks.length;) {
    const chunk = chunks[at];
    if (!chunk) break;
    context.conditionBefore = spokenOf || [...conditions, current].some(saysSomething);
    const other =
      order?.at === at
        ? undefined
        : ((actions.length > 0 ? besideEnd(chunks, at) : undefined) ?? asksForOther(chunks, at, grounding));
    const end = other !== undefined && free(at, other) ? other : undefined;
    // "convert the state to capital letters": what it is to become is something that rules do.
    const tidied =
      end === undefined
        ? undefined
        : (parseOnField(context, at, grounding, current) ??
          parseMovingRecords(context, at, grounding, current) ??
          // "remove all donors in Bern from the newsletter" deletes none of them.
          (has(chunk, 'remove') ? parseEnrolling(context, at) : undefined));
    if (end !== undefined && !tidied) {
      unsupported.push(...chunks.slice(at, end));
      at = end;
      continue;
    }
    const read =
      actions.length < MAX_ACTIONS && order?.at !== at && !isSubject(chunks, at, context.tags)
        ? parseAction(context, at, grounding, [...conditions.flat(), ...current])
        : undefined;
    const own = read && free(at, read.to) ? copyingField(read, context, at, grounding) : undefined;
    const found = order?.at === at ? order.found : own;
    if (!found || found.actions.some(isEmptyTag) || addsWhatGoesOff(found, chunks)) {
      current.push(chunk);
      at++;
      continue;
    }
    for (let dropped = at - (found.from ?? at); dropped > 0; dropped--) current.pop();
    while (joinsOrder(current) || leadsToOrder(current)) current.pop();
    const shared = verbsSharing(current, found.actions);
    closeCondition();
    if (found.inner) conditions.push(chunks.slice(...found.inner));
    issues.push(...(found.issues ?? []).filter(issue => !isSaidAgain(issue, context)));
    const first = chunks[found.inner ? Math.max(at, found.inner[1]) : at] ?? chunk;
    const last = chunks[Math.max(at, found.to - 1)] ?? chunk;
    // "把状态设为空闲": what was put in another order to be read is spoken of from its first word to its last all the same.
    const said = grounding.lexicons[0]?.verbLast ? chunks.slice(at, Math.max(at, found.to - 1) + 1) : [];
    const span = [
      Math.min(first.start, ...said.map(({ start }) => start)),
      Math.max(last.end, ...said.map(({ end: behind }) => behind)),
    ] as const;
    for (const action of [...shared, ...found.actions]) actions.push({ action, span });
    at = Math.max(found.to, at + 1);
    context.listed = jointEnd(chunks, at);
    const acted = found.actions.map(action => ('field' in action ? action.field : undefined)).at(-1);
    const field = grounding.recordType.fields.find(({ name }) => name === acted);
    if (field) context.acted = field;
    context.tagging = found.actions.some(({ type }) => type === 'addTag');
    context.untagging = found.actions.some(({ type }) => type === 'removeTag');
    context.setting = found.actions.some(({ type }) => type === 'setValue' || type === 'clearValue');
    // "…, add X + set Y": what joins two things to do says nothing else.
    if (context.listed > at && (has(chunks[at], 'amp') || says(chunks[at], 'plus') || isAndThe(chunks[at])))
      at = context.listed;
  }
  closeCondition();
  // "no longer needed, take it off": said twice, it is done once.
  const distinct = actions.filter(({ action }, i) => actions.findIndex(other => jsonEqual(other.action, action)) === i);
  // "für die Bonusrunde vormerken (Tag Bonusrunde)": which tag the verb meant is told beside it.
  const told = distinct.some(({ action }) => action.type === 'addTag');
  return { actions: distinct, conditions, issues: told ? issues.filter(lacksNoTag) : issues, unsupported };
}

const lacksNoTag = ({ kind }: Issue): boolean => kind !== 'missing-tag';

/** "no ethics approval = tag ethics-gap": before an order the mark leads to what is to be done. */
const leadsToOrder = (current: readonly Chunk[]): boolean =>
  current.at(-1)?.key === '=' || (says(current.at(-1), 'impliesSo') && current.at(-1)?.quote === undefined);

/** "…, set X + | add Y": what joins two things to do; not the one of "100k+". */
const joinsOrder = (current: readonly Chunk[]): boolean =>
  (has(current.at(-1), 'amp') || says(current.at(-1), 'plus')) &&
  !(current.at(-1)?.glued === true && has(current.at(-1), 'orMore') && current.at(-2)?.number !== undefined);

/** "you may take the hot tag off": a tag that is to go is never added. */
const addsWhatGoesOff = ({ actions, to }: FoundAction, chunks: readonly Chunk[]): boolean =>
  leadsOff(chunks[to]) && actions.some(({ type }) => type === 'addTag');

/** "becomes dual-source (tag)": marks alone are no tag. */
const isEmptyTag = (action: Action): boolean => action.type === 'addTag' && /^[\p{P}\s]*$/u.test(action.value);

/** "make is exactly MAN", "Panama flag", "blank flag → …": a field of which something is said, though its name may be a verb as well. */
function isSubject(chunks: readonly Chunk[], at: number, tags: string): boolean {
  const [named] = chunks[at]?.fields ?? [];
  if (!named || named.score < 0.98 || chunks[at]?.quote !== undefined) return false;
  if (has(chunks[at], 'setTo')) return has(chunks[at + 1], 'eq', 'neq', 'be') && !has(chunks[at + 1], 'det', 'to');
  if (named.field.name === tags || !has(chunks[at], 'tag', 'flag', 'copy', 'move')) return false;
  const lacks = has(chunks[at - 1], 'empty', 'without', 'no') && chunks[at - 1]?.quote === undefined;
  const next = chunks[at + 1];
  return valueOf(chunks[at - 1], named.field) !== undefined || (lacks && (!next || isBound(next) || has(next, 'and')));
}

/** Emptying a field leaves nothing to tidy. */
const tidies = (type: Action['type'] | undefined): boolean => TIDYING.some(one => one === type);
const TIDYING = ['trim', 'upperCase', 'lowerCase', 'titleCase', 'maskValue'] as const;

/** "trim and upper-case the name": what is done first is done to the same field. Takes those verbs off what was read. */
function verbsSharing(current: Chunk[], actions: readonly Action[]): readonly Action[] {
  const [action] = actions;
  if (actions.length !== 1 || !action || !('field' in action) || !tidies(action.type)) return [];
  const shared: Action[] = [];
  while (has(current.at(-1), 'and', 'comma') && shared.length < TIDYING.length) {
    const type = has(current.at(-2), 'filler') ? undefined : kindOf(current.at(-2));
    if (!type || !tidies(type)) break;
    current.splice(-2);
    shared.unshift({ type, field: action.field });
  }
  return shared;
}

/** "… go to Tom Baker, change the manager": said again of the field that was set. */
const isSaidAgain = (issue: Issue, { setting, acted }: ActionContext): boolean =>
  issue.kind === 'missing-value' && setting === true && issue.field === acted;

/** Behind the commas and words that join one thing to do to the next. */
function jointEnd(chunks: readonly Chunk[], at: number): number {
  let next = at;
  while (
    next < at + 3 &&
    (has(chunks[next], 'and', 'comma', 'amp', 'also', 'then') ||
      says(chunks[next], 'plus') ||
      isAndThe(chunks[next])) &&
    chunks[next]?.quote === undefined
  )
    next++;
  return next;
}

const parseAction: ReadAction = (context, at, grounding, before) => {
  if (has(context.chunks[at + 1], 'from') && tellsOfChange(context.chunks, at)) return undefined;
  return (
    parseTagAtHead(context, at, grounding) ??
    parseHeadTag(context, at) ??
    parseNounFirst(context, at) ??
    parseNameThenVerb(context, at) ??
    parseNounThenVerb(context, at) ??
    parseNounRequired(context, at) ??
    parseNameBehindMark(context, at) ??
    parseEquatedHead(context, at) ??
    parseEquatedTail(context, at) ??
    parseStatedForAll(context, at, grounding, before) ??
    parseTagWishedLast(context, at) ??
    parseCalledInBrackets(context, at) ??
    parseDeedPointedAt(context, at) ??
    parseCalledLast(context, at) ??
    parseTaggedLast(context, at) ??
    parseDeedLast(context, at, grounding, before) ??
    parseFillingLast(context, at, grounding, before) ??
    parseSwappingTags(context, at, before) ??
    parseWhoseFirst(context, at, grounding, before) ??
    parseFlag(context, at) ??
    parseReasonFirst(context, at) ??
    parseTidying(context, at, grounding) ??
    parseTakingOff(context, at) ??
    parseObsolete(context, at) ??
    parseAddingIt(context, at, before) ??
    parseEnrolling(context, at) ??
    parsePuttingIn(context, at, grounding, before) ??
    parseMissingIs(context, at, grounding, before) ??
    parseMarkedFor(context, at, grounding) ??
    markedAs(
      flaggedAs(parseTagVerb(context, at, grounding) ?? parseTrailing(context, at), context, at, grounding),
      context,
      at,
      grounding,
    ) ??
    parseMovingTo(context, at, grounding, before) ??
    parseValueLast(context, at, grounding, before) ??
    parseWished(context, at) ??
    parseGiving(context, at) ??
    parseRemoving(context, at, before) ??
    parseFieldAction(context, at, grounding, before) ??
    parseClearingUnknown(context, at, grounding, before) ??
    parseBareTag(context, at, grounding) ??
    parseArrow(context, at) ??
    parseNamedTag(context, at) ??
    parseAddedLast(context, at)
  );
};

const parseWhoseFirst = readWhoseFirst((context, at, grounding, before) => parseAction(context, at, grounding, before));

const saysSomething = (chunks: readonly Chunk[]): boolean =>
  chunks.some(
    chunk =>
      chunk.values.length > 0 ||
      isField(chunk) ||
      chunk.number !== undefined ||
      chunk.date !== undefined ||
      chunk.quote !== undefined ||
      (chunk.roles.length === 0 && /\p{L}/u.test(chunk.text)),
  );

const ACTING = [...ACTING_VERBS, 'flag'] as const;

/** "no wait, …", "…, sorry, …": apart from the sentence; "patients wait 30 days" and "if the wait is …" are none. */
const isCorrection = (chunks: readonly Chunk[], at: number): boolean =>
  has(chunks[at], 'correction') &&
  !has(chunks[at], 'filler') &&
  !(chunks[at]?.glued ?? false) &&
  !namesOwnField(chunks, at) &&
  // "ni DHL ni UPS: …": written as records hold it, it is that value.
  !chunks[at]?.values.some(({ via, stored }) => via === undefined && stored.includes(chunks[at]?.text ?? '')) &&
  wordEnd(chunks, at) === at + 1 &&
  !answersField(chunks, at) &&
  (isBound(chunks[at - 1]) || isBound(chunks[at + 1]) || has(chunks[at - 1], 'dash', 'then', 'filler'));

/** "Dienstwagen ist nein: Tag X", "newsletter: nej → …": what is said of a field, right behind it, takes nothing back. */
function answersField(chunks: readonly Chunk[], at: number): boolean {
  if (!has(chunks[at], 'falseWord')) return false;
  const mark = has(chunks[at - 1], 'be', 'eq', 'colon') ? at - 2 : at - 1;
  return isField(chunks[mark]) && !isBound(chunks[mark]);
}

/** "no wait, just tag …": what was to be done before is taken back; the records, where none are named anew, are not. */
function afterCorrection(chunks: readonly Chunk[], text: string, grounding: Grounding): readonly Chunk[] {
  const at = chunks.findLastIndex((_, i) => isCorrection(chunks, i));
  if (at <= 0 || !chunks.slice(at).some(chunk => has(chunk, ...ACTING))) return chunks;
  const rest = chunks.slice(at + 1);
  const cut = cutPlain(rest, text, grounding);
  if (cut.actions.length === 0 || cut.conditions.some(saysSomething)) return rest;
  const before = chunks.slice(0, at);
  const context: ActionContext = {
    chunks: before,
    text,
    tags: tagsFieldOf(grounding.recordType),
    conditionBefore: false,
  };
  const first = before.findIndex((_, i) => {
    context.conditionBefore = saysSomething(before.slice(0, i));
    return parseAction(context, i, grounding, before.slice(0, i)) !== undefined;
  });
  return first <= 0 ? rest : [...before.slice(0, first), ...rest];
}
