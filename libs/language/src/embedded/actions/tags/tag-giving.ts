import { capitalNameAt } from './capital-names';
import { type ActionContext, type FoundAction, isAndThe, mayBeginAction } from '../action-text';
import { has, isBound, isParticiple } from '../../cursor';
import { opensSaying, says } from '../../saying';
import { endsOrder } from '../clause-end';
import { startsClause } from '../clause-start';
import { setsField } from '../values/field-set';
import { statedAt } from '../values/stated-value';
import { tagged } from './tag-reading';
import type { Chunk } from '../../../grounding/link-words';
import { isDeedAsName, isFirstOfName, wordEnd } from './tag-ends';
import { parseCalled } from './tag-nouns';

/** "give everyone hired in May the newcomer label": its name between article and noun. */
function namedBefore({ chunks, text }: ActionContext, at: number, noun: number): FoundAction | undefined {
  if (!has(chunks[noun], 'tagNoun') || chunks[noun]?.quote !== undefined || chunks[noun]?.glued) return undefined;
  let first = noun - 1;
  while (first > at && chunks[first]?.glued) first--;
  const article = chunks[first - 1];
  const ends = endsOrder(chunks, noun + 1);
  if (
    first - 1 <= at ||
    !has(article, 'det') ||
    has(article, 'have', 'without', 'no') ||
    isBound(chunks[first]) ||
    !ends
  )
    return undefined;
  if (has(chunks[first - 2], 'with', 'without', 'have', 'no', 'where')) return undefined;
  const value = noun - first === 1 ? (chunks[first]?.quote ?? chunks[first]?.text) : undefined;
  return {
    actions: [{ type: 'addTag', value: value ?? text.slice(chunks[first]?.start, chunks[noun - 1]?.end) }],
    to: noun + 1,
    inner: [at, first - 1],
  };
}

/** "give staff in Copenhagen the tag Nordics": who gets it stands between verb and tag. */
function parseGivenLate(context: ActionContext, at: number, provides: boolean): FoundAction | undefined {
  const { chunks } = context;
  if (has(chunks[at], 'tagNoun') || chunks[at]?.quote !== undefined) return undefined;
  // A relative clause stands between commas: "gib allen, die … sind, das Tag X".
  for (let noun = at + 1; noun < chunks.length && (!isBound(chunks[noun]) || has(chunks[noun], 'comma')); noun++) {
    // "zet … het niveau op Bronze en verwijder de tag X": another verb has a tag of its own.
    if (has(chunks[noun - 1], 'and') && has(chunks[noun], 'remove', 'add', 'setTo') && !has(chunks[noun], 'tagNoun'))
      return undefined;
    // "the tag" may be one phrase or two words.
    const article = has(chunks[noun], 'det')
      ? noun
      : has(chunks[noun - 1], 'det')
        ? noun - 1
        : chunks[noun]?.key.includes(' ')
          ? noun
          : provides && has(chunks[noun - 1], 'with', 'of')
            ? noun - 1
            : undefined;
    const before = namedBefore(context, at, noun);
    if (before) return before;
    if (!has(chunks[noun], 'tagNoun') || article === undefined) continue;
    const led = has(chunks[article - 1], 'with', 'without', 'have') || (provides && has(chunks[article], 'with', 'of'));
    // "versieh alle Kunden | mit dem Tag X": there the tag is what they are provided with.
    if (led && !provides) continue;
    const said = context.conditionBefore;
    // "give orders the tag X where …": a noun alone says nothing of which records.
    context.conditionBefore =
      said ||
      chunks.slice(at, article).some(part => !has(part, 'noun', 'det', 'allTags', 'for') || part.values.length > 0);
    const found = tagged(context, noun + 1);
    context.conditionBefore = said;
    // "put all orders over 500 under the tag Big"
    const joined = (led && !has(chunks[article], 'with', 'of')) || says(chunks[article - 1], 'landsUnder');
    return found.actions.length > 0 ? { ...found, inner: [at, joined ? article - 1 : article] } : undefined;
  }
  return undefined;
}

/** "add the tag X", "get tagged X", "should be marked as X", "receive the VIP tag". */
export function parseGiving(context: ActionContext, at: number): FoundAction | undefined {
  const { chunks } = context;
  const opener = chunks[at];
  // "set the tag to rush for …"
  const led = has(opener, 'setTo') && startsClause(chunks, at) && has(chunks[at + 1], 'tagNoun') ? at + 2 : undefined;
  if (led !== undefined && opener?.quote === undefined && has(chunks[led], 'to') && !isBound(chunks[led + 1])) {
    const found = tagged(context, led + 1);
    if (context.conditionBefore || has(chunks[found.to], 'for', 'if', 'where')) return found;
  }
  // "could all of them be tagged Review?": what may be done to them is asked for.
  const asked = says(opener, 'passiveInfinitive') && has(chunks[at + 1], 'tag') && opensWithMay(chunks, at);
  const gives = has(opener, 'give') || asked;
  const adds = (has(opener, 'add') || usesTag(chunks, at)) && startsClause(chunks, at);
  // "los que llevan la etiqueta VIP" tells of a tag, it orders none.
  if (gives && has(opener, 'have') && has(chunks[at - 1], 'where', 'except')) return undefined;
  if (!opener || opener.quote !== undefined || (!gives && !adds)) return undefined;
  const called = parseCalled(context, at + 1);
  if (called) return called;
  const instead = adds ? parseInPlace(context, at) : undefined;
  if (instead) return instead;
  let next = at + 1;
  while (
    next < at + 6 &&
    (has(chunks[next], 'give', 'be', 'det', 'them', 'then', 'filler') || isHowMany(chunks, next)) &&
    !has(chunks[next], 'tag', 'tagNoun') &&
    (has(chunks[next], 'them') || !has(chunks[next], 'noun')) &&
    // "adicionar Por enviar": the name begins with the little word.
    !(adds && context.conditionBefore && isFirstOfName(chunks, next)) &&
    wordEnd(chunks, next) === next + 1
  )
    next++;
  const chunk = chunks[next];
  if (!chunk) return undefined;
  const named = chunks.slice(at + 1, next + 1).some(part => has(part, 'det'));
  const late =
    adds && (!context.conditionBefore || named) ? parseGivenLate(context, next, says(opener, 'provides')) : undefined;
  if (late) return late;
  // "skal forsynes | med tagget X"
  const provided = has(chunk, 'with') && says(chunks[next - 1], 'provides') && has(chunks[next + 1], 'tagNoun');
  if (provided) return tagged(context, next + 2);
  const participle = has(chunk, 'tag') && gives && isParticiple(chunk);
  if (participle || has(chunk, 'tagNoun')) {
    // "are tagged VIP" in the middle of a clause describes; "should be tagged VIP" orders.
    if (!asked && has(opener, 'be') && !has(chunks[at + 1], 'be') && participle && opener.key.length <= 3)
      return undefined;
    let from = next + 1;
    while (
      has(chunks[from], 'as', 'with', 'tagNoun', 'colon') &&
      from < next + 4 &&
      !(has(chunks[from], 'as', 'with') && isFirstOfName(chunks, from))
    )
      from++;
    return tagged(context, from);
  }
  const several = adds || gives ? namesBefore(context, next) : undefined;
  if (several) return withParticiple(context, several);
  // "add VIP tag", "get the Gold label"
  const noun = chunks.findIndex((candidate, i) => i > next && i <= next + 4 && has(candidate, 'tagNoun'));
  // "dan krijgt de order | de tag X", "giv ordrer | tagget X": whoever gets it, and then the noun with its article.
  const whom = has(chunk, 'noun') && chunk.values.length === 0 && noun === next + 1 && opensWithArticle(chunks[noun]);
  if (whom) return { ...tagged(context, noun + 1), ...(adds && !context.conditionBefore && { inner: [next, noun] }) };
  if (
    noun > next &&
    !chunks.slice(next, noun).some(part => isBound(part) || has(part, 'in', 'as', 'and', 'where', 'have')) &&
    !chunks[noun]?.glued &&
    (adds || gives)
  ) {
    const last = chunks[noun - 1];
    const value = chunk.quote ?? (last ? context.text.slice(chunk.start, last.end) : '');
    return withParticiple(context, { actions: [{ type: 'addTag', value }], to: noun + 1 });
  }
  // "pon el estado 'blocked' a …": the value of the field named before it.
  if (adds && chunk.quote !== undefined && statedAt(chunks, next - 1, context.tags)?.named) return undefined;
  if (adds && chunk.quote !== undefined) return { actions: [{ type: 'addTag', value: chunk.quote }], to: next + 1 };
  const plain = chunks.slice(at + 1, next).every(part => has(part, 'then') && !has(part, 'det'));
  return adds && plain ? (bareTag(context, next) ?? namedInCapitals(context, next)) : undefined;
}

/** "Could all …", "please can the ones …": a clause that opens with whether something may be. */
function opensWithMay(chunks: readonly Chunk[], at: number): boolean {
  let from = at;
  while (from > 0 && !isBound(chunks[from - 1])) from--;
  while (from < at && has(chunks[from], 'then', 'signOff') && !has(chunks[from], 'may')) from++;
  return has(chunks[from], 'may');
}

/** "de tag", "tagget": the noun with its article, in one word or in two. */
const opensWithArticle = (chunk: Chunk | undefined): boolean =>
  has(chunk, 'tagNoun') && (has(chunk, 'det') || opensSaying(chunk, 'article'));

/** "take off VIP and put Watch on", "remove Hedge, add Dollar": behind a tag that goes, the name alone is one that comes. */
function parseInPlace(context: ActionContext, at: number): FoundAction | undefined {
  const { chunks, text } = context;
  if (context.untagging !== true || !(context.listed === at || has(chunks[at - 1], 'and', 'comma', 'then')))
    return undefined;
  const first = has(chunks[at + 1], 'on') && chunks[at + 1]?.quote === undefined ? at + 2 : at + 1;
  let end = first;
  while (chunks[end] && !endsOrder(chunks, end) && !leavesName(chunks, end) && !says(chunks[end], 'inItsPlace')) end++;
  const particle = first === at + 1 && end > first + 1 && has(chunks[end - 1], 'on') ? 1 : 0;
  const [opener, last] = [chunks[first], chunks[end - particle - 1]];
  if (!opener || !last || end - particle <= first || setsField(chunks, first)) return undefined;
  const capital = /^\p{Lu}/u.test(opener.text);
  // "… and set homework to no": a word in small letters ends its order.
  if (!capital && has(chunks[end], 'to', 'into')) return undefined;
  const named = capital || wordEnd(chunks, first) === end - particle;
  const plain = !has(opener, 'det', 'them', 'tagNoun', 'allTags') && !isBound(opener);
  const value =
    end - particle === first + 1 && opener.quote !== undefined ? opener.quote : text.slice(opener.start, last.end);
  if (!named || !plain) return undefined;
  const whom = has(chunks[end], 'on', 'to') && has(chunks[end + 1], 'them') && endsOrder(chunks, end + 2);
  const behind = whom ? end + 2 : says(chunks[end], 'inItsPlace') ? end + 1 : end;
  return { actions: [{ type: 'addTag', value }], to: behind };
}

const leavesName = (chunks: readonly Chunk[], at: number): boolean =>
  has(chunks[at], 'for', 'to', 'on', 'in') &&
  /^\p{Ll}/u.test(chunks[at]?.text ?? '') &&
  has(chunks[at + 1], 'noun', 'det', 'ones', 'them', 'allTags') &&
  !has(chunks[at + 1], 'falseWord', 'trueWord');

/** "get two tags: X and Y" */
const isHowMany = (chunks: readonly Chunk[], at: number): boolean =>
  chunks[at]?.number !== undefined && has(chunks[at + 1], 'tagNoun') && chunks[at]?.quote === undefined;

/** "use the tag X for …", "use X as the tag for …", "set the tag X on …" */
const usesTag = (chunks: readonly Chunk[], at: number): boolean => {
  const named =
    has(chunks[at + 1], 'tagNoun') && !isBound(chunks[at + 2]) && has(chunks[at + 3], 'on', 'for', 'if', 'where');
  if (has(chunks[at], 'setTo') && named && !has(chunks[at + 2], 'to', 'as') && !has(chunks[at + 3], 'to', 'have'))
    return true;
  if (!has(chunks[at], 'fill') || chunks[at]?.quote !== undefined) return false;
  let next = at + 1;
  while (next < at + MOST_NAMES && chunks[next] && !isBound(chunks[next]) && !has(chunks[next], 'tagNoun')) next++;
  return has(chunks[next], 'tagNoun') && (next === at + 1 || has(chunks[next - 1], 'as', 'det'));
};

/** "delivered after the date promised, put Too Late": where a condition was said before, the name alone. */
function namedInCapitals(context: ActionContext, at: number): FoundAction | undefined {
  // "…, put Spain": a value that records hold may be meant for its field, what only means the same in capitals is not.
  const word = context.chunks[at];
  const held =
    word?.region !== undefined ||
    word?.values.some(({ field, via }) => field.name !== context.tags && via !== 'word') === true;
  const name = context.conditionBefore && !held ? capitalNameAt(context, at) : undefined;
  return name && { actions: [{ type: 'addTag', value: name.value }], to: name.to };
}

/** "add the VIP and the Gold tag", "get the tags …": several names before the noun, of which each is one word. */
function namesBefore({ chunks }: ActionContext, from: number): FoundAction | undefined {
  const names: string[] = [];
  for (let at = from; at < from + MOST_NAMES; at += 2) {
    const [name, joint] = [chunks[at], chunks[at + 1]];
    if (!name || isBound(name) || name.glued || has(name, 'tagNoun', 'in', 'where', 'have', 'det')) return undefined;
    names.push(name.quote ?? name.text);
    if (has(joint, 'tagNoun') && joint?.quote === undefined)
      return names.length > 1 ? { actions: names.map(value => ({ type: 'addTag', value })), to: at + 2 } : undefined;
    const last = chunks.findIndex((chunk, i) => i > at && has(chunk, 'tagNoun')) === at + 3;
    if (joint?.glued || !(has(joint, 'and', 'comma') || (last && isAndThe(joint)))) return undefined;
  }
  return undefined;
}

const MOST_NAMES = 8;

/** "should have the X tag added", "… removed": the participle says which. */
function withParticiple({ chunks }: ActionContext, found: FoundAction): FoundAction {
  const said = chunks[found.to];
  if (!said || !isParticiple(said)) return found;
  if (has(said, 'remove'))
    return {
      to: found.to + 1,
      actions: found.actions.map(action => (action.type === 'addTag' ? { ...action, type: 'removeTag' } : action)),
    };
  return has(said, 'add') ? { ...found, to: found.to + 1 } : found;
}

/** "no tags at all? add untagged": one word that means nothing else, alone behind the verb. */
export function bareTag(context: ActionContext, at: number): FoundAction | undefined {
  const chunk = context.chunks[at];
  // "zet er dan ongelabeld op": the particle of the verb ends its clause.
  const particle =
    has(context.chunks[at + 1], 'on', 'off', 'add') &&
    isBound(context.chunks[at + 2]) &&
    !isDeedAsName(context.chunks, at);
  const after = context.chunks[particle ? at + 2 : at + 1];
  // "add perso and remove archived": the next order begins.
  const behind = particle ? at + 3 : at + 2;
  const alone = !after || isBound(after) || (has(after, 'and') && mayBeginAction(context.chunks, behind));
  if (!context.conditionBefore || !chunk || !alone || !/^\p{L}/u.test(chunk.text)) return undefined;
  const known =
    chunk.values.length > 0 ||
    ((chunk.fields[0]?.score ?? 0) >= 0.9 && !chunk.opposite) ||
    chunk.number !== undefined ||
    chunk.date !== undefined;
  return known || (has(chunk, 'det', 'them') && !chunk.typo)
    ? undefined
    : { actions: [{ type: 'addTag', value: chunk.text }], to: particle ? at + 2 : at + 1 };
}
