import { type Field, type RecordType, tagsFieldOf } from '@lib/rules';
import { type CompiledLexicon, plainKey, stemKey } from '../compiled-lexicon';
import { type FieldLink, type FieldNames, lastSegment, MOST_FIELDS, withoutUnit } from './field-names';
import { wordsOf } from '../words/fold';
import { joinWords } from '../words/join-words';
import { stem } from '../words/stem';
import { isDateField } from './date-field';

/** Concept → the fields about it, best first; whatever language is spoken. */
export type FieldConcepts = ReadonlyMap<string, readonly FieldLink[]>;

/** No lexicon names a concept in more words. */
const LONGEST = 6;
/** Fields looked at between two yields. */
const SLICE = 100;

const TEMPORAL = new Set([
  'created',
  'updated',
  'lastorder',
  'launch',
  'contractend',
  'hired',
  'terminated',
  'birth',
  'shipped',
  'delivered',
  'orderdate',
  'due',
  'licenseexpiry',
  'maintenance',
  'nextmaintenance',
  'installed',
  'warranty',
  'lastlogin',
  'lastseen',
  'audit',
  'promotion',
  'date',
  'credentialed',
  'verified',
  'promised',
  'enrolled',
  'graduation',
  'leaseend',
  'registered',
  'inspection',
  'closed',
  'issued',
  'paidon',
  'pickup',
  'lastgift',
  'firstgift',
  'departure',
  'arrival',
  'signed',
  'validfrom',
  'validuntil',
  'received',
  'published',
  'listed',
  'reported',
  'lossdate',
  'renewal',
  'cancelled',
  'dateadded',
  'lastvisit',
  'nextvisit',
  'checkin',
  'checkout',
  'bookedon',
  'admitted',
  'discharged',
]);

/** What phrases mean in any language: English ones by their stems, all others as they are written. */
interface Concepts {
  readonly stemmed: ReadonlyMap<string, readonly string[]>;
  readonly written: ReadonlyMap<string, readonly string[]>;
}

/** The same for every record type: put together once for the lexicons that one language leads. */
const together = new WeakMap<
  CompiledLexicon,
  { readonly of: readonly CompiledLexicon[]; readonly concepts: Concepts }
>();

function conceptsIn(lexicons: readonly CompiledLexicon[]): Concepts {
  const [first] = lexicons;
  const known = first && together.get(first);
  if (known && known.of.length === lexicons.length && known.of.every((one, i) => one === lexicons[i]))
    return known.concepts;
  const concepts = putTogether(lexicons);
  if (first) together.set(first, { of: [...lexicons], concepts });
  return concepts;
}

function putTogether(lexicons: readonly CompiledLexicon[]): Concepts {
  const stemmed = new Map<string, readonly string[]>();
  const written = new Map<string, readonly string[]>();
  for (const lexicon of lexicons) {
    const into = lexicon.language === 'en' ? stemmed : written;
    for (const [phrase, ids] of lexicon.concepts) into.set(phrase, [...(into.get(phrase) ?? []), ...ids]);
  }
  return { stemmed, written };
}

/** What says nothing by itself in languages that are written in letters. */
const LETTER = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]$/u;

/** The concepts a field is about: by whole name strongly, by a part of it less so. */
function conceptsOfField(
  field: Field,
  concepts: Concepts,
  { own, weights: { isGeneral, weightOf } }: FieldNames,
): ReadonlyMap<string, number> {
  const told: { readonly said: readonly string[]; readonly length: number; readonly score: number }[] = [];
  const last = wordsOf(lastSegment(field.name)).join(' ');
  const names = new Set([
    field.label,
    withoutUnit(field.label),
    wordsOf(field.name).join(' '),
    last,
    ...(field.synonyms ?? []),
  ]);
  // "refund.amount" is an amount, and not the one that records are about, where its label says which it is.
  const saysMore = wordsOf(field.label).length > last.split(' ').length;
  for (const name of names) {
    const plain = plainKey(name)
      .split(' ')
      .filter(word => word !== '');
    const words = plain.map(stem);
    const all = weightOf(words);
    for (let from = 0; from < words.length; from++) {
      for (let to = from + 1; to <= Math.min(words.length, from + LONGEST); to++) {
        const part = words.slice(from, to);
        // A field called "n" need not be what "n°" is short for.
        if (part.length === 1 && LETTER.test(part[0] ?? '')) continue;
        const said = [
          ...(concepts.stemmed.get(part.join(' ')) ?? []),
          ...(concepts.written.get(plain.slice(from, to).reduce(joinWords)) ?? []),
        ];
        if (said.length === 0) continue;
        const whole = to - from === words.length;
        // "Ordered on" is about ordering, though the records are orders.
        const happened = isDateField(field) && plain.slice(from, to).every(word => word.endsWith('ed'));
        if (!whole && !happened && part.every(word => own.has(word))) continue;
        const share = weightOf(part) / all;
        // "Last order date" is not an order: only what names most of the field names its concept.
        const score = whole
          ? name === last && saysMore
            ? PART
            : 1
          : said.includes(NAME) && [...words.slice(0, from), ...words.slice(to)].every(word => own.has(word))
            ? OF_RECORDS
            : share >= 0.5 && !part.every(isGeneral)
              ? 0.55 + 0.3 * share
              : 0;
        told.push({ said, length: part.length, score });
      }
    }
  }
  return strongest(told);
}

/** Labels are texts: no yes/no field holds them, however it is called ("CE marking"). */
const TAGS = 'tags';

/** What the records themselves are called: of providers, the "Provider name" is their name. */
const NAME = 'name';
const OF_RECORDS = 0.92;

/** A name within a group, which the label says with more words. */
const PART = 0.9;

/** What is left of a concept that only a word of several meanings tells, where more words of the name tell which is meant. */
const ELSEWHERE = 0.6;

/** Each concept by the phrase that tells it best: the day called "expires" is a licence's where the label says "License expiration". */
function strongest(
  told: readonly { readonly said: readonly string[]; readonly length: number; readonly score: number }[],
): ReadonlyMap<string, number> {
  const longest = new Map<string, number>();
  for (const { said, length, score } of told)
    if (score > 0) for (const concept of said) longest.set(concept, Math.max(length, longest.get(concept) ?? 0));
  const about = new Map<string, number>();
  for (const { said, length, score } of told) {
    const settled = said.filter(concept => TEMPORAL.has(concept) && (longest.get(concept) ?? 0) > length);
    for (const concept of said) {
      const elsewhere = settled.length > 0 && TEMPORAL.has(concept) && !settled.includes(concept);
      const strength = elsewhere ? score * ELSEWHERE : score;
      if (strength > (about.get(concept) ?? 0)) about.set(concept, strength);
    }
  }
  return about;
}

/** Finds out what the fields of a record type are about; where no other amount is kept, the "Gross amount" is the amount. */
export function* buildFieldConcepts(
  recordType: RecordType,
  names: FieldNames,
  lexicons: readonly CompiledLexicon[],
): Generator<void, FieldConcepts> {
  const concepts = conceptsIn(lexicons);
  const byConcept = new Map<string, FieldLink[]>();
  const tags = tagsFieldOf(recordType);
  for (const [i, field] of recordType.fields.entries()) {
    if (i % SLICE === SLICE - 1) yield;
    if (field.name === tags) continue;
    for (const [concept, score] of conceptsOfField(field, concepts, names)) {
      if (concept === TAGS && field.type !== 'list' && field.type !== 'text') continue;
      // A word for a moment ("ordered") means a date field, never a number or a code that happens to share the word.
      const fits = TEMPORAL.has(concept) ? (isDateField(field) ? 1 : 0.5) : 1;
      const link = { field, score: score * fits * 0.95 };
      const known = byConcept.get(concept);
      if (known) known.push(link);
      else byConcept.set(concept, [link]);
    }
  }
  yield;
  for (const [concept, links] of byConcept) {
    const isCalled = ({ label }: Field): boolean => concepts.stemmed.get(stemKey(label))?.includes(concept) === true;
    byConcept.set(concept, plainestFirst(links.sort((a, b) => b.score - a.score).slice(0, MOST_FIELDS), isCalled));
  }
  const [gross, ...others] = (byConcept.get('grossamount') ?? []).filter(({ score }) => score >= WHOLE);
  if (gross && others.length === 0 && !byConcept.has('amount'))
    byConcept.set('amount', [{ ...gross, score: gross.score * BESIDE_PLAINER }]);
  return byConcept;
}

/** So much less a name of several words is meant by what a name of one word is called. */
const BESIDE_PLAINER = 0.93;
const WHOLE = 0.94;

/**
 * "Betrag" of an "Amount", an "Invoiced amount" and what is kept as `refund.amount`: where one name says just what the
 * concept does, others are less meant that say the same and more, or that say it by a part of the name alone.
 */
function plainestFirst(links: FieldLink[], isCalled: (field: Field) => boolean): FieldLink[] {
  if (links.length < 2) return links;
  const isPlain = ({ field, score }: FieldLink): boolean =>
    score >= WHOLE && isCalled(field) && !stemKey(field.label).includes(' ');
  const [plain, ...others] = links.filter(isPlain);
  if (!plain || others.length > 0) return links;
  const word = stemKey(plain.field.label);
  const saysMore = ({ field }: FieldLink): boolean =>
    !isCalled(field) || stemKey(field.label).split(' ').includes(word);
  const rest = links.filter(link => link !== plain);
  return [plain, ...rest.map(link => (saysMore(link) ? { ...link, score: link.score * BESIDE_PLAINER } : link))].sort(
    (a, b) => b.score - a.score,
  );
}
