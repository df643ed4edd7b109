import { readDate } from '../dates/dates';
import { wordsOf } from '../words/fold';
import { isIdeographic } from '../words/join-words';
import { holdsState } from '../values/holds-state';
import { comparesNext, isNumeral, opensAmount } from './compares-next';
import { deniesHeld, deniesNext } from './denies-next';
import { endsInOwnName, isNamedSo } from './ends-name';
import { saysRecords, valueWordsOf } from '../values/foreign-values';
import type { Role } from '../lexicon';
import { fieldsAt } from '../fields/link-fields';
import { type Chunk, FUNCTION, isOpposite, type Linker, NO_ROLES, oppositesAt, regionAt, rolesAt } from '../link-words';
import { isCurrency } from '../words/numbers';
import { valuesAt } from '../values/link-values';
import { isNounWithTo } from '../fields/noun-with-to';
import { endsInsideWord, isInsideWord, spansDash } from './dashes';
import { endsInLetter, endsInTag, namesBehindAs, opensTag } from './tag-phrases';
import { namesRecords } from '../fields/own-words';
import type { Token } from '../words/segment';
import { endsInValue, endsTagName } from '../values/written-names';
import type { Sense } from '../senses';
import { stem } from '../words/stem';
import { isDateField } from '../fields/date-field';

export interface Candidate {
  readonly to: number;
  readonly quality: number;
  readonly chunk: Omit<Chunk, 'start' | 'end' | 'text' | 'key' | 'glued'>;
}

/**
 * What a stored value is worth a word. One that is written as it stands is worth most; in Chinese and Japanese, where
 * every character counts, so is more than its parts what stands in the lexicon as one: 営業マネージャー is a sales
 * manager, not sales and whoever manages.
 */
function worthOf(via: Chunk['values'][number]['via'], length: number, byCharacter: boolean): number {
  if (length > 1 && via === undefined) return 1.2;
  return length > 2 && via === 'word' && byCharacter ? 1.1 : 1;
}

/** Everything the stretch [from, to) may mean as one unit, and how well that explains its tokens. */
export function candidate(linker: Linker, from: number, to: number): Candidate | undefined {
  const { tokens, lexicon } = linker;
  const key = linker.key(from, to);
  const length = to - from;
  if (tellsDay(linker, from, to)) return undefined;
  const phrase = rolesAt(linker, key, from, to);
  // "a year" says nothing in "a million a year", but is the field of that name where there is one.
  const hides =
    length > 1 &&
    phrase.length > 0 &&
    phrase.every(role => role === 'filler' || role === 'writer') &&
    ((fieldsAt(linker, tokens[to - 1]?.fold ?? '')[0]?.score ?? 0) >= 0.98 ||
      isWritten(linker, from) ||
      // "take the Marketing in": who asks for it elsewhere is a value that a rule may have.
      (linker.editing && linker.grounding.values.lookup(tokens[to - 1]?.fold ?? '').length > 0));
  // "with an amount of 50,000", "a total of 1000 or more": a field that is called just so.
  const hidesName =
    length > 1 &&
    phrase.length > 0 &&
    phrase.every(role => role === 'filler' || role === 'be') &&
    isNumeral(linker, to) &&
    tokens.slice(from, from + 2).some(({ fold }) => (fieldsAt(linker, fold)[0]?.score ?? 0) >= 0.98);
  // "over 50 and under 70", "… and lower the limit": what closes a number elsewhere ("50 and under") opens the next thing
  // said; "30 minuten of meer | het label X toevoegen" closes it, for "or" begins nothing that is to be done.
  const opensNext =
    key.includes(' ') &&
    phrase.every(role => role === 'orMore' || role === 'orLess') &&
    (opensAmount(linker, to) ||
      (lexicon.senses.of(tokens[to]?.fold ?? '').includes('allTheirs') &&
        lexicon.roles.get(tokens[from]?.fold ?? '')?.includes('or') !== true));
  // "set it to no. Tag …": the point of an abbreviation that ends the sentence ends it, and nothing else.
  if (length > 1 && tokens[to - 1]?.text === '.' && endsText(tokens, to)) return undefined;
  // "active in the network": what records hold as a state says more than that something is somewhere.
  const hidesState =
    length === 2 &&
    phrase.length > 0 &&
    phrase.every(role => role === 'in') &&
    linker.grounding.values.lookup(tokens[from]?.fold ?? '').length > 0;
  // "set the status to Spare": what records hold is no part of a phrase ("to spare") where it is written just so.
  const hidesValue = phrase.length > 0 && endsInValue(linker, from, to);
  // "leave out anything from Acme": a range begins with a number.
  const leavesOrigin =
    length > 1 &&
    phrase.includes('between') &&
    lexicon.roles.get(tokens[to - 1]?.fold ?? '')?.includes('from') === true &&
    !isNumeral(linker, to);
  const apart =
    hides ||
    hidesName ||
    leavesOrigin ||
    opensNext ||
    hidesState ||
    hidesValue ||
    endsInOwnName(linker, phrase, from, to) ||
    takesSomething(linker, key, to) ||
    namesBehindAs(linker, from, length) ||
    splitsDenial(linker, key, to) ||
    (length > 1 && endsInCode(linker, to)) ||
    deniesNext(linker, phrase, from, to) ||
    endsInLetter(linker, from, to) ||
    deniesHeld(linker, phrase, from, to) ||
    (phrase.includes('give') && comparesNext(linker, from, to));
  const roles = apart ? NO_ROLES : phrase;
  const dimensioned = lexicon.dimensioned.get(key);
  // Names neither begin nor end with a mark, unless a value is stored that way.
  const marked = isMark(tokens[from]) || isMark(tokens[to - 1]);
  let fields = !marked ? fieldsAt(linker, key) : length > 1 ? markedFields(linker, from, to, key) : [];
  // The kind of record, not a field that happens to share the word's stem.
  if (length === 1 && (namesRecords(linker.grounding.recordType, key) || isNounForRecords(linker, key, roles)))
    fields = fields.filter(link => link.score >= 0.98);
  // "tag home-delivery to …": no name begins in the middle of a word.
  if (length > 1 && (isInsideWord(tokens, from) || endsInsideWord(tokens, to))) fields = [];
  // "at most 500 patients - mark them …": no name runs on over a dash between blanks, unless it is written so.
  if (length > 2 && spansDash(tokens, from, to)) fields = fields.filter(link => link.score >= 0.98);
  // "First Service | tag for machines", where machines have an "Asset tag": whom a tag is for is part of no name.
  if (length > 2 && lexicon.roles.get(tokens[from]?.fold ?? '')?.includes('tagNoun') === true)
    fields = fields.filter(link => link.score >= 0.97);
  // "at the Lyon site with fewer than 5 errors": a field by its very name is no form of "sits with".
  if (length === 2 && (fields[0]?.score ?? 0) < 0.98 && isNameWithMore(linker, from)) fields = [];
  // "mets la | remise | à zéro": behind an article stands a noun, and no participle with what it leads to.
  if (length === 2 && (fields[0]?.score ?? 0) < 0.98 && isNounWithTo(linker, from)) fields = [];
  // "due in more than 2 weeks" of a "Due date": better named without the little word.
  if (length === 2 && fields[0] && isDayNamedBefore(linker, from, fields[0].score)) fields = [];
  // "people" and "payments" are the records or things beside them, not the field with such a word somewhere in its name.
  if (length === 1 && isPlainNoun(linker, key, roles) && !isCounted(linker, from))
    fields = fields.filter(link => link.score >= 0.93);
  if (length > 1) fields = fields.filter(link => isNamedSo(linker, tokens[to - 1]?.fold ?? '', link));
  // "no manager": what denies the words behind it is no number of them, unless a label begins just so ("No show").
  if (length > 1 && isDenial(linker, from)) fields = fields.filter(({ field }) => begins(field.label, tokens[from]));
  // "con cupón" of what orders have: what leads to a field is no part of its name.
  if (length > 1 && fields.length > 0 && isHad(linker, from, to, fields)) fields = [];
  // "verzonden spoedorders": a state that records hold is no part of a name put together.
  const puzzled = length > 1 && fields.length > 0 && linker.grounding.fields.lookup(key).length === 0;
  if (puzzled && lexicon.language !== 'en' && (holdsState(linker, from, to, fields) || holdsObject(linker, from, to)))
    fields = [];
  // "ajoute le tag": an order and its article; "ajouté le" is written with its accent.
  if (length > 1 && isOrderGiven(linker, from)) fields = fields.filter(link => link.score >= 0.98);
  // "change the limit to 80": of a rule, the one it has.
  if (linker.editing && lexicon.roles.get(tokens[to - 1]?.fold ?? '')?.includes('conditionWord'))
    fields = fields.filter(link => link.score >= 0.98);
  // "…: Tag Mittlere Wartezeit", "temperaturen over den maksimale temperatur"
  if (length > 1 && (opensTag(linker, from) || endsInTag(linker, to) || comparesWithin(linker, from, to)))
    fields = fields.filter(link => link.score >= 0.98);
  if (length > 1 && fields.length > 0 && endsTagName(linker, from, to)) fields = [];
  // "geleverd is", "est livrée": what records hold as a state, beside no more than the verb for being so.
  if (length === 2 && (fields[0]?.score ?? 0) < 0.9 && isStateSaid(linker, from)) fields = [];
  // A little word is a field only by its very label, never by a stem ("not" is no "Notes").
  if (length === 1 && key.length <= 4 && roles.some(role => FUNCTION.includes(role)))
    fields = fields.filter(link => wordsOf(link.field.label).join(' ') === key);
  // "offline" has its own sense, whatever field its last part may be the name of.
  const guessed = fields.length === 0 || ((fields[0]?.score ?? 0) < 0.9 && isOpposite(linker, key));
  const opposites = guessed && !marked ? oppositesAt(linker, key) : [];
  if (opposites.length > 0) fields = opposites;
  const held = marked ? (length > 1 ? linker.grounding.values.lookup(key) : []) : valuesAt(linker, from, to, key);
  // "Contatti" of contacts: the records by their name, not the state that another language says so.
  const values =
    held.some(({ via }) => via === 'word') && isNounForRecords(linker, key, roles)
      ? held.filter(({ via }) => via !== 'word')
      : held;
  const region =
    values.length === 0 && linker.grounding.values.countryFields.size > 0 ? regionAt(linker, from, to, key) : undefined;
  // "Deutschland" is a country, not a word put together with the one for country.
  if (region !== undefined || values.some(({ via }) => via === 'country'))
    fields = fields.filter(link => link.score >= 0.93);
  const isCode = length === 1 && saysCode(tokens, from, roles, values);
  let quality = 0;
  // "has run out" says that something is over, whatever "has run" says elsewhere.
  if (roles.length > 0 || dimensioned) quality = roles.includes('expired') ? 1.42 : 1.4;
  // A whole name of several words counts as much as a stored value of several.
  const whole = length > 1 && fields[0] !== undefined && stemsOf(fields[0].field.label) === stemsOf(key);
  if (fields[0]) quality = Math.max(quality, (whole ? 1.1 : 1) + 0.5 * fields[0].score);
  if (values[0]) quality = Math.max(quality, worthOf(values[0].via, length, lexicon.verbLast) + 0.5 * values[0].score);
  if (region !== undefined) quality = Math.max(quality, 1.2);
  if (quality === 0) return undefined;
  return {
    to,
    quality: quality * length + 0.15 * (length - 1),
    chunk: {
      roles:
        isCode || isKindOfRecord(linker, roles, values) || isHeldCurrency(linker, key, roles, values)
          ? NO_ROLES
          : roles.length === 0 && saysExpired(linker, from, to, fields)
            ? EXPIRED
            : roles,
      fields,
      values,
      ...(dimensioned && { dimensioned }),
      ...(opposites.length > 0 && { opposite: true }),
      ...(region !== undefined && { region }),
    },
  };
}

/** "pedidos en euros" where records keep their currency: it is one, and no mere word behind an amount. */
const isHeldCurrency = ({ lexicon }: Linker, key: string, roles: readonly Role[], values: Chunk['values']): boolean =>
  values.length > 0 && roles.length === 1 && roles[0] === 'filler' && isCurrency(lexicon.units.get(key)?.base ?? '');

/** Behind a word for having stands the very field that all of it is linked to. */
const isHad = (linker: Linker, from: number, to: number, [best]: Chunk['fields']): boolean =>
  linker.lexicon.roles.get(linker.tokens[from]?.fold ?? '')?.includes('have') === true &&
  fieldsAt(linker, linker.key(from + 1, to))[0]?.field === best?.field;

/** "Bestellnr.", "Pers.-Nr.": the point of a name that is written short belongs to it. */
function markedFields(linker: Linker, from: number, to: number, key: string): Chunk['fields'] {
  const { tokens, lexicon, grounding } = linker;
  const [word, point] = [tokens[from]?.fold ?? '', tokens[to - 1]];
  const called = grounding.fields.lookup(key);
  if (called.length > 0 || to - from > 2 || point?.fold !== '.' || !point.glued) return called;
  const isShort = [...lexicon.abbreviations.keys()].some(short => short.length > 1 && word.endsWith(short));
  return isShort ? fieldsAt(linker, word) : called;
}

/** One of two words is a state that records hold, whatever it is called there, and the other says that they are in it. */
function isStateSaid({ tokens, lexicon, grounding }: Linker, from: number): boolean {
  const [first = '', second = ''] = [tokens[from]?.fold, tokens[from + 1]?.fold];
  const isBeing = (word: string): boolean => lexicon.roles.get(word)?.includes('be') === true;
  const isHeld = (word: string): boolean =>
    [word, ...valueWordsOf(lexicon, word)].some(said =>
      grounding.values.lookup(said).some(({ field }) => field.type === 'text'),
    );
  return (isBeing(first) && isHeld(second)) || (isBeing(second) && isHeld(first));
}

/** "mises en service" of the "Mise en service" */
const stemsOf = (name: string): string => wordsOf(name).map(stem).join(' ');

/** "enviados en 2025": what was done, and when; "enviados en Francia" says where. */
const tellsDay = (linker: Linker, from: number, to: number): boolean =>
  to - from === 2 &&
  linker.lexicon.roles.get(linker.tokens[to - 1]?.fold ?? '')?.includes('in') === true &&
  fieldsAt(linker, linker.tokens[from]?.fold ?? '').some(({ field, score }) => score >= 0.6 && isDateField(field)) &&
  readDate(linker, to) !== undefined;

/** "you can take the tag off": room is for some number of them, and no article leads to that. */
const takesSomething = ({ tokens, lexicon }: Linker, key: string, to: number): boolean =>
  key.includes(' ') &&
  lexicon.roles.get(key)?.includes('roomFor') === true &&
  lexicon.roles.get(tokens[to]?.fold ?? '')?.includes('det') === true;

/** "with no less than 20 hours", "is not above 90": the denial belongs to the comparison behind it. */
function splitsDenial(linker: Linker, key: string, to: number): boolean {
  const { tokens, lexicon } = linker;
  if (!key.includes(' ') || !DENYING.some(role => lexicon.roles.get(key)?.includes(role))) return false;
  if (!DENYING.some(role => lexicon.roles.get(tokens[to - 1]?.fold ?? '')?.includes(role))) return false;
  return [to + 1, to + 2].some(
    end =>
      end <= tokens.length &&
      lexicon.roles.get(linker.key(to - 1, end))?.some(role => role === 'gte' || role === 'lte'),
  );
}

const DENYING: readonly Role[] = ['without', 'no', 'not'];

/** "tag all of IT": in capitals, as records hold it, and no pronoun. */
const saysCode = (tokens: readonly Token[], at: number, roles: readonly Role[], values: Chunk['values']): boolean =>
  roles.length > 0 &&
  roles.every(role => role === 'them' || role === 'filler' || role === 'det') &&
  /^\p{Lu}{2,4}$/u.test(tokens[at]?.text ?? '') &&
  values.some(({ via, stored }) => via === undefined && stored.includes(tokens[at]?.text ?? '')) &&
  tokens.some(({ kind, text }) => kind === 'word' && /\p{Ll}/u.test(text));

/** "门店" where records hold it: the kind it says, and no word for the records. */
const isKindOfRecord = ({ lexicon }: Linker, roles: readonly Role[], values: Chunk['values']): boolean =>
  lexicon.verbLast === true &&
  roles.length > 0 &&
  roles.every(role => role === 'noun') &&
  values.some(({ via, field }) => (via === undefined || via === 'word') && field.type === 'text');

const EXPIRED: readonly Role[] = ['expired'];

/** "abgelaufene Lizenz", "licence expired" name a day and say that it is past, unless a field is called just so. */
const saysExpired = ({ tokens, lexicon }: Linker, from: number, to: number, fields: Chunk['fields']): boolean =>
  to - from > 1 &&
  fields.length > 0 &&
  (fields[0]?.score ?? 0) < 0.98 &&
  tokens.slice(from, to).some(({ fold: word }) => lexicon.roles.get(word)?.includes('expired'));

/** "no errors", "no manager"; "no. of errors" is a number, and 缺勤 one word. */
const isDenial = ({ tokens, lexicon }: Linker, at: number): boolean =>
  !isIdeographic(tokens[at]?.fold ?? '') &&
  lexicon.roles.get(tokens[at]?.fold ?? '')?.some(role => role === 'no' || role === 'without') === true &&
  tokens[at + 1]?.text !== '.' &&
  lexicon.roles.get(tokens[at + 1]?.fold ?? '')?.includes('of') !== true;

const begins = (label: string, token: Token | undefined): boolean => wordsOf(label)[0] === token?.fold;

const endsText = (tokens: readonly Token[], at: number): boolean =>
  tokens[at] === undefined || (!tokens[at]?.glued && /^\p{Lu}\p{Ll}/u.test(tokens[at]?.text ?? ''));

const isDayNamedBefore = (linker: Linker, from: number, score: number): boolean => {
  if (linker.lexicon.roles.get(linker.tokens[from + 1]?.fold ?? '')?.includes('within') !== true) return false;
  const [day] = fieldsAt(linker, linker.tokens[from]?.fold ?? '');
  return day !== undefined && isDateField(day.field) && day.score > Math.max(score, 0.9);
};

/** The very name of a field, and the little word that begins what is said next. */
const isNameWithMore = (linker: Linker, from: number): boolean =>
  linker.lexicon.roles.get(linker.tokens[from + 1]?.fold ?? '')?.includes('with') === true &&
  (fieldsAt(linker, linker.tokens[from]?.fold ?? '')[0]?.score ?? 0) >= 0.98;

/** "pedidos" of orders, in another language than their name. */
const isNounForRecords = ({ lexicon, grounding }: Linker, key: string, roles: readonly Role[]): boolean =>
  roles.includes('noun') && saysRecords(lexicon, key, grounding.recordType);

const isPlainNoun = ({ lexicon }: Linker, key: string, roles: readonly Role[]): boolean =>
  roles.includes('people') || (lexicon.language === 'en' && roles.includes('noun') && /[^s]s$/.test(key));

const isJoint = (sense: Sense): boolean => sense === 'ofDate' || sense === 'inside';

/** "more than 500 patients", "the number of items": how many there are is what a field keeps. */
function isCounted({ tokens, lexicon }: Linker, at: number): boolean {
  const joint = lexicon.senses.of(tokens[at - 1]?.fold ?? '').some(isJoint) ? at - 1 : at;
  const before = tokens[joint - 1];
  if (!before) return false;
  if (before.kind === 'number' || lexicon.numbers.has(before.fold) || lexicon.scales.has(before.fold)) return true;
  const played = lexicon.roles.get(before.fold) ?? NO_ROLES;
  return played.some(role => role === 'gt' || role === 'lt') || lexicon.senses.of(before.fold).includes('howMany');
}

const ORDERS: readonly Role[] = ['add', 'remove', 'tag', 'setTo', 'clear', 'replace', 'change'];

/** A verb that orders, where a clause begins, with an article behind it, and that nothing but an accent parts from its participle. */
function isOrderGiven({ tokens, lexicon }: Linker, at: number): boolean {
  const [before, verb, article] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (before && !isMark(before)) return false;
  const plays = (token: Token | undefined, roles: readonly Role[]): boolean =>
    lexicon.roles.get(token?.fold ?? '')?.some(role => roles.includes(role)) === true;
  const written = verb?.text.normalize('NFC').toLowerCase() ?? '';
  return (
    plays(verb, ORDERS) &&
    plays(article, ['det']) &&
    /e$/.test(written) &&
    lexicon.senses.of('', written.replace(/e$/, 'é')).includes('participle')
  );
}

/** "la criticité est A": a letter in capitals that records hold is no little word that a phrase ends with. */
const endsInCode = ({ tokens, grounding }: Linker, to: number): boolean => {
  const { text = '', fold: letter = '' } = tokens[to - 1] ?? {};
  if (!/^\p{Lu}$/u.test(text) || !/\p{Ll}/u.test(tokens[to - 2]?.text ?? '')) return false;
  return grounding.values.lookup(letter).some(({ stored }) => stored.includes(text));
};

/** "come Omaggio | gli ordini": behind a name that no little word goes on with, the plural article begins what the verb is about. */
const holdsObject = ({ tokens, lexicon }: Linker, from: number, to: number): boolean =>
  tokens.slice(from + 1, to - 1).some(({ fold: word, text }, i) => {
    const before = lexicon.roles.get(tokens[from + i]?.fold ?? '') ?? NO_ROLES;
    return (
      lexicon.senses.of(word, text.toLowerCase()).includes('theMany') && !before.some(role => LEADING.includes(role))
    );
  });

const LEADING: readonly Role[] = ['of', 'in', 'to', 'for', 'with', 'from'];

/** A comparison between its words leads from one name to another, in whatever order they could be put together. */
const comparesWithin = ({ tokens, lexicon }: Linker, from: number, to: number): boolean =>
  lexicon.language !== 'en' &&
  tokens.slice(from + 1, to - 1).some(({ fold: word }) => {
    const played = lexicon.roles.get(word) ?? NO_ROLES;
    return played.includes('gt') || played.includes('lt');
  });

/** "set amount to 4": the field that is written, not "amounts to". */
function isWritten(linker: Linker, at: number): boolean {
  const { tokens, lexicon } = linker;
  const before = tokens[at - 1]?.fold ?? '';
  const verb = lexicon.roles.get(before)?.includes('det') ? (tokens[at - 2]?.fold ?? '') : before;
  return (
    (lexicon.roles.get(verb)?.includes('setTo') ?? false) &&
    (fieldsAt(linker, tokens[at]?.fold ?? '')[0]?.score ?? 0) >= 0.98
  );
}

/** A mark that stands inside names and does not count as a word. */
export const isPlainMark = (token: Token | undefined): boolean => token !== undefined && /^[-/.'&_]$/.test(token.fold);

export const isMark = (token: Token | undefined): boolean => token?.kind === 'symbol' && !/[%#&]/.test(token.text);
