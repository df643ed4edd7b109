import type { Field } from '@lib/rules';
import type { NumberOperand } from '../operands';
import { has } from '../../cursor';
import { unitOf } from './field-units';
import type { ParseState } from '../parse-state';
import { closesSaying, mentions, says } from '../../saying';
import type { FieldLink } from '../../../grounding/fields/field-index';
import { fieldSays } from '../../../grounding/fields/field-senses';
import type { Grounding } from '../../../grounding/link-words';
import { wordsOf } from '../../../grounding/words/fold';
import { namesRecords } from '../../../grounding/fields/own-words';
import { isCurrency } from '../../../grounding/words/numbers';
import { stem } from '../../../grounding/words/stem';

const AMOUNTS = ['amount', 'price', 'revenue', 'spend', 'salary', 'cost'];

/** How well a field must be called an amount to be the one the records are about: "paid" is in many names. */
const CALLED = 0.8;

/** A field said by its very name. */
const CERTAIN = 0.97;
const NEARLY = 0.02;
/** No rival any more, though still a reading. */
const LESS = 0.6;

const MAIN = ['amount', 'price', 'salary'] as const;

/** "worth 1,000 euros or more": of several fields in one currency, the amount the records are about. */
export function mainFirst({ grounding }: ParseState, links: readonly FieldLink[]): readonly FieldLink[] {
  if (links.length < 2 || !links.every(({ field }) => isCurrency(unitOf(field, grounding)?.base ?? ''))) return links;
  const main = MAIN.flatMap(concept => grounding.fields.ofConcept(concept)).find(
    ({ field, score }) => score >= CALLED && links.some(link => link.field === field),
  );
  return main
    ? [
        { field: main.field, score: 0.75 },
        ...links.filter(link => link.field !== main.field).map(link => ({ ...link, score: 0.6 })),
      ]
    : links;
}

/** Whether a field holds money: by its unit, or by what it is called. */
export const isMoneyField = (field: Field, grounding: Grounding): boolean =>
  isCurrency(unitOf(field, grounding)?.base ?? '') ||
  AMOUNTS.some(concept =>
    grounding.fields.ofConcept(concept).some(link => link.field === field && link.score >= CALLED),
  );

/** A "Total amount" says no more than "Amount": each of its words is a word for it. */
const saysOnlyAmount = ({ field }: FieldLink, { lexicons }: Grounding): boolean => {
  const english = lexicons.find(({ language }) => language === 'en');
  return wordsOf(field.label).every(word => english?.concepts.get(stem(word))?.includes('amount') === true);
};

/**
 * "orders worth over 5000" of an order amount and an invoiced one: of fields meant alike, the one called after the records,
 * or the one whose name says no more than "Amount".
 */
export function ofRecordsFirst({ grounding }: ParseState, links: readonly FieldLink[]): readonly FieldLink[] {
  const [best] = links;
  if (!best || links.length < 2 || best.score >= CERTAIN) return links;
  const alike = links.filter(({ score }) => score >= best.score - NEARLY);
  const called = alike.filter(({ field }) =>
    wordsOf(field.label).some(word => namesRecords(grounding.recordType, word)),
  );
  const single = alike.filter(({ field }) => wordsOf(field.label).length === 1);
  const own =
    [called, single].find(({ length }) => length > 0) ?? alike.filter(link => saysOnlyAmount(link, grounding));
  const [first] = own;
  if (alike.length < 2 || own.length !== 1 || !first) return links;
  return [first, ...links.filter(link => link !== first).map(link => ({ ...link, score: Math.min(link.score, LESS) }))];
}

export const isMoney = ({ number, high }: NumberOperand): boolean =>
  isCurrency((high?.unit ?? number.unit)?.base ?? '');

/** The first number field that is called an amount and suits. */
export function amountThat({ grounding }: ParseState, suits: (field: Field) => boolean): readonly FieldLink[] {
  const main = AMOUNTS.flatMap(concept => grounding.fields.ofConcept(concept)).find(
    ({ field, score }) => field.type === 'number' && score >= CALLED && suits(field),
  );
  return main ? [{ field: main.field, score: 0.75 }] : [];
}

/** "under 500 euros", where no field says what it is kept in: the amount the records are about. */
export const mainAmount = (state: ParseState): readonly FieldLink[] =>
  amountThat(state, field => unitOf(field, state.grounding) === undefined);

/** "a total of 800 or more", "an amount of at least 50": the one amount that the records are about, if any is called so. */
export function ledByAmount({ chunks, grounding }: ParseState, at: number): readonly FieldLink[] {
  const lead = chunks[at - 1];
  if (!has(lead, 'filler') || !mentions(lead, 'priceNoun') || !closesSaying(lead, 'ledAmount')) return [];
  const called = grounding.fields
    .ofConcept('amount')
    .filter(({ field, score }) => field.type === 'number' && score >= CALLED);
  return called.map(({ field }) => ({ field, score: 0.8 }));
}

/** "worth at least 250k": what records are worth, else the money they are about. */
export function worthBefore(state: ParseState, at: number): readonly FieldLink[] {
  const { chunks, grounding } = state;
  if (!says(chunks[at - 1], 'worthWord')) return [];
  const main = amountThat(state, () => true);
  const money = grounding.columns.numbers.filter(field => isMoneyField(field, grounding));
  const worth = money.filter(field => fieldSays(field, 'worthNow'));
  if (worth.length > 0) return worth.map(field => ({ field, score: 0.8 }));
  return main.length > 0 ? main : money.map(field => ({ field, score: 0.7 }));
}

const COUNTS = [
  'quantity',
  'itemcount',
  'employees',
  'patients',
  'nights',
  'partysize',
  'experience',
  'weight',
  'hours',
];

/** "more than 10 items but under 600 €": what counts or weighs things keeps no money, where the records have an amount. */
export const keepsNoMoney = (state: ParseState, field: Field): boolean =>
  COUNTS.some(concept =>
    state.grounding.fields.ofConcept(concept).some(link => link.field === field && link.score >= CALLED),
  ) && mainAmount(state).some(link => link.field !== field);

/** "fewer than 3 items": how many of them there are. */
export function ofQuantity({ grounding }: ParseState): readonly FieldLink[] {
  const links = ['quantity', 'itemcount'].flatMap(concept => grounding.fields.ofConcept(concept));
  const [best] = links.filter(({ field, score }) => field.type === 'number' && score >= 0.9);
  return best ? [{ field: best.field, score: 0.8 }] : [];
}
