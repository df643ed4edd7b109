import type { Action } from '@lib/rules';
import { ACTING_VERBS, has, isBound, isFiller } from '../cursor';
import { says } from '../saying';
import type { Understanding } from '../understanding';
import type { Chunk } from '../../grounding/link-words';
import { isTagging, type ReadStep, sameText, type Segment, type Step } from './edit-step';

/** "also set …", "flag them instead", "tag them X": what is to be done besides, or in the place of what was. */
export const changeActions: ReadStep = segment =>
  dropsFirst(segment.chunks) ? undefined : (doneBesides(segment) ?? changedBy(segment, segment.understood));

/** "supprime aussi les espaces en trop": read without the word that only says that this is done besides. */
function doneBesides({ chunks, rule, read, request }: Segment): Step | undefined {
  const at = chunks.findIndex(
    (chunk, i) => i > 0 && says(chunk, 'alsoBehind') && has(chunk, 'also') && has(chunks[i - 1], ...ACTING_VERBS),
  );
  const [first, also, next, last] = [chunks[0], chunks[at], chunks[at + 1], chunks.at(-1)];
  if (!first || !also || !next || !last || isBound(next)) return undefined;
  const { text } = request;
  const { cut, meaning, issues, strange, reasons } = read(
    text.slice(first.start, also.start) + text.slice(next.start, last.end),
  );
  if (meaning || cut.actions.length === 0) return undefined;
  if (cut.unsupported.length + issues.length + strange.length + reasons.length > 0) return undefined;
  const placeOf = (start: number): number =>
    start < also.start ? start - first.start : start - first.start - (next.start - also.start);
  const used = chunks.filter(
    ({ start }) =>
      start === also.start || cut.actions.some(({ span: [from, to] }) => from <= placeOf(start) && placeOf(start) < to),
  );
  const fresh = cut.actions.map(({ action }) => action);
  const kept = rule.actions.filter(action => !isSetAnew(action, fresh));
  return { rules: [{ ...rule, actions: [...kept, ...fresh] }], used };
}

/** "no tag, put them on leave": what is not to be done stands first, and is no name of what is. */
function dropsFirst(chunks: readonly Chunk[]): boolean {
  const at = chunks.findIndex(
    (chunk, i) => i > 0 && has(chunk, 'tagNoun', 'flag') && has(chunks[i - 1], 'no', 'without'),
  );
  return at > 0 && has(chunks[at + 1], 'comma', 'stop', 'but') && chunks.length > at + 2;
}

/** What the orders of a stretch, understood as such, make of those of the rule. */
export function changedBy({ chunks, rule, read, request }: Segment, understood: () => Understanding): Step | undefined {
  const insteadAt = chunks.findIndex((chunk, at) => at > 0 && has(chunk, 'insteadOf') && !has(chunk, 'not'));
  const ended = insteadAt > 0 && isActing(chunks.slice(insteadAt + 1));
  const [first, last] = [
    chunks.find(chunk => !has(chunk, 'also', 'and', 'instead', 'correction', 'greeting')),
    chunks[insteadAt - 1],
  ];
  const opened = insteadOpens(chunks);
  const { cut, meaning, issues, strange, reasons } =
    ended && first && last
      ? read(request.text.slice(first.start, last.end))
      : opened
        ? read(request.text.slice(opened.start, chunks.at(-1)?.end))
        : understood();
  const actions = cut.actions.map(({ action }) => action);
  if (chunks.some(chunk => has(chunk, 'ask', 'see')) && chunks.some(chunk => has(chunk, 'only'))) return undefined;
  if (actions.length === 0 || meaning || issues.length > 0 || strange.some(chunk => !isFiller(chunk))) return undefined;
  if (cut.unsupported.length > 0 || reasons.length > 0) return undefined;
  // "remove the tag X and add Y": of a rule that gives X, no more than that it gives Y.
  const undone = actions.filter(
    action => action.type === 'removeTag' && rule.actions.some(known => isTagOf(known, 'addTag', action.value)),
  );
  const fresh = actions.filter(
    action => !undone.includes(action) && !rule.actions.some(known => JSON.stringify(known) === JSON.stringify(action)),
  );
  const instead = chunks.some(
    chunk => has(chunk, 'instead', 'insteadOf') || (has(chunk, 'only') && !has(chunk, 'also')),
  );
  const kept = ended
    ? []
    : instead
      ? rule.actions.filter(action => !isReplaced(action, fresh, rule.actions))
      : rule.actions.filter(
          action =>
            !isSetAnew(action, fresh) &&
            !undone.some(gone => gone.type === 'removeTag' && isTagOf(action, 'addTag', gone.value)),
        );
  const shift = ended ? (first?.start ?? 0) : (opened?.start ?? 0);
  const spans = cut.actions.map(({ span: [from, to] }) => [from + shift, to + shift] as const);
  // "the carrier must be set to DSV too": the field stands before what is done to it.
  const isDoneTo = ({ values, fields }: Chunk): boolean =>
    values.length === 0 &&
    fields.some(({ field, score }) => score >= 0.6 && fresh.some(one => 'field' in one && one.field === field.name));
  const used = chunks.filter(
    (chunk, at) =>
      isDoneTo(chunk) ||
      (ended && at >= insteadAt) ||
      (opened && chunk.start < opened.start) ||
      spans.some(([from, to]) => from <= chunk.start && chunk.end <= to),
  );
  return { rules: [{ ...rule, actions: [...kept, ...fresh] }], used };
}

/** "instead of tagging, set …", "instead of the tag set …": where what is to be done begins. */
function insteadOpens(chunks: readonly Chunk[]): Chunk | undefined {
  if (!has(chunks[0], 'insteadOf') || has(chunks[0], 'not')) return undefined;
  const end = chunks.findIndex(
    (chunk, at) => at > 1 && (isBound(chunk) || has(chunk, 'setTo', 'flag', 'mask', 'clear')) && !has(chunk, 'det'),
  );
  return end > 1 && isActing(chunks.slice(1, end)) ? chunks.slice(end).find(chunk => !isBound(chunk)) : undefined;
}

/** "rather than tagging, …", "don't add anything, …": what was done comes to an end, and something else is said behind it. */
export const endDeeds: ReadStep = ({ chunks, rule, isFirst }) => {
  const [first, ...rest] = chunks;
  const ends = has(first, 'insteadOf', 'drop', 'not', 'no') && first?.quote === undefined;
  const names = (chunk: Chunk): boolean => rule.actions.some(action => isNamed(action, chunk));
  const isDoing = (chunk: Chunk): boolean => has(chunk, 'tag', 'tagNoun', 'add') || names(chunk);
  const isSilent = (chunk: Chunk): boolean =>
    isDoing(chunk) ||
    has(chunk, 'something', 'nothing', 'give', 'as') ||
    (isFiller(chunk) && chunk.values.length === 0);
  if (!ends || !isFirst || !rest.some(isDoing) || !rest.every(isSilent)) return undefined;
  const actions = rule.actions.filter(action => !(isTagging(action) && action.type === 'addTag'));
  const named = rule.actions.filter(action => chunks.some(chunk => isNamed(action, chunk)));
  const left = named.length > 0 ? rule.actions.filter(action => !named.includes(action)) : actions;
  return left.length < rule.actions.length ? { rules: [{ ...rule, actions: left }], used: chunks } : undefined;
};

const isNamed = (action: Action, { quote, text }: Chunk): boolean =>
  'value' in action && sameText(action.value, quote ?? text);

/** "instead of tagging them": nothing but the doing that comes to an end. */
const isActing = (chunks: readonly Chunk[]): boolean =>
  chunks.some(chunk => has(chunk, 'tag', 'flag', 'tagNoun', 'setTo')) &&
  chunks.every(
    chunk =>
      has(chunk, 'tag', 'flag', 'tagNoun', 'setTo', 'add', 'give') ||
      isBound(chunk) ||
      isFiller(chunk) ||
      (chunk.fields.length > 0 && chunk.values.length === 0),
  );

const isTagOf = (action: Action, type: 'addTag' | 'removeTag', tag: string): boolean =>
  action.type === type && sameText(action.value, tag);

const isSetAnew = (action: Action, fresh: readonly Action[]): boolean =>
  action.type === 'setValue' && fresh.some(next => next.type === 'setValue' && next.field === action.field);

/** What is done to a field instead is in the place of what was done to it, a tag instead of a tag, anything else of all there was. */
function isReplaced(action: Action, fresh: readonly Action[], all: readonly Action[]): boolean {
  if (fresh.every(isTagging)) return isTagging(action);
  const isOfSame = (one: Action): boolean =>
    'field' in one && fresh.some(next => 'field' in next && next.field === one.field);
  return all.some(isOfSame) ? isOfSame(action) : true;
}
