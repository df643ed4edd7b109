import type { Field } from '@lib/rules';
import { fieldSays, wordSays } from '../../../grounding/fields/field-senses';
import { wordsOf } from '../../../grounding/words/fold';
import type { FieldLink } from '../../../grounding/fields/field-index';
import type { Grounding } from '../../../grounding/link-words';
import { stem } from '../../../grounding/words/stem';

/** Two numbers of a record, the one how much there may be, the other how much of it is taken: what is left is their difference. */
export interface Quota {
  readonly total: Field;
  readonly used: Field;
}

const stems = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(stem));

const SAYS_TOTAL = stems(
  'allowance entitlement entitled maximum max limit total capacity quota budget interval ceiling planned ordered target fee fees due required needed',
);
const SAYS_USED = stems(
  'taken used sold spent paid consumed booked occupied since current enrolled enrolled filled done received delivered registered size drawn assigned earned completed',
);
const SAYS_TAKEN = stems('taken used paid spent sold consumed occupied booked');
const SAYS_LEFT = stems('left remaining balance available open outstanding rest free');
/** Words of names that tell nothing of what is counted. */
const PLAIN = stems(
  'number no of the in per day hour eur usd gbp count amount value level h kg hours days to date so far',
);

/** Concepts that go together though no word of their labels is the same. */
const PAIRS: readonly (readonly [string, string])[] = [
  ['amount', 'paidamount'],
  ['tuition', 'paidamount'],
  ['budget', 'spend'],
  ['panelmax', 'patients'],
  ['servicelife', 'hours'],
  ['serviceinterval', 'sinceservice'],
  ['leaveallowance', 'leavetaken'],
  ['vacation', 'leavetaken'],
  ['seats', 'seatssold'],
  ['seats', 'activeusers'],
  ['creditlimit', 'balance'],
  ['maxtemperature', 'temperature'],
];

const known = new WeakMap<Grounding, readonly Quota[]>();

/** What a field is called, words written short in full, without the words for an amount that was given: they tell nothing of what is counted. */
const nameOf = (field: Field, { lexicons }: Grounding): ReadonlySet<string> =>
  new Set(
    [field.label, field.name]
      .flatMap(wordsOf)
      .filter(word => !wordSays(word, 'granted'))
      .map(word => lexicons.find(({ language }) => language === 'en')?.abbreviations.get(word) ?? stem(word)),
  );

const says = (name: ReadonlySet<string>, words: ReadonlySet<string>): boolean =>
  [...name].some(word => words.has(word));

/** Whether a field keeps what is left of something: none of it is 0 there, and empty what nobody knows. */
export const saysLeft = (field: Field): boolean => fieldSays(field, 'remaining');

/** Whether a field keeps the rest of something: it says so, or it keeps the days off that somebody still has. */
export const keepsRest = (grounding: Grounding, field: Field): boolean => {
  const name = nameOf(field, grounding);
  if (saysLeft(field) || says(name, SAYS_LEFT)) return true;
  const daysOff = grounding.fields.ofConcept('vacation').some(link => link.field === field && link.score >= 0.6);
  return daysOff && !says(name, SAYS_TAKEN) && !says(name, SAYS_TOTAL);
};

/** So many number fields are looked through. */
const MOST = 60;

/** The quotas that a record keeps, found by the names of its numbers. */
export function quotasOf(grounding: Grounding): readonly Quota[] {
  const made = known.get(grounding);
  if (made) return made;
  const quotas: Quota[] = [];
  const keep = (total: Field | undefined, used: Field | undefined): void => {
    if (total && used && total !== used && !quotas.some(quota => quota.used === used || quota.total === total))
      quotas.push({ total, used });
  };
  const best = (concept: string): Field | undefined =>
    grounding.fields.ofConcept(concept).find(link => link.field.type === 'number' && link.score >= 0.6)?.field;
  const paired = (): void =>
    PAIRS.forEach(([total, used]) => {
      const whole = best(total);
      // "Días de vacaciones" beside "Días disfrutados" are all of them, unless they are said to be those that remain.
      if (whole && !saysLeft(whole) && !says(nameOf(whole, grounding), SAYS_LEFT)) keep(whole, best(used));
    });
  const numbers = grounding.columns.numbers.slice(0, MOST).map(field => ({ field, name: nameOf(field, grounding) }));
  for (const { field: total, name } of numbers) {
    if (says(name, SAYS_TAKEN) || says(name, SAYS_LEFT)) continue;
    // "Seats" beside "Seats used"
    const plain = !says(name, SAYS_TOTAL) && !fieldSays(total, 'granted');
    const content = [...name].filter(word => !SAYS_TOTAL.has(word) && !PLAIN.has(word));
    const used = numbers.filter(
      other =>
        other.field !== total &&
        says(other.name, plain ? SAYS_TAKEN : SAYS_USED) &&
        !says(other.name, SAYS_LEFT) &&
        (plain
          ? content.length > 0 && content.every(word => other.name.has(word))
          : content.some(word => other.name.has(word)) ||
            // "Amount awarded" beside "Spent to date": neither says of what.
            (content.length === 0 && [...other.name].every(word => SAYS_USED.has(word) || PLAIN.has(word)))),
    );
    if (used.length === 1) keep(total, used[0]?.field);
  }
  paired();
  known.set(grounding, quotas);
  return quotas;
}

const ENTITLED = stems('entitled entitlement allowed allowance granted');
const TAKEN = stems('used use taken take took spent booked had drawn consumed');

/** "used five days of their holiday": of both sides of a quota, the one that a word beside its name speaks of. */
export function bySide(
  links: readonly FieldLink[],
  words: readonly string[],
  grounding: Grounding,
): readonly FieldLink[] {
  const [first, second] = links;
  const quota = quotaOf(grounding, first?.field);
  if (!first || !second || first.score >= 0.97 || !quota) return links;
  if (quota !== quotaOf(grounding, second.field)) return links;
  const said = new Set(words.map(stem));
  const side = says(said, ENTITLED) ? quota.total : says(said, TAKEN) ? quota.used : undefined;
  const link = links.find(({ field }) => field === side);
  return link ? [link] : links;
}

/** The quota that a field is one side of. */
export const quotaOf = (grounding: Grounding, field: Field | undefined): Quota | undefined =>
  field && quotasOf(grounding).find(quota => quota.total === field || quota.used === field);
