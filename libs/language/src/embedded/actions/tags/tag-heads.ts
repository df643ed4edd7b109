import { type ActionContext, type FoundAction } from '../action-text';
import { isTagOf } from './bare-tags';
import { isCapital, isCompound, wordEnd } from './tag-ends';
import { leadsOff, takenOffBehind } from './tag-taken-off';
import { has, isBound, isSmall } from '../../cursor';
import { closesSaying, opensSaying, says } from '../../saying';
import type { Chunk, Grounding } from '../../../grounding/link-words';

/** A name has hardly more words. */
const LONGEST = 5;
/** So many words tell where a tag goes: "should always go". */
const VERBS = 4;

interface Name {
  readonly value: string;
  readonly to: number;
}

const isNoun = (chunk: Chunk | undefined): boolean => has(chunk, 'tagNoun') && chunk?.quote === undefined;

/** What a tag is called: in quotes, put together, as some record has it, or in words with capitals. */
function nameAt(context: ActionContext, at: number): Name | undefined {
  const { chunks, text } = context;
  const first = chunks[at];
  if (!first || isBound(first)) return undefined;
  if (first.quote !== undefined) return { value: first.quote, to: at + 1 };
  // "Pon una etiqueta a …": the verb that gives a tag is not what it is called.
  if (has(first, 'add', 'setTo') && has(chunks[at + 1], 'tagNoun')) return undefined;
  const word = wordEnd(chunks, at);
  const whole = isCompound(chunks, at, word) || (word === at + 1 && isTagOf(context, first));
  let to = whole ? word : at;
  while (!whole && to < at + LONGEST && isCapital(chunks[to]) && !(isNoun(chunks[to]) && to > at))
    to = wordEnd(chunks, to);
  const last = chunks[to - 1];
  return to > at && last ? { value: text.slice(first.start, last.end), to } : undefined;
}

/** "added | to", "to every": what leads to the records may be one with the word before it or behind it. */
const leadsOn = (chunk: Chunk | undefined): boolean =>
  (has(chunk, 'on', 'to', 'for') && !has(chunk, 'if', 'and')) ||
  (has(chunk, 'off') && says(chunk, 'receives')) ||
  (/ /.test(chunk?.key ?? '') && ((isPutOn(chunk) && closesSaying(chunk, 'towards')) || goesTo(chunk)));

/** "va para", "vai para", "va aux": the verb and what leads to the records, in one. */
const goesTo = (chunk: Chunk | undefined): boolean =>
  isSmall(chunk) && opensSaying(chunk, 'landsOn') && !says(chunk, 'landsOn');

/** "applied", "required", "se pone": what was or is to be done with a tag so that records have it. */
const isPutOn = (chunk: Chunk | undefined): boolean =>
  chunk?.quote === undefined &&
  !has(chunk, 'remove', 'not', 'never', 'empty', 'without') &&
  (opensSaying(chunk, 'brought', 'verbForm', 'putsOn') || (isSmall(chunk) && has(chunk, 'add')));

/** "se | aplica", "aplica | - | se": the pronoun of a verb that is said of the tag itself. */
const isPronoun = (chunk: Chunk | undefined): boolean =>
  isSmall(chunk) ? has(chunk, 'filler') && (chunk?.glued === true || !has(chunk, 'if')) : chunk?.glued === true;

/** "… se añade | si", "… va messo | quando": when it is given is told, and so which records. */
const opensCondition = (chunk: Chunk | undefined): boolean =>
  isSmall(chunk) && has(chunk, 'if', 'onlyIf') && !chunk?.glued;

const opensRecords = (chunk: Chunk | undefined): boolean =>
  chunk?.quote === undefined &&
  (has(chunk, 'det', 'noun', 'ones', 'allTags', 'where', 'them') ||
    (chunk?.values.length ?? 0) > 0 ||
    (chunk?.fields.length ?? 0) > 0);

/** Where the records begin that a tag goes on ("goes to", "should go on", "is for", "for"), or off. */
function recordsBehind(
  chunks: readonly Chunk[],
  at: number,
  bare: boolean,
): { readonly to: number; readonly off: boolean } | undefined {
  let next = at;
  let goes = bare;
  while (next < at + VERBS && !leadsOn(chunks[next]) && !leadsOff(chunks[next])) {
    const chunk = chunks[next];
    // "bekommt, | wer …": a clause says who gets it.
    if (goes && has(chunk, 'comma') && has(chunks[next + 1], 'ask', 'where') && has(chunks[next - 1], 'gets'))
      return { to: next + 1, off: false };
    // "wird vergeben, | wenn …"
    const when = has(chunk, 'comma') ? next + 1 : next;
    if (opensCondition(chunks[when])) return goes && next > at ? { to: when, off: false } : undefined;
    if (chunk?.quote !== undefined || has(chunk, 'not', 'where') || isBound(chunk)) return undefined;
    // "den Tag X | bekommen | alle Kunden": those who get it stand behind the verb.
    if (has(chunk, 'gets') && opensRecords(chunks[next + 1])) return { to: next + 1, off: false };
    if (says(chunk, 'goesAlong') && opensRecords(chunks[next + 1])) return { to: next + 1, off: false };
    // "can go" says that it is over, unless it goes on something.
    const moves =
      says(chunk, 'landsOn') || has(chunk, 'give') || (has(chunk, 'obsolete') && closesSaying(chunk, 'landsOn'));
    const put = isPutOn(chunk);
    if (!moves && !put && !has(chunk, 'be', 'may', 'then') && !isPronoun(chunk)) return undefined;
    goes ||= moves || put || (has(chunk, 'be') && (has(chunks[next + 1], 'for') || says(chunks[next + 1], 'receives')));
    next++;
  }
  const off = leadsOff(chunks[next]);
  const put = isPutOn(chunks[next]) || goesTo(chunks[next]);
  return (goes || put) && opensRecords(chunks[next + 1]) ? { to: next + 1, off } : undefined;
}

/**
 * A request that opens with its tag: "the tag VIP goes to …", "Big Spender tag for orders …", "VIP tag off all …",
 * "Needs Call is the tag for …". What stands behind says which records.
 */
export function parseTagAtHead(context: ActionContext, at: number, grounding: Grounding): FoundAction | undefined {
  const { chunks } = context;
  if (context.conditionBefore || (at > 0 && !isBound(chunks[at - 1]))) return undefined;
  if (chunks.some(chunk => has(chunk, 'ask') && !has(chunk, 'filler', 'where', 'if'))) return undefined;
  const article = has(chunks[at], 'det') && !isNoun(chunks[at]) && !chunks[at + 1]?.glued ? at + 1 : at;
  const first = isNoun(chunks[article]);
  const name = nameAt(context, first ? article + 1 : article);
  if (!name) return undefined;
  // "Remove | the tag": behind its name the noun has no article of its own.
  const noun = !first && isNoun(chunks[name.to]) && !opensSaying(chunks[name.to], 'article');
  const from = noun ? name.to + 1 : name.to;
  const last = grounding.lexicons[0]?.verbLastInClauses ? verbAtEnd(chunks, from) : undefined;
  const found = first || noun ? recordsBehind(chunks, from, noun || last !== undefined) : behindBeing(chunks, from);
  if (!found) return undefined;
  const off = found.off || (last ? last.off : takenOffBehind(chunks, found.to));
  const type = off ? 'removeTag' : 'addTag';
  return {
    actions: [{ type, value: name.value }],
    ...(last && last.at > found.to ? { inner: [found.to, last.at], to: last.to } : { to: found.to }),
  };
}

/** "den Tag X an alle Kunden | vergeben", "de tag X moet bij alle klanten | worden verwijderd": the verb that ends a request. */
function verbAtEnd(
  chunks: readonly Chunk[],
  from: number,
): { readonly at: number; readonly to: number; readonly off: boolean } | undefined {
  let to = from;
  while (chunks[to] && !has(chunks[to], 'stop', 'if')) to++;
  if (has(chunks[to], 'if') && has(chunks[to - 1], 'comma')) to--;
  const helps = (at: number): boolean =>
    at > from && isSmall(chunks[at]) && (has(chunks[at], 'give', 'may') || says(chunks[at], 'infinitiveMark'));
  let verb = to - 1;
  while (helps(verb) && !has(chunks[verb], 'remove')) verb--;
  const said = chunks[verb];
  const acts = has(said, 'add', 'setTo', 'remove') || says(said, 'putsOn');
  if (verb <= from + 1 || !isSmall(said) || !acts) return undefined;
  // "bei Maschinen, die entfernt wurden": said of the records.
  if (has(chunks[verb + 1], 'be') && !has(chunks[verb + 1], 'give')) return undefined;
  let at = verb;
  while (helps(at - 1)) at--;
  return { at, to, off: has(said, 'remove') };
}

/** "… is the tag for", "… shall be our label for". */
function behindBeing(chunks: readonly Chunk[], at: number): ReturnType<typeof recordsBehind> {
  let next = at;
  while (next < at + VERBS && has(chunks[next], 'be', 'give', 'may', 'det', 'them') && !isNoun(chunks[next])) next++;
  return next > at && has(chunks[at], 'be', 'give', 'may') && isNoun(chunks[next])
    ? recordsBehind(chunks, next + 1, true)
    : undefined;
}
