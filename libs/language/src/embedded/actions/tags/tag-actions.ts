import { type ActionContext, type FoundAction, mayBeginAction } from '../action-text';
import { has, isBound, isField, isParticiple, isUnknown } from '../../cursor';
import { says } from '../../saying';
import { behindSo } from '../values/making-it';
import { capitalNameAt, wholeInCapitals } from './capital-names';
import { behindTags, isNamedTag } from './removed-tags';
import { behindThem } from './those-tagged';
import { readTags } from './tag-text';
import { listsRecords } from '../records-listed';
import { isFirstOfName } from './tag-ends';
import { bareTag } from './tag-giving';
import { parseTaggedObject } from './tag-objects';
import { endsOrder } from '../clause-end';
import { startsClause } from '../clause-start';
import { isPossessed } from './possessed-tags';
import { parseNamedBefore } from './tag-named-before';
import { tagged } from './tag-reading';
import type { Chunk, Grounding } from '../../../grounding/link-words';

/** `as` that introduces a tag: not the one of "as well as" or "such as", which are words of their own. */
export function findAs(context: ActionContext, at: number): number | undefined {
  let found: number | undefined;
  for (let next = at; next < context.chunks.length; next++) {
    const chunk = context.chunks[next];
    if (!chunk || has(chunk, 'arrow') || (has(chunk, 'stop') && !(context.chunks[next + 1]?.glued ?? false))) break;
    // "les marquer Urgent et les passer en Confirmed": the next order has a joint of its own.
    if (has(chunk, 'and', 'comma') && mayBeginAction(context.chunks, next + 1) && context.conditionBefore) break;
    // "sändningar som varken är …": a clause, no tag.
    if (has(chunk, 'where') && has(context.chunks[next + 1], 'be', 'have', 'not', 'neither', 'either')) continue;
    // "créés en 2023": a day is no tag.
    if (has(chunk, 'on') && context.chunks[next + 1]?.date && !context.conditionBefore) continue;
    // "situées au Portugal ou en Italie comme …", "ni en congé": where they are, or the state they are in.
    if (has(chunk, 'in') && has(chunk, 'on') && leadsToHeld(context, at, next)) continue;
    // "som väger mer än 200 kg med "tungt"": the tag is named behind.
    if (has(chunk, 'where') && isTaggedWith(context.chunks, next)) continue;
    if (has(chunk, 'as') && !has(chunk, 'with', 'have') && /^\p{Ll}/u.test(chunk.text))
      // "alla som är … som Focus": the one that opens a clause is not it.
      found = found === undefined || has(context.chunks[found], 'where') ? next : found;
  }
  if (found !== undefined) return found;
  const by = context.chunks.findIndex(
    (chunk, i) =>
      i > at &&
      has(chunk, 'with') &&
      (has(context.chunks[i + 1], 'tagNoun') ||
        (has(context.chunks[i + 1], 'det') && has(context.chunks[i + 2], 'tagNoun'))),
  );
  return by > at && !context.chunks.slice(by + 1).some(chunk => has(chunk, 'where')) ? by : undefined;
}

/** Whether a little word stands before a value that records hold, which says which they are: the tag is named before it, or behind. */
const leadsToHeld = ({ chunks, tags, conditionBefore }: ActionContext, from: number, at: number): boolean =>
  !conditionBefore &&
  chunks[at + 1]?.quote === undefined &&
  chunks[at + 1]?.values.some(({ field }) => field.name !== tags) === true &&
  (/^\p{Lu}/u.test(chunks[from]?.text ?? '') || chunks.slice(at + 2).some(chunk => !isBound(chunk)));

/** "tag CONDITION as X", "tag as X", "tag X", "mark it as X". */
export function parseTagVerb(context: ActionContext, at: number, grounding: Grounding): FoundAction | undefined {
  const { chunks } = context;
  const verb = chunks[at];
  if (!verb || !has(verb, 'tag') || verb.quote !== undefined || isParticiple(verb) || !startsClause(chunks, at))
    return undefined;
  if (isPossessed(chunks, at) || (has(chunks[at - 1], 'open') && has(chunks[at + 1], 'close'))) return undefined;
  if (namesInBrackets(context, at)) return undefined;
  const next = behindThem(context, at);
  const named = parseNamedBefore(context, at, next);
  if (named) return named;
  // "… all go into b2b-desk, tag them so"
  const so = context.listed === undefined ? at : behindSo(chunks, context.listed === at ? at - 1 : at);
  if (context.tagging && so > at) return { actions: [], to: so };
  if (isFirstOfName(chunks, next) && has(chunks[next], 'as', 'with')) return tagged(context, next);
  if ((has(chunks[next], 'as') && !has(chunks[next], 'with')) || has(chunks[next], 'colon'))
    return tagged(context, next + 1);
  if (
    has(chunks[next], 'with') &&
    (next > at + 1 ||
      chunks[next + 1]?.quote !== undefined ||
      has(chunks[next + 1], 'tagNoun') ||
      (context.conditionBefore && (bareTag(context, next + 1) ?? capitalNameAt(context, next + 1)) !== undefined))
  )
    return tagged(context, next + 1);
  if (chunks[next]?.quote !== undefined) return tagged(context, next);
  const known = next === at + 1 ? namedFirst(context, next) : undefined;
  if (known) return known;
  const whole = wholeInCapitals(context, next);
  if (whole) return whole;
  const as = findAs(context, next);
  if (as !== undefined && as > next) {
    const before = context.conditionBefore;
    // "tag machines as overhaul when …": a noun alone says nothing of which records.
    context.conditionBefore = before || chunks.slice(next, as).some(chunk => !has(chunk, 'noun', 'det', 'allTags'));
    const found = tagged(context, as + 1);
    context.conditionBefore = before;
    if (found) return { ...found, inner: [next, as] };
  }
  const object = as === undefined ? parseTaggedObject(context, next, grounding) : undefined;
  if (object) return object;
  const last = context.conditionBefore ? undefined : quotedLast(chunks, next);
  if (last !== undefined && as === undefined)
    return {
      actions: [{ type: 'addTag', value: chunks[last]?.quote ?? '' }],
      to: last + 1,
      inner: [next, says(chunks[last - 1], 'withWord') ? last - 1 : last],
    };
  if (
    !context.conditionBefore &&
    (has(chunks[next], 'noun', 'det', 'vague', 'vagueSmall') ||
      (chunks[next]?.values.length ?? 0) > 0 ||
      isField(chunks[next])) &&
    has(chunks[next + 1], 'noun', 'where', 'in', 'have') &&
    // "etiqueta Aniversário para os admitidos …": a name in capitals, and whom it is for.
    !(has(chunks[next + 1], 'for') && /^\p{Lu}/u.test(chunks[next]?.text ?? '')) &&
    // "tag rush when …": what opens a condition ends the tag.
    !has(chunks[next + 1], 'if') &&
    // "tag Rush for orders due today": with a capital it is the name, and those it is for stand behind.
    !isNameFor(chunks, next) &&
    // "tag hot anything above 80": no adjective stands before "anything".
    !has(chunks[next + 1], 'det') &&
    !conditionFollows(context, next)
  ) {
    return { actions: [], to: chunks.length, inner: [next, chunks.length], issues: [{ kind: 'missing-tag' }] };
  }
  const nameless = has(chunks[next], 'noun', 'det') || listsRecords(context, next);
  if (!context.conditionBefore && nameless && as === undefined)
    return { actions: [], to: chunks.length, inner: [next, chunks.length], issues: [{ kind: 'missing-tag' }] };
  return tagged(context, next);
}

const isNameFor = (chunks: readonly Chunk[], at: number): boolean =>
  /^\p{Lu}/u.test(chunks[at]?.text ?? '') &&
  has(chunks[at + 1], 'for') &&
  chunks[at + 1]?.quote === undefined &&
  has(chunks[at + 2], 'noun', 'det', 'ones', 'allTags');

/** "leased equipment (tag leased) on line L3": how records are marked already, told between what says which they are. */
function namesInBrackets({ chunks, tags }: ActionContext, at: number): boolean {
  const stored = chunks[at + 1]?.values.some(({ field, via }) => field.name === tags && via === undefined) === true;
  const behind = chunks[at + 3];
  return (
    has(chunks[at - 1], 'open') &&
    stored &&
    has(chunks[at + 2], 'close') &&
    behind !== undefined &&
    !isBound(behind) &&
    !mayBeginAction(chunks, at + 3)
  );
}

/** "tag pilot whoever booked …": a tag that records have already, and behind it those who are to get it. */
function namedFirst({ chunks, tags, conditionBefore }: ActionContext, at: number): FoundAction | undefined {
  const chunk = chunks[at];
  const stored = chunk?.values.some(({ field, via }) => field.name === tags && via === undefined) === true;
  const whom = chunks[at + 1];
  const follows = has(whom, 'det', 'where') && !has(whom, 'in', 'with', 'have') && !whom?.glued;
  return stored && follows && !conditionBefore && whom?.values.length === 0
    ? { actions: [{ type: 'addTag', value: chunk?.quote ?? chunk?.text ?? '' }], to: at + 1 }
    : undefined;
}

/** `label all open orders "rush"`: a quote that ends the clause and that nothing before compares with. */
function quotedLast(chunks: readonly Chunk[], from: number): number | undefined {
  for (let at = from + 1; at < chunks.length; at++) {
    if (chunks[at]?.quote === undefined) continue;
    const next = chunks[at + 1];
    const before = chunks[at - 1];
    const ends = next === undefined || has(next, 'stop', 'filler', 'comma');
    const stands =
      says(before, 'withWord') ||
      has(before, 'noun') ||
      (before?.values.length ?? 0) > 0 ||
      before?.fields[0]?.field.type === 'boolean';
    return ends && stands ? at : undefined;
  }
  return undefined;
}

function isTaggedWith(chunks: readonly Chunk[], from: number): boolean {
  const last = quotedLast(chunks, from);
  return last !== undefined && says(chunks[last - 1], 'withWord');
}

export function conditionFollows(context: ActionContext, at: number): boolean {
  return context.chunks.slice(at).some(chunk => has(chunk, 'if') && !has(chunk, 'where'));
}

/** So far before the verb stands the noun that "it" is. */
const NEAR = 4;

/** The tag that the records were said to have. */
export function tagSpokenOf(said: readonly Chunk[]): string | undefined {
  const at = said.findLastIndex(chunk => has(chunk, 'tagNoun', 'tag') && chunk.quote === undefined);
  const named = said
    .slice(Math.max(0, at - 1), at + 3)
    .find(chunk => chunk.quote !== undefined || chunk.values.some(link => link.field.type === 'list'));
  const stored = named?.values.find(link => link.field.type === 'list')?.stored[0];
  return at < 0 ? undefined : (named?.quote ?? stored);
}

/** "with the X tag: remove it", "take it off": the tag just spoken of. */
function tagPointedAt(chunks: readonly Chunk[], at: number, said: readonly Chunk[]): FoundAction | undefined {
  const near = said.slice(-NEAR).some(chunk => has(chunk, 'tagNoun', 'tag') && chunk.quote === undefined);
  const to = has(chunks[at], 'off') ? at + 1 : at;
  const spoken = near && says(chunks[at - 1], 'itWord') && endsOrder(chunks, to) ? tagSpokenOf(said) : undefined;
  return spoken === undefined ? undefined : { actions: [{ type: 'removeTag', value: spoken }], to };
}

const tellsRecords = (chunk: Chunk | undefined): boolean =>
  has(chunk, 'noun', 'det', 'allTags', 'ones') || (chunk?.values.length ?? 0) > 0 || isField(chunk);

/** "remove the VIP tag", "remove tag X", "untag X". */
export function parseRemoving(asked: ActionContext, at: number, said: readonly Chunk[]): FoundAction | undefined {
  const context: ActionContext = { ...asked, removing: true };
  const { chunks, text } = context;
  const verb = chunks[at];
  if (!verb || !has(verb, 'remove', 'clear') || verb.quote !== undefined || !startsClause(chunks, at)) return undefined;
  const removes = has(verb, 'remove');
  let next = at + 1;
  while (has(chunks[next], 'det', 'them') && !has(chunks[next], 'tagNoun')) next++;
  if (!removes && (!isNamedTag(chunks, next) || has(chunks[next], 'eq'))) return undefined;
  // "quita también la etiqueta rush", "enlève aussi le tag rush"
  const leads = has(chunks[next], 'also') || (has(chunks[next], 'filler') && chunks[next]?.values.length === 0);
  if (leads && !has(chunks[next], 'tagNoun') && has(chunks[next + 1], 'tagNoun')) next++;
  const pointed = next > at + 1 ? tagPointedAt(chunks, next, said) : undefined;
  if (pointed) return pointed;
  // "… la etiqueta X, quítasela", "… das Tag X haben: entfernen": a verb alone takes away the tag that was spoken of as one.
  const spokenOf = said.some(chunk => has(chunk, 'tagNoun') && !isParticiple(chunk) && chunk.quote === undefined);
  const had = spokenOf && context.conditionBefore && endsOrder(chunks, at + 1) ? tagSpokenOf(said) : undefined;
  if (had !== undefined) return { actions: [{ type: 'removeTag', value: had }], to: at + 1 };
  if (has(chunks[next], 'tagNoun') || says(verb, 'untags')) {
    let from = says(verb, 'untags') ? next : next + 1;
    while (has(chunks[from], 'colon', 'as')) from++;
    // "remove this tag": the one spoken of.
    if (!chunks[from] || isBound(chunks[from]) || has(chunks[from], 'and', 'off')) {
      const spoken = tagSpokenOf(said);
      // "take the tag off them"
      const off = has(chunks[from], 'off') ? from + 1 : from;
      const to = off > from && has(chunks[off], 'them') && endsOrder(chunks, off + 1) ? off + 1 : off;
      return spoken === undefined ? undefined : { actions: [{ type: 'removeTag', value: spoken }], to };
    }
    // "remove the tag from all part-timers": which tag was never said.
    const whom = has(chunks[from], 'for', 'from') && !/^\p{Lu}/u.test(chunks[from]?.text ?? '');
    if (whom && chunks[from]?.quote === undefined && tellsRecords(chunks[from + 1]) && !context.conditionBefore) {
      const issues = [{ kind: 'missing-tag' as const }];
      return { actions: [], to: chunks.length, inner: [from + 1, chunks.length], issues };
    }
    const before = context.conditionBefore;
    const end = chunks.findIndex(
      (chunk, i) => i > from && has(chunk, 'for', 'where', 'in', 'from') && says(chunk, 'endsRemoved'),
    );
    const limited: ActionContext = end > from && !before ? { ...context, chunks: chunks.slice(0, end) } : context;
    const read = readTags(limited, from);
    return read && { actions: read.tags.map(value => ({ type: 'removeTag', value })), to: read.to };
  }
  const noun = chunks.findIndex((chunk, i) => i > next && i <= next + 4 && has(chunk, 'tagNoun'));
  const first = chunks[next];
  const last = chunks[noun - 1];
  if (
    noun > next &&
    first &&
    last &&
    !chunks
      .slice(next, noun)
      .some(part => isBound(part) || has(part, 'in', 'as', 'where') || (has(part, 'dash') && !part.glued)) &&
    !beginsNext(chunks, next, noun)
  ) {
    return { actions: [{ type: 'removeTag', value: first.quote ?? text.slice(first.start, last.end) }], to: noun + 1 };
  }
  const link = first?.values.find(value => value.field.type === 'list');
  // "remove Express", where express is also how urgent things are: a tag as records have it, unless a field is called so.
  const stored = link?.via === undefined && (first?.fields[0]?.score ?? 0) < CALLED;
  const from = behindTags(chunks, next + 1);
  if (first && ((link && (stored || !isField(first))) || from !== undefined))
    return {
      actions: [{ type: 'removeTag', value: first.quote ?? link?.stored[0] ?? first.text }],
      to: from ?? next + 1,
    };
  // "add rush and remove slow": behind a tag that is added a lone word is one that goes, though no record has it.
  const lone = asked.tagging && next === at + 1 && first && isUnknown(first) && endsOrder(chunks, next + 1);
  return lone ? { actions: [{ type: 'removeTag', value: first.quote ?? first.text }], to: next + 1 } : undefined;
}

/** "cancella il numero di tracking e togli il tag X": the noun behind the next order is no longer the tag of the first. */
const beginsNext = (chunks: readonly Chunk[], from: number, to: number): boolean =>
  chunks.slice(from, to).some((part, i) => has(part, 'and') && mayBeginAction(chunks, from + i + 1));

/** A field by its own name. */
const CALLED = 0.9;

/** Behind an arrow a bare text is a tag. */
export function parseArrow(context: ActionContext, at: number): FoundAction | undefined {
  const { chunks } = context;
  if (!has(chunks[at - 1], 'arrow') || !context.conditionBefore) return undefined;
  const chunk = chunks[at];
  if (
    !chunk ||
    mayBeginAction(chunks, at) ||
    has(chunk, 'give', 'not', 'then', 'for', 'unsupported') ||
    has(chunks[at + 1], 'eq', 'tagNoun')
  )
    return undefined;
  // "→ in die private E-Mail kopieren": an order whose verb ends it is no tag.
  let last = at;
  while (chunks[last + 1] && !isBound(chunks[last + 1]) && !has(chunks[last + 1], 'and')) last++;
  if (last > at && mayBeginAction(chunks.slice(last, last + 1), 0) && !has(chunks[last], 'tag', 'add'))
    return undefined;
  const named = isField(chunk) && !chunk.typo && chunk.values.length === 0 && chunk.quote === undefined;
  // "=> +gold"
  const adds = chunk.text === '+' && chunks[at + 1]?.glued === true;
  return named ? undefined : tagged(context, adds ? at + 1 : at);
}
