import type { Field } from '@lib/rules';
import { has, isBound, isField } from '../../cursor';
import { closesSaying, saidTo, says } from '../../saying';
import { join, negate, type TestMeaning } from '../../meaning/meaning';
import { parseDomain } from './domains-held';
import { comparatorOf } from '../operands';
import { readRawText } from './raw-text';
import { type Parsed, type ParseState, testOn } from '../parse-state';
import { isListed, soughtEnd } from './sought-texts';
import { parseHeldPiece } from './held-pieces';
import { phraseKey } from '../../../grounding/compiled-lexicon';
import type { FieldLink } from '../../../grounding/fields/field-index';
import type { Chunk } from '../../../grounding/link-words';
import type { ValueLink } from '../../../grounding/values/value-index';

const OPERATORS = ['startsWith', 'endsWith', 'matches', 'contains'] as const;

/** Behind a text field: contains, starts, ends, matches, and lengths in characters; `measured`: its length was named before. */
export function parseTextTest(
  state: ParseState,
  links: readonly FieldLink[],
  from: number,
  at: number,
  measured = false,
): Parsed | undefined {
  const texts = links.filter(link => link.field.type === 'text' || link.field.type === 'list');
  if (texts.length === 0) return undefined;
  // "no tiene 10 caracteres"
  const exact = has(state.chunks[at + 1], 'exactly') ? at + 2 : at + 1;
  const lacks = has(state.chunks[at], 'without') && state.chunks[exact]?.number !== undefined;
  const lacking = lacks ? parseLength(state, texts, from, at + 1) : undefined;
  if (lacking) return { ...lacking, meaning: negate(lacking.meaning) };
  return (
    parseLength(state, texts, from, at, measured) ??
    parseHeldPiece(state, texts, from, at) ??
    parsePart(state, texts, from, at)
  );
}

function parsePart(state: ParseState, links: readonly FieldLink[], from: number, at: number): Parsed | undefined {
  const { chunks, text } = state;
  const inside = standsInside(state, links, from, at);
  const operator = inside ? 'contains' : OPERATORS.find(role => has(chunks[at], role));
  if (!operator) return parseDomain(state, links, from, at);
  const parts: string[] = [];
  let all = false;
  let to = inside ? at : at + 1;
  const neither = has(chunks[to], 'neither');
  const denied = !neither && deniesText(chunks, to);
  // "no contiene ninguna @": said twice, meant once.
  const none = neither || (denied && !has(chunks[at - 1], 'not'));
  if (neither || denied || has(chunks[to], 'either', 'both')) to++;
  // "what operators say about oil"
  const told = /^\p{Ll}/u.test(chunks[to]?.text ?? '') ? saidTo(chunks, to, 'topic') : undefined;
  if (told !== undefined && !isBound(chunks[told])) to = told;
  const first = chunks[to];
  // "the final of the match on …", "which report includes a circuit of …": no text is looked for.
  const named = isField(first) && !(chunks[to + 1] === undefined || isBound(chunks[to + 1]));
  if (first?.quote === undefined && state.question && (named || has(first, 'where', 'on', 'in', 'if', 'det')))
    return undefined;
  // "specialties include psychiatry or dermatology": elements of the list, each read as the value it is.
  const lists = ({ type, name }: Field): boolean => type === 'list' || state.grounding.values.holdsSeveral(name);
  const element = first?.values.some(value => links.some(({ field }) => lists(field) && field === value.field));
  if (operator === 'contains' && first?.quote === undefined && element) return undefined;
  if (operator === 'matches') {
    if (!first) return undefined;
    if (first.quote !== undefined)
      return made(state, links, from, to + 1, { is: 'text', operator, texts: [first.quote] });
    // A pattern has no blanks; it runs on over whatever marks it is made of.
    let end = to + 1;
    while (chunks[end]?.glued && !endsPattern(chunks, end)) end++;
    return made(state, links, from, end, {
      is: 'text',
      operator,
      texts: [text.slice(first.start, chunks[end - 1]?.end)],
    });
  }
  for (;;) {
    const raw = readRawText(
      chunks,
      to,
      text,
      (chunk, index) =>
        !chunk.glued &&
        (((says(chunk, 'anywhere') || has(chunk, 'where', 'as', 'if', 'in', 'dash', 'have', 'be', 'orMore', 'nor')) &&
          chunk.values.length === 0 &&
          !has(chunk, 'det')) ||
          ordersMore(chunks, index) ||
          lacksMore(chunks, index) ||
          // "begins with HE- and the title …": the article was read with the joint.
          (has(chunk, 'added') && closesSaying(chunk, 'article')) ||
          // "numbers starting with 0049 get …": one word is looked for at an edge.
          (operator !== 'contains' && has(chunk, 'give', 'may') && /^\p{Ll}/u.test(chunk.text))),
    );
    if (!raw || raw.value === '') break;
    parts.push(raw.value);
    to = raw.to;
    const joint = chunks[to];
    if (!has(joint, 'or', 'and', 'comma', 'slash') && !(none && has(joint, 'nor'))) break;
    let follow = has(chunks[to + 1], 'or', 'and') ? to + 2 : to + 1;
    // "with Mc or with O'", "begins with A or begins with B": said again of the next.
    if (has(chunks[follow], operator) && chunks[follow]?.quote === undefined) follow++;
    else if (says(chunks[follow], 'withText') && chunks[follow + 1]) follow++;
    const next = chunks[follow];
    // Another text where it is quoted like the first, or a lone word that means nothing else; behind "or" every word is one
    // of those looked for, whatever else it could mean.
    if (!next || isBound(next)) break;
    // "starts with 10, Germany": a value of another field is said besides.
    const other = has(joint, 'comma') && next.quote === undefined && holdsOther(next, links);
    const another =
      !other &&
      ((raw.quoted && next.quote !== undefined) || (!raw.quoted && (isPlain(next) || goesOn(chunks, to, follow))));
    if (!another) break;
    all = has(joint, 'and') && operator === 'contains';
    to = follow;
  }
  if (parts.length === 0) return undefined;
  const sought = made(state, links, from, to, { is: 'text', operator, texts: parts, ...(all && { all }) });
  if (none && sought) return { ...sought, meaning: negate(sought.meaning) };
  return sought && (lessPart(state, links, operator, sought) ?? sought);
}

/** "contains no @", "enthält kein Komma", "ne contient pas de @": denied right before the text; "contains no" looks for that word. */
function deniesText(chunks: readonly Chunk[], at: number): boolean {
  const [verb, word, text] = [chunks[at - 2], chunks[at], chunks[at + 1]];
  if (word?.quote !== undefined || !/^\p{Ll}/u.test(word?.text ?? '') || !text || isBound(text)) return false;
  const twice = has(verb, 'not') || says(verb, 'expletive');
  return says(word, 'denyingArticle', 'noneOfIt') || has(word, 'not') || (twice && has(word, 'no', 'without'));
}

/** Whether a word is a value of another field than these, whole. */
const holdsOther = ({ values }: Chunk, links: readonly FieldLink[]): boolean =>
  values.some(({ field, via }: ValueLink) => via !== 'part' && !links.some(link => link.field === field));

/** "starts with WEB and not with SO", "contains oil but not boiler": another text that must not stand there. */
function lessPart(
  state: ParseState,
  links: readonly FieldLink[],
  operator: (typeof OPERATORS)[number],
  { meaning, to: from }: Parsed,
): Parsed | undefined {
  const { chunks, text } = state;
  const joined = has(chunks[from], 'comma') ? from + 1 : from;
  let at = joined;
  if (has(chunks[at], 'except')) at++;
  else if (has(chunks[at], 'and', 'but') && has(chunks[at + 1], 'not')) at += 2;
  if (at === joined) return undefined;
  const again = has(chunks[at], operator) && chunks[at]?.quote === undefined;
  const said = again || (says(chunks[at], 'withText') && has(chunks[at], 'with'));
  const next = chunks[said ? at + 1 : at];
  // "contains TX but not Houston": a value of another field is no text of this one.
  if (next?.quote === undefined && !again && next && holdsOther(next, links)) return undefined;
  if (!next || isBound(next) || !(isPlain(next) || (said && /^\p{Lu}/u.test(next.text)))) return undefined;
  const raw = readRawText(chunks, said ? at + 1 : at, text, () => true);
  const denied = raw && made(state, links, from, raw.to, { is: 'text', operator, texts: [raw.value] });
  const both = denied && join('and', [meaning, negate(denied.meaning)]);
  return both && { meaning: both, to: denied.to };
}

/** "in the notes there is "noise"", "the notes have "noise"": a quote that the text of a field holds, rather than all of it. */
function standsInside(
  { chunks, grounding }: ParseState,
  links: readonly FieldLink[],
  from: number,
  at: number,
): boolean {
  const [link] = links;
  const quote = chunks[at]?.quote;
  if (quote === undefined || link?.field.type !== 'text') return false;
  const before = has(chunks[from - 1], 'det') && !has(chunks[from - 1], 'in') ? chunks[from - 2] : chunks[from - 1];
  const holds = chunks.slice(from + 1, at).some(chunk => has(chunk, 'have') && !isField(chunk));
  const stored = grounding.values.lookupIn(phraseKey(quote), [link.field]).length > 0;
  return !stored && (holds || (at > from + 1 && has(before, 'in') && !isField(before)));
}

/** "^9\\d{4}$: tag X": a mark behind the pattern, with a blank after it, is none of its own. */
const endsPattern = (chunks: readonly Chunk[], at: number): boolean =>
  has(chunks[at], 'colon', 'comma') && chunks[at + 1]?.glued === false;

/** A word that nobody knows, or a name with a capital. */
const isPlain = (next: Chunk): boolean =>
  next.quote !== undefined ||
  ((next.roles.length === 0 || isNameLike(next)) &&
    next.fields.length === 0 &&
    (next.values.length === 0 || /^\p{Lu}/u.test(next.text)));

/** "relocation or visa", "gate, hall or bay": one list of texts, closed by "or". */
function goesOn(chunks: readonly Chunk[], joint: number, at: number): boolean {
  if (soughtEnd(chunks, at) === undefined) return false;
  return (
    has(chunks[joint], 'or') || has(chunks[at - 1], 'or') || (has(chunks[joint], 'comma') && isListed(chunks, joint))
  );
}

/** "Salud o Medical": with a capital it is a name, whatever noun it may be misspelt from. */
const isNameLike = (chunk: Chunk): boolean =>
  chunk.typo === true &&
  /^\p{Lu}/u.test(chunk.text) &&
  chunk.roles.every(role => role === 'noun' || role === 'people' || role === 'women');

/** "finisce con -R metti lo stato …": what is to be done begins. */
const ordersMore = (chunks: readonly Chunk[], at: number): boolean =>
  chunks[at]?.typo !== true &&
  has(chunks[at], 'setTo', 'add', 'remove', 'clear', 'tag') &&
  /^\p{Ll}/u.test(chunks[at]?.text ?? '') &&
  (has(chunks[at + 1], 'det', 'tagNoun', 'them', 'lower', 'upper', 'title') ||
    isField(chunks[at + 1]) ||
    chunks[at + 1]?.quote !== undefined);

/** "commençant par SN-9 sans firmware": what is missing besides is no part of the text. */
const lacksMore = (chunks: readonly Chunk[], at: number): boolean =>
  has(chunks[at], 'without', 'no') &&
  /^\p{Ll}/u.test(chunks[at]?.text ?? '') &&
  isField(chunks[has(chunks[at + 1], 'det') && !isField(chunks[at + 1]) ? at + 2 : at + 1]);

function made(
  state: ParseState,
  links: readonly FieldLink[],
  from: number,
  to: number,
  test: TestMeaning['test'],
): Parsed | undefined {
  const meaning = testOn(state, links, from, to, () => test);
  return meaning && { meaning, to };
}

/** "longer than 20 characters", "not exactly 13 digits long", "has 5 digits", "with fewer than 8 letters". */
function parseLength(
  state: ParseState,
  links: readonly FieldLink[],
  from: number,
  said: number,
  measured = false,
): Parsed | undefined {
  const { chunks } = state;
  // "the name's length is more than 12": the number needs no unit.
  const behind = has(chunks[said], 'long') && chunks[said + 1]?.number === undefined;
  // "in Tyrol with a length over 100" of a "Length": a number by its own name.
  if (behind && chunks[said]?.fields.some(({ field, score }) => field.type === 'number' && score >= 0.9))
    return undefined;
  const named = measured || behind;
  let at = behind ? said + 1 : said;
  while (behind && at < said + 4 && has(chunks[at], 'be', 'of', 'filler') && comparatorOf(chunks[at]) === undefined)
    at++;
  const had = comparatorOf(chunks[at]) === undefined && has(chunks[at], 'have', 'of');
  let operator: '>' | '<' | '==' | '>=' | '<=' | '!=' = '==';
  let next = had ? at + 1 : at;
  const chunk = chunks[next];
  const compared = comparatorOf(chunk);
  const longer =
    has(chunk, 'longerThan') || (chunk?.dimensioned?.role === 'gt' && chunk.dimensioned.concepts.includes('length'));
  if (longer) operator = '>';
  else if (
    has(chunk, 'shorterThan') ||
    (chunk?.dimensioned?.role === 'lt' && chunk.dimensioned.concepts.includes('length'))
  )
    operator = '<';
  else if (compared) operator = compared;
  if (longer || operator !== '==' || compared === '==' || has(chunk, 'exactly')) next++;
  while (has(chunks[next], 'exactly', 'det') && chunks[next]?.number === undefined) next++;
  const number = chunks[next]?.number;
  // "länger als fünf Jahre", "longer than 200 m": how long something has gone on, or is.
  if (!number || chunks[next]?.duration || (number.unit && !has(chunks[next + 1], 'characters'))) return undefined;
  const open = (i: number): '>=' | '<=' | undefined =>
    has(chunks[i], 'orMore') ? '>=' : has(chunks[i], 'orLess') ? '<=' : undefined;
  // "8 or more characters", "8 characters or more"
  const before = open(next + 1);
  let to = before ? next + 2 : next + 1;
  const unit = has(chunks[to], 'characters');
  const long = has(chunks[to], 'long');
  if (!unit && !long && !longer && !named) return undefined;
  if (unit) to++;
  const after = open(to);
  operator = before ?? after ?? operator;
  if (after) to++;
  if (has(chunks[to], 'long')) to++;
  return made(state, links, from, to, { is: 'length', operator, value: number.value });
}
