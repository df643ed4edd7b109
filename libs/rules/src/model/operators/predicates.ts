import type { OperatorRow } from '../operator-row';
import { isCard, isGtin, isIban } from '../predicates/bank-and-goods';
import { isPhone, isPostcode } from '../predicates/contact';
import { isEmail, isIp, isUrl, isUuid } from '../predicates/internet';
import { isIsoCountry, isIsoCurrency, isIsoLanguage } from '../predicates/iso-codes';
import { isVatId } from '../predicates/vat-id';
import { PREDICATE_NOUNS, type PredicateName, type PredicateNouns } from './predicate-nouns';

/** Longest text any of these can be true of. */
const MAX_LENGTH = 2_048;

/** Whether a value is what a public standard calls so. An empty value is nothing of the kind, nor is one with blanks around it. */
export const PREDICATES: readonly OperatorRow[] = [
  predicate('isEmail', isEmail),
  predicate('isUrl', isUrl),
  predicate('isIp', isIp),
  predicate('isUuid', isUuid),
  predicate('isIban', isIban),
  predicate('isVatId', isVatId),
  predicate('isCard', isCard),
  predicate('isGtin', isGtin),
  predicate('isIsoCountry', isIsoCountry),
  predicate('isIsoCurrency', isIsoCurrency),
  predicate('isIsoLanguage', isIsoLanguage),
  predicate('isPhone', isPhone),
  {
    ...row('isPostcode'),
    arity: { min: 2, max: 2 },
    operands: ['any', 'postcode-country'],
    evaluate: (_run, value, country) => {
      const text = subject(value);
      return text !== undefined && typeof country === 'string' && isPostcode(text, country);
    },
  },
];

function predicate(logic: PredicateName, holds: (text: string) => boolean): OperatorRow {
  return {
    ...row(logic),
    arity: { min: 1, max: 1 },
    operands: ['any'],
    evaluate: (_run, value) => {
      const text = subject(value);
      return text !== undefined && holds(text);
    },
  };
}

function row(logic: PredicateName): Omit<OperatorRow, 'arity' | 'operands' | 'evaluate'> {
  const nouns = PREDICATE_NOUNS[logic];
  return {
    logic,
    family: 'predicate',
    added: true,
    byHand: true,
    words: { en: [`is a ${nouns.en}`] },
    says: saysOf(nouns),
    result: 'boolean',
    onNull: 'never-true',
  };
}

/** Texts and numbers are looked at; anything else is no code, number or address. */
function subject(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && text !== '' && text.length <= MAX_LENGTH ? text : undefined;
}

function saysOf({ en, de, fr, es, it, pt, nl, da, zh, ja }: PredicateNouns): OperatorRow['says'] {
  return {
    en: { plain: `is a ${en}`, negated: `is not a ${en}` },
    // The German and the Dutch article is negated by a letter before it.
    de: { plain: `ist ${de}`, negated: `ist k${de}` },
    fr: { plain: `est ${fr}`, negated: `n'est pas ${fr}` },
    es: { plain: `es ${es}`, negated: `no es ${es}` },
    it: { plain: `è ${it}`, negated: `non è ${it}` },
    pt: { plain: `é ${pt}`, negated: `não é ${pt}` },
    nl: { plain: `is ${nl}`, negated: `is g${nl}` },
    da: { plain: `er ${da}`, negated: `er ikke ${da}` },
    zh: { plain: `是${zh}`, negated: `不是${zh}` },
    ja: { plain: `は${ja}である`, negated: `は${ja}ではない` },
  };
}
