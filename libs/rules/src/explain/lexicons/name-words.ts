import type { ByLanguage } from '../../model/language';
import type { Wording } from '../lexicon';

/** How it is said that a record is what a term says, and that a value is on a list; `…` is the name, in quotes. */
export interface NameWords {
  readonly term: Wording;
  readonly list: Wording;
}

/** The words for names, in every language explanations are written in. */
export const NAME_WORDS: ByLanguage<NameWords> = {
  en: {
    term: { plain: 'it counts as …', negated: 'it does not count as …' },
    list: { plain: 'is on the list …', negated: 'is not on the list …' },
  },
  de: {
    term: { plain: 'es gilt als …', negated: 'es gilt nicht als …' },
    list: { plain: 'steht auf der Liste …', negated: 'steht nicht auf der Liste …' },
  },
  fr: {
    term: { plain: 'elle compte comme …', negated: 'elle ne compte pas comme …' },
    list: { plain: 'figure sur la liste …', negated: 'ne figure pas sur la liste …' },
  },
  es: {
    term: { plain: 'cuenta como …', negated: 'no cuenta como …' },
    list: { plain: 'está en la lista …', negated: 'no está en la lista …' },
  },
  it: {
    term: { plain: 'conta come …', negated: 'non conta come …' },
    list: { plain: 'è nella lista …', negated: 'non è nella lista …' },
  },
  pt: {
    term: { plain: 'conta como …', negated: 'não conta como …' },
    list: { plain: 'está na lista …', negated: 'não está na lista …' },
  },
  nl: {
    term: { plain: 'het geldt als …', negated: 'het geldt niet als …' },
    list: { plain: 'staat op de lijst …', negated: 'staat niet op de lijst …' },
  },
  da: {
    term: { plain: 'den gælder som …', negated: 'den gælder ikke som …' },
    list: { plain: 'er på listen …', negated: 'er ikke på listen …' },
  },
  sv: {
    term: { plain: 'den räknas som …', negated: 'den räknas inte som …' },
    list: { plain: 'finns på listan …', negated: 'finns inte på listan …' },
  },
  zh: {
    term: { plain: '属于…', negated: '不属于…' },
    list: { plain: '在名单…上', negated: '不在名单…上' },
  },
  ja: {
    term: { plain: '…に当たる', negated: '…に当たらない' },
    list: { plain: 'がリスト…にある', negated: 'がリスト…にない' },
  },
};
