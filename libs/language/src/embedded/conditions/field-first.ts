import type { Field } from '@lib/rules';
import { isAskedFor } from './audit-words';
import { endsClause, has, isBound, isField, isParticiple, isValueOf } from '../cursor';
import { closesSaying, mentions, opensSaying, says } from '../saying';
import { relationOf } from './dates/date-tests';
import { beganFirst, datesFirst, happenedFirst, isDatedHappening } from './dates/dated-happenings';
import { leadsOn } from './leads-on';
import { parseLacksPart } from './texts/lacks-part';
import { join, type Meaning, negate, type TestMeaning } from '../meaning/meaning';
import { parseFieldList } from './field-lists';
import { comparatorOf } from './operands';
import { parseListedNumbers } from './numbers/listed-numbers';
import { parseMatchingField } from './values/matching-fields';
import { deniesOwnValue } from './denials/denied-values';
import { isHeldWhole, isState, isValueOfOther, isVeryValue } from './values/values-rather';
import { fieldMention, type Mention, type Parsed, type ParseState, type Said, spanOf, testOn } from './parse-state';
import { skipCopula } from './copula';
import { ownersFirst } from './values/owners-first';
import { statedContent } from './values/stated-content';
import { statedTruth } from './values/stated-truth';
import { putThere } from './presence/put-there';
import { parseDated } from './dates/said-dates';
import { parsePartIn } from './texts/part-in';
import { parseNumbers } from './numbers/said-numbers';
import { isHeldAsState, isNearerValue, isSooner } from './values/state-sooner';
import { parsePieceHeld } from './texts/pieces-held';
import { parseTextTest } from './texts/text-tests';
import { parseUnfinished } from './unfinished';
import { parseValues, readValueList } from './values/value-list';
import { lacksAbsence, noneThere, thingThere } from './presence/absence-labels';
import type { FieldLink } from '../../grounding/fields/field-index';
import type { Chunk } from '../../grounding/link-words';
import { isDateField } from '../../grounding/fields/date-field';

/** What is said of a field named first: "revenue is above 1m", "phone is empty", "created before 2020", "rated A or B". */
export function parseFieldFirst(state: ParseState, at: number, negated: boolean): Parsed | undefined {
  const said = fieldMention(state, at);
  const opener = state.chunks[at];
  if (!said || !opener) return undefined;
  const auxiliary = has(state.chunks[at - 1], 'not') ? [at - 1, at - 2] : [at - 1];
  const perfect =
    isParticiple(opener) &&
    said.links.some(({ field }) => isDateField(field)) &&
    auxiliary.some(i => mentions(state.chunks[i], 'perfect'));
  const mentioned = perfect
    ? { ...said, links: happenedFirst(said.links) }
    : beganFirst(state, opener, datesFirst(state, said));
  // Written exactly as a record holds it, it is that value rather than a field whose name is only akin.
  if (
    opener.values.some(
      link =>
        link.via === undefined &&
        !perfect &&
        (link.stored[0] === opener.text || isState(link, opener, mentioned.links) || isHeldWhole(link, opener)) &&
        link.field.name !== mentioned.links[0]?.field.name,
    ) &&
    (mentioned.links[0]?.score ?? 0) < 0.98 &&
    !isDatedHappening(state, mentioned)
  )
    return undefined;
  if (mentioned.to === at + 1 && (isVeryValue(opener, mentioned) || isValueOfOther(opener, mentioned.links)))
    return undefined;
  if (isSooner(state.chunks[at + 1], opener)) return undefined;
  // "deliverd": misspelt it is nearer to a value than to the name of a field.
  if (isNearerValue(opener, mentioned.links[0]) && !isDatedHappening(state, mentioned)) return undefined;
  // "customers with GmbH or AG in their name": the records, and what is looked for in them.
  if (has(opener, 'noun') && has(state.chunks[mentioned.to], 'have') && parsePartIn(state, mentioned.to))
    return undefined;
  const several = parseFieldList(state, at, mentioned.to);
  if (several) return several;
  const mention: Mention = { at, ...mentioned, links: ownersFirst(state.chunks, mentioned) };
  let next = skipCopula(state.chunks, mention.to);
  let not = false;
  // "remote workers who are not in Sales", "presents that aren't going express": what is denied there is something else.
  const flag = mention.links[0]?.field;
  const other = flag?.type === 'boolean' && deniesOther(state.chunks, mention.to, next, flag);
  if (other) next = mention.to;
  const none = other ? undefined : noneThere(state, mention, next);
  if (none) return none;
  while (
    !other &&
    (has(state.chunks[next], 'not', 'never') ||
      (has(state.chunks[next], 'notYet') && flag?.type === 'boolean' && names(state.chunks[next + 1], flag)) ||
      deniesOwnValue(state.chunks, mention, next)) &&
    !has(state.chunks[next], 'empty', 'filled', 'lte', 'gte', 'neq') &&
    !isByNobody(state.chunks, next)
  ) {
    // "no es ni A ni B", "n'est ni A ni B": the second word of denial only says the first again.
    const twice = not && has(state.chunks[next], 'neither');
    if (!twice) not = !not;
    next = skipCopula(state.chunks, next + 1);
  }
  const parsed = parseSaid(state, mention, next, not, negated);
  if (!parsed) return undefined;
  if (lacksAbsence(state, mention)) {
    const charged = negate(parsed.meaning);
    return { meaning: not ? negate(charged) : charged, to: parsed.to };
  }
  if (state.chunks[at]?.opposite) {
    const opposite = oppositeOf(parsed.meaning);
    return { meaning: not ? negate(opposite) : opposite, to: parsed.to };
  }
  return not && !parsed.absorbed ? { meaning: negate(parsed.meaning), to: parsed.to } : parsed;
}

/** "approved by nobody": that there is none, and no denial of what follows. */
const isByNobody = (chunks: readonly Chunk[], at: number): boolean =>
  says(chunks[at], 'nobody') && endsClause(chunks[at + 1], 'notYet');

const beginsClause = (chunk: Chunk): boolean => has(chunk, 'where') && !has(chunk, 'filler', 'be');

/** Whether what is said behind a yes/no field begins a clause, or denies something named behind it. */
function deniesOther(chunks: readonly Chunk[], from: number, next: number, flag: Field): boolean {
  if (chunks.slice(from, next).some(beginsClause)) return true;
  if (!has(chunks[next], 'not', 'never')) return false;
  // "the offline ones nobody is assigned to"
  if (has(chunks[next], 'noun')) return true;
  for (let at = next + 1; at < next + 5 && !isBound(chunks[at]) && !has(chunks[at], 'and', 'or', 'but'); at++)
    // "whose tuition has not been paid", of a field "tuition paid"
    if (has(chunks[at], 'trueWord', 'falseWord', 'empty', 'filled') || names(chunks[at], flag)) return false;
    else if ((chunks[at]?.values.length ?? 0) > 0 || isField(chunks[at])) return true;
  return false;
}

const names = (chunk: Chunk | undefined, field: Field): boolean =>
  chunk?.fields.some(link => link.field === field && link.score >= 0.6) ?? false;

/** "unpaid" is what is known not to be paid. */
const oppositeOf = (meaning: Meaning): Meaning =>
  meaning.kind === 'test' && meaning.test.is === 'boolean'
    ? { ...meaning, test: { is: 'boolean', value: !meaning.test.value } }
    : negate(meaning);

function parseSaid(
  state: ParseState,
  mention: Mention,
  next: number,
  not: boolean,
  negated: boolean,
): Said | undefined {
  const { chunks } = state;
  const chunk = chunks[next];
  const { links, at } = mention;
  const make = (
    kind: readonly FieldLink[],
    to: number,
    test: (field: Field) => TestMeaning['test'],
    score = 1,
  ): Said | undefined => {
    const meaning = testOn(state, kind, at, to, test, score);
    return meaning && { meaning, to };
  };
  // "shipping costs nothing"
  if (
    has(chunk, 'nothing') &&
    links[0]?.field.type === 'number' &&
    chunks.slice(at, next).some(word => closesSaying(word, 'costsWord'))
  )
    return make(links, next + 1, () => ({ is: 'compare', operator: '==', value: 0 }));
  const content = statedContent(chunks, next, word => isValueOf(word, links));
  if (content) return make(links, content.to, () => content.test);
  // "la remise est nulle": of a number the word says 0.
  if (has(chunk, 'zero') && has(chunk, 'empty') && links[0]?.field.type === 'number')
    return make(links, next + 1, () => ({ is: 'compare', operator: '==', value: 0 }));
  const lacks = parseLacksPart(state, links, at, next);
  if (lacks) return lacks;
  if (
    has(chunk, 'empty') &&
    !isValueOf(chunk, links) &&
    !(has(chunk, 'without') && lacksOther(chunks, next + 1)) &&
    !(has(chunk, 'falseWord') && links[0]?.field.type === 'boolean')
  )
    return thingThere(state, mention, next) ?? make(links, next + 1, () => ({ is: 'empty' }));
  if (has(chunk, 'without') && chunk?.roles.includes('empty') === false && has(chunks[next + 1], 'filled'))
    return make(links, next + 2, () => ({ is: 'empty' }));
  if (has(chunk, 'filled') && !isValueOf(chunk, links))
    return thingThere(state, mention, next) ?? make(links, next + 1, () => ({ is: 'filled' }));
  // "battery level not reported"
  const down = not && next > mention.to && says(chunk, 'putDown') && chunk?.values.length === 0;
  if (down && links[0]?.field.type !== 'boolean' && endsState(chunks[next + 1]) && !has(chunks[next + 1], 'in'))
    return make(links, next + 1, () => ({ is: 'filled' }), 0.95);
  const put = putThere(chunks, mention, next);
  if (put !== undefined && endsState(chunks[put])) return make(links, put, () => ({ is: 'filled' }));
  const matching = parseMatchingField(state, mention, next);
  if (matching) return matching;
  const dated = parseDated(state, mention, next, not || negated) ?? parseDatedAfterPlace(state, mention, next, not);
  if (dated) return dated;
  // "weight: more than 5", "due: this month"
  if (has(chunk, 'colon') && next === mention.to && compares(chunks[next + 1])) {
    const behind = parseDated(state, mention, next + 1, not || negated) ?? parseNumbers(state, mention, next + 1, not);
    if (behind) return behind;
  }
  const compared =
    parseListedNumbers(state, mention, next) ??
    parseNumbers(state, mention, next, not) ??
    parseTextTest(state, links, at, next) ??
    parsePieceHeld(state, links, at, next);
  if (compared) return compared;
  const booleans = links.filter(link => link.field.type === 'boolean');
  const yesNo = booleans[0];
  if (yesNo && yesNo === links[0]) {
    const truth = statedTruth(state, next, yesNo.field, next > mention.to);
    const stated = truth && make(booleans, truth.to, () => ({ is: 'boolean', value: truth.value }));
    if (stated) return truth.denied ? { ...stated, meaning: negate(stated.meaning) } : stated;
    // "whose warranty is no longer valid", "the guarantee has run out"
    if (has(chunk, 'expired') && chunk?.fields.length === 0 && runsOut(state, yesNo.field))
      return make(booleans, next + 1, () => ({ is: 'boolean', value: false }));
    // "the induction is still outstanding"
    if (has(chunk, 'owes', 'leftOver') && endsState(chunks[next + 1]))
      return make(booleans, next + 1, () => ({ is: 'boolean', value: false, orEmpty: true }));
    if (says(chunk, 'switchedOn') && endsState(chunks[next + 1]))
      return make(booleans, next + 1, () => ({ is: 'boolean', value: true }));
    if (!state.question || not || negated || !isAskedFor(state.chunks, at, mention.to))
      return make(
        booleans,
        behindName(chunks, next, mention.to, yesNo.field),
        () => ({ is: 'boolean', value: true }),
        0.95,
      );
  }
  const values = parseOwnValues(state, mention, next);
  if (values) return values;
  if (isHappening(state, mention) && endsState(chunks[next]))
    return make(links, mention.to, () => ({ is: 'filled' }), 0.85);
  return parseUnfinished(state, mention, next);
}

/** "the badge is not | active" of a "Badge active": a word of its name that stands apart. */
const behindName = (chunks: readonly Chunk[], at: number, named: number, field: Field): number =>
  at > named && names(chunks[at], field) ? at + 1 : named;

/** What compares or tells a time, and is never a tag behind a colon by itself. */
const compares = (chunk: Chunk | undefined): boolean =>
  comparatorOf(chunk) !== undefined ||
  chunk?.date !== undefined ||
  has(chunk, 'between', 'outside', 'last', 'this', 'next', 'before', 'after', 'since', 'until', 'within', 'older');

/** A warranty or a licence runs out; what is express or certified does not. */
const RUNNING_OUT = ['warranty', 'guarantee', 'licenseexpiry', 'contractend', 'insurance', 'insured', 'valid'] as const;

const runsOut = ({ grounding }: ParseState, field: Field): boolean =>
  RUNNING_OUT.some(concept => grounding.fields.ofConcept(concept).some(link => link.field === field));

/** "orders lacking a customer e-mail": what is missing is named behind. */
const lacksOther = (chunks: readonly Chunk[], at: number): boolean =>
  isField(chunks[has(chunks[at], 'det') ? at + 1 : at]) && !has(chunks[at], 'and', 'or');

/** "installed in Lyon between 2015 and 2018": a value of another field stands between the happening and its date. */
function parseDatedAfterPlace(state: ParseState, mention: Mention, at: number, not: boolean): Said | undefined {
  const { chunks } = state;
  const field = mention.links[0]?.field;
  const opener = has(chunks[at], 'in', 'on', 'of') && chunks[at]?.values.length === 0 ? at + 1 : at;
  if (!field || not || !isDateField(field) || !chunks[opener]?.values.length) return undefined;
  const place = parseValues(state, opener, false);
  const follow = place && chunks[place.to];
  if (!place || !(has(follow, 'between', 'in', 'on', 'of', 'from') || follow?.date || relationOf(follow)))
    return undefined;
  const dated = parseDated(state, mention, place.to, false);
  const meaning = dated && join('and', [place.meaning, dated.meaning]);
  return meaning && { meaning, to: dated.to };
}

/** "who left", "that were cancelled": a date field spoken of by a verb, not by its name. */
function isHappening(state: ParseState, mention: Mention): boolean {
  const opener = state.chunks[mention.at];
  const field = mention.links[0];
  return (
    field !== undefined &&
    isDateField(field.field) &&
    field.score < 0.97 &&
    !(opener && isHeldAsState(opener, field.field)) &&
    (closesSaying(opener, 'happened') ||
      opensSaying(opener, 'happened') ||
      (has(state.chunks[mention.at - 1], 'where') && hasCome(opener)) ||
      (closesSaying(opener, 'past') && opener?.values.length === 0 && stands(state.chunks, mention)) ||
      (opener !== undefined && isParticiple(opener) && opener.values.length === 0 && !has(opener, 'noun'))) &&
    !has(state.chunks[mention.at - 1], 'det') &&
    !(says(state.chunks[mention.to], 'withWord') && leadsOn(state.chunks, mention.to, field.field))
  );
}

/** "ausgeschiedene Mitarbeiter", "employés partis", "离职员工": beside the noun of those it has come about for. */
const stands = (chunks: readonly Chunk[], { at, to }: Mention): boolean =>
  (has(chunks[at - 1], 'noun') && (endsOrJoins(chunks[to]) || isBound(chunks[to]))) || has(chunks[to], 'noun');

const endsOrJoins = (chunk: Chunk | undefined): boolean =>
  chunk === undefined || has(chunk, 'and', 'or', 'arrow', 'in', 'of', 'from', 'with');

/** "que ya se fueron", "qui sont partis", "que saíram": what has come about, in the clause of those it has come about for. */
const hasCome = (chunk: Chunk | undefined): boolean =>
  closesSaying(chunk, 'past') || (mentions(chunk, 'perfect') && !says(chunk, 'perfect'));

const endsState = (chunk: Chunk | undefined): boolean => endsClause(chunk, 'not', 'in', 'have', 'noun');

/** "in the state of New York": where they are themselves. */
const isPlace = (chunks: readonly Chunk[], at: number): boolean => {
  const before = chunks[has(chunks[at - 1], 'det') && !has(chunks[at - 1], 'in') ? at - 2 : at - 1];
  return has(before, 'in') && !has(before, 'from', 'have', 'where');
};

/** Values behind their field: "country is Germany, Austria or Switzerland"; a text nobody stored is asked about. */
function parseOwnValues(state: ParseState, mention: Mention, at: number): Said | undefined {
  const { chunks } = state;
  const chunk = chunks[at];
  const operator = comparatorOf(chunk);
  let next =
    operator === '==' ||
    operator === '!=' ||
    has(chunk, 'either', 'colon') ||
    (has(chunk, 'exactly', 'in', 'among', 'contains', 'trueWord') && chunk?.values.length === 0)
      ? at + 1
      : at;
  while (
    (has(chunks[next], 'either', 'det', 'open', 'in', 'of', 'word', 'both', 'exactly', 'filler', 'be') ||
      (has(chunks[next], 'colon') && next > at)) &&
    chunks[next] &&
    chunks[next]?.values.length === 0 &&
    chunks[next]?.quote === undefined &&
    next < at + 5
  )
    next++;
  const openers = chunks.slice(at, next).some(open => has(open, 'open'));
  const said =
    operator === '==' ||
    operator === '!=' ||
    chunks.slice(mention.to, next).some(word => has(word, 'be', 'colon') && !has(word, 'have'));
  const list = readValueList(state, mention.links, next, said);
  if (!list) return undefined;
  const to = openers && has(chunks[list.to], 'close') ? list.to + 1 : list.to;
  state.lastField = list.field;
  const test: TestMeaning = {
    kind: 'test',
    field: list.field,
    test: list.test,
    score: list.score,
    spans: spanOf(state, mention.at, to),
    ...(list.assumptions.length > 0 && { assumptions: list.assumptions }),
    ...(list.alternatives && !isPlace(chunks, mention.at) && { alternatives: list.alternatives, untold: true }),
  };
  return { meaning: operator === '!=' ? negate(test) : test, to };
}
