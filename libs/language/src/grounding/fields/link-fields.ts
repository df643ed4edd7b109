import type { FieldLink } from './field-index';
import { familyRoot, happeningRoot } from './happenings';
import type { Linker } from '../link-words';
import { isDateField } from './date-field';
import { namesRecords } from './own-words';
import type { Role } from '../lexicon';
import { wordsOf } from '../words/fold';
import { stem } from '../words/stem';

/** The fields that words may name, best first: as they are called, by what happened, written short, in another form. */
export function fieldsAt(linker: Naming, key: string): readonly FieldLink[] {
  const { fields, fieldsInEdits } = linker.grounding.remembered;
  return (linker.editing ? fieldsInEdits : fields).of(key, () => fieldsNamed(linker, key));
}

/** What names fields, wherever it stands: no more than the words themselves may be looked at. */
type Naming = Pick<Linker, 'grounding' | 'lexicon' | 'editing'>;

function fieldsNamed(linker: Naming, key: string): readonly FieldLink[] {
  const { fields } = linker.grounding;
  // Marks inside a name ("E-mail", "City/Town") do not count; digits do.
  const plain = key.split(' ').filter(word => !/^[-/.'&_]$/.test(word));
  if (plain.length === 0 || plain.some(word => !/[\p{L}\p{N}%#]/u.test(word))) return fields.lookup(key);
  if (tagsRecords(linker, plain) || deniesBefore(linker, plain)) return NO_FIELDS;
  // What the language spoken says itself goes before English stems: "pays" is a country in French.
  const spoken = linker.lexicon.language !== 'en' && linker.lexicon.concepts.has(plain.join(' '));
  const own = spoken ? fields.lookup(plain.join(' ')) : [];
  if (own.length > 0) return calledFirst(own, fields.lookupTranslated(plain.join(' ')));
  const byStem =
    isDays(linker, plain) || isPeople(linker, plain) || isNounWithJoint(linker, plain)
      ? []
      : fields.lookup(plain.map(stem).join(' '));
  const just = (byStem[0]?.score ?? 0) < 0.97 ? [...namedJust(linker, plain), ...datedJust(linker, plain)] : [];
  if (just.length > 0) return just;
  // "exp" is short for experience and for expiry: what is said of it tells.
  if (byStem.length > 0) return plain.length === 1 ? withLonger(byStem, inFull(linker, plain)) : byStem;
  const happened = happeningsAt(linker, key);
  if (happened.length > 0) return happened;
  const asWritten = fields.lookup(plain.join(' '));
  if (asWritten.length > 0)
    return linker.lexicon.language === 'en'
      ? asWritten
      : calledFirst(asWritten, fields.lookupTranslated(plain.join(' ')));
  const byKey = fields.lookup(key);
  if (byKey.length > 0) return byKey;
  const written = inFull(linker, plain);
  if (written.length > 0) return written;
  const together = fields.lookupWords(plain);
  if (together.length > 0) return together;
  // A word of the grammar is never a form of something else.
  if (linker.lexicon.roles.has(key) || linker.lexicon.dimensioned.has(key))
    return namesKind(linker, key)
      ? calledJust([...fields.lookupForm(plain.join(' ')), ...fields.lookupTranslated(key)])
      : byKey;
  // "NPIs", "IBANs"
  const single = plain.length === 1 && /^\p{L}{2,5}s$/u.test(key) ? calledJust(fields.lookup(key.slice(0, -1))) : [];
  if (single.length > 0) return single;
  const form = fields.lookupForm(plain.join(' '));
  // "Nettobetrag" is the net amount rather than any amount.
  const translated = fields.lookupTranslated(plain.join(' '));
  const best = (translated[0]?.score ?? 0) > (form[0]?.score ?? 0) ? translated : form;
  if (best.length > 0) return best;
  const limited = linker.editing && plain.length === 1 ? limitedAt(linker, key) : [];
  if (limited.length > 0) return limited;
  const relatives = relativesAt(linker, key);
  return relatives.length > 0 ? relatives : kinAt(linker, key, plain);
}

/** "ret vægtgrænsen til 25": of a rule, the limit it has for what stands before it in the word. */
function limitedAt(linker: Naming, word: string): readonly FieldLink[] {
  const { senses } = linker.lexicon;
  for (let at = SHORTEST_HEAD; at <= word.length - SHORTEST_HEAD; at++) {
    if (!senses.of(word.slice(at)).includes('limitWord')) continue;
    const head = word.slice(0, at);
    for (const said of [head, head.replace(/s$/, ''), head.replace(/en?$/, '')]) {
      const links = fieldsAt(linker, said).filter(({ field, score }) => score >= 0.6 && field.type === 'number');
      if (links.length > 0) return links;
    }
  }
  return [];
}

const SHORTEST_HEAD = 4;

/** So surely a field is called by the words of its name in another language. */
const CALLED = 0.9;
/** What is left of the others then. */
const LESS_CALLED = 0.93;

/**
 * "Rechnungsbetrag" of an "Amount" and an "Invoice amount": of the fields it may mean, the one whose name says all of it.
 * A name of several words is meant whatever else the word may be said of: "Bruttobetrag" is the "Gross amount".
 */
function calledFirst(links: readonly FieldLink[], [called]: readonly FieldLink[]): readonly FieldLink[] {
  if (!called || called.score < CALLED) return links;
  const known = links.find(({ field }) => field.name === called.field.name);
  const meant = known ?? (wordsOf(called.field.label).length > 1 ? called : undefined);
  if (!meant || (known && links.length === 1)) return links;
  return [
    { ...meant, score: Math.max(meant.score, called.score) },
    ...links.filter(link => link !== known).map(link => ({ ...link, score: link.score * LESS_CALLED })),
  ];
}

const NO_FIELDS: readonly FieldLink[] = [];

/** "tag assets" is an order, and no "Asset tag" said the other way round; a "Tag team" is one. */
const tagsRecords = ({ lexicon, grounding }: Naming, [verb = '', noun, ...more]: readonly string[]): boolean =>
  noun !== undefined &&
  more.length === 0 &&
  lexicon.roles.get(verb)?.includes('tag') === true &&
  (namesRecords(grounding.recordType, noun) || lexicon.roles.get(noun)?.includes('noun') === true) &&
  (grounding.fields.lookup(`${stem(verb)} ${stem(noun)}`)[0]?.score ?? 0) < 0.98;

/** "to no for orders" is no "Order no." said the other way round. */
const deniesBefore = ({ lexicon }: Naming, [first = '', joint = '', ...more]: readonly string[]): boolean =>
  more.length > 0 &&
  lexicon.roles.get(first)?.includes('no') === true &&
  lexicon.roles.get(joint)?.some(role => role === 'for' || role === 'in') === true;

/** "14 Tage" are days, and no form of what is called "Tags". */
const isDays = ({ lexicon }: Naming, [word = '', ...more]: readonly string[]): boolean => {
  const roles = more.length > 0 || lexicon.language === 'en' ? undefined : lexicon.roles.get(word);
  return roles !== undefined && roles.includes('day') && !roles.includes('tagNoun') && stem(word) !== word;
};

/** "salariés" are people, and no form of what is called "Salary". */
const isPeople = ({ lexicon }: Naming, [word = '', ...more]: readonly string[]): boolean =>
  more.length === 0 && lexicon.language !== 'en' && lexicon.roles.get(word)?.includes('people') === true;

/** "orders for 100 units" are no form of "ordered for": the noun for the records, and a little word behind it. */
const isNounWithJoint = (
  { lexicon, grounding }: Pick<Naming, 'lexicon' | 'grounding'>,
  [noun = '', joint = '', ...more]: readonly string[],
): boolean =>
  more.length === 0 &&
  noun.endsWith('s') &&
  (lexicon.roles.get(joint)?.some(role => role === 'for' || role === 'of' || role === 'from') ?? false) &&
  namesRecords(grounding.recordType, noun);

/** "product name" is what a field "Product" holds, rather than the name of somebody. */
function namedJust(
  { grounding, lexicon }: Naming,
  [first = '', last, ...more]: readonly string[],
): readonly FieldLink[] {
  if (last === undefined || stem(last) !== 'name' || more.length > 0 || lexicon.language !== 'en') return [];
  const [own] = grounding.fields.lookup(stem(first));
  return own && own.score >= 0.98 && own.field.type === 'text' && !namesRecords(grounding.recordType, first)
    ? [{ ...own, score: 0.93 }]
    : [];
}

/** "last inspection date" of a "Last inspection": the day that a field of days holds. */
function datedJust({ grounding, lexicon }: Naming, words: readonly string[]): readonly FieldLink[] {
  const last = words.at(-1) ?? '';
  if (words.length < 2 || lexicon.language !== 'en' || !lexicon.senses.of(last).includes('dateWord')) return [];
  const [own] = grounding.fields.lookup(words.slice(0, -1).map(stem).join(' '));
  return own && own.score >= 0.98 && isDateField(own.field) ? [{ ...own, score: 0.97 }] : [];
}

/** Fields by words that say the same as those of their names, as long as none of them says something by itself. */
function kinAt({ grounding, lexicon }: Naming, key: string, words: readonly string[]): readonly FieldLink[] {
  if (lexicon.language !== 'en' || namesRecords(grounding.recordType, key)) return [];
  if (isNounWithJoint({ grounding, lexicon }, words) || looksInside(lexicon, words) || leadsOn(lexicon, words))
    return [];
  const links = grounding.fields.lookupKin(words);
  if (links.length === 0 || words.length === 1) return links;
  // "donors older than 60", "large teams", "for open orders copy …": what compares or tells how much is no part of a name, nor what orders behind a noun.
  const plays = (word: string, roles: readonly Role[]): boolean =>
    lexicon.roles.get(word)?.some(role => roles.includes(role)) ?? false;
  const saysMore = (word: string, at: number): boolean =>
    lexicon.dimensioned.has(word) || plays(word, COMPARING) || (at > 0 && plays(word, ORDERING));
  return words.some((word, at) => saysMore(word, at) || grounding.values.lookup(word).length > 0) ? [] : links;
}

/** "Clinic in their name": what is looked for in a text of theirs is no part of its name. */
const looksInside = ({ roles, senses }: Linker['lexicon'], words: readonly string[]): boolean =>
  words.some(
    (word, at) =>
      at > 1 &&
      (senses.of(word).includes('possessive') || roles.get(word)?.includes('them') === true) &&
      roles.get(words[at - 1] ?? '')?.includes('in') === true,
  );

/** "warranty is about to expire": what is to come of it is said of the field. */
const leadsOn = ({ senses }: Linker['lexicon'], words: readonly string[]): boolean =>
  words.some((word, at) => at > 0 && senses.of(`${words[at - 1] ?? ''} ${word}`).includes('leadsToCome'));

const COMPARING: readonly Role[] = ['older', 'newer', 'gt', 'lt', 'vague', 'vagueSmall'];
const ORDERING: readonly Role[] = ['copy', 'clear', 'move', 'replace', 'mask', 'setTo'];

/** "Techniker" is a kind of people, "kritisch" no more than low, and either may be the very name of a field as well. */
const namesKind = ({ lexicon }: Naming, key: string): boolean =>
  lexicon.roles.get(key)?.every(role => role === 'noun' || role === 'vague' || role === 'vagueSmall') === true;

const calledJust = (links: readonly FieldLink[]): readonly FieldLink[] => links.filter(({ score }) => score >= 0.9);

/** Fields by a word of the same root as one of theirs: "operated" for the "Operator". */
function relativesAt({ grounding, lexicon }: Naming, key: string): readonly FieldLink[] {
  if (lexicon.language !== 'en' || namesRecords(grounding.recordType, key)) return [];
  const root = familyRoot(key);
  return root === undefined ? [] : (grounding.relatives.get(root) ?? []).map(field => ({ field, score: 0.65 }));
}

const withLonger = (links: readonly FieldLink[], others: readonly FieldLink[]): readonly FieldLink[] =>
  others.length === 0
    ? links
    : [...links, ...others.filter(({ field }) => !links.some(link => link.field.name === field.name))];

/** "qty", "dept", "order no": words of names that are written short. */
function inFull({ lexicon, grounding }: Naming, words: readonly string[]): readonly FieldLink[] {
  if (!words.some(word => lexicon.abbreviations.has(word))) return [];
  const full = words.map(word => lexicon.abbreviations.get(word) ?? stem(word)).join(' ');
  return grounding.fields.lookup(full).map(link => ({ ...link, score: link.score * 0.97 }));
}

/** Date fields named after what a verb says: "cancelled" for the cancellation date. */
function happeningsAt(linker: Naming, key: string): readonly FieldLink[] {
  const root = happeningRoot(key);
  if (root === undefined || namesRecords(linker.grounding.recordType, key)) return [];
  return (linker.grounding.happenings.get(root) ?? []).map(field => ({ field, score: 0.85 }));
}
