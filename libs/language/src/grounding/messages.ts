import { MESSAGES } from './lexicons/messages';

/** What the translator says to people; `{0}` and `{1}` are filled in. */
export const KEYS = [
  'whichAndWhat',
  'whichAll',
  'which',
  'whichOfThese',
  'changeHow',
  'withoutIt',
  'wouldAffectAll',
  'beyond',
  'notAnAction',
  'noField',
  'notKnown',
  'unplaced',
  'whichValue',
  'fromWhich',
  'whatMeans',
  'noRecordHas',
  'whichField',
  'whichTag',
  'setToWhat',
  'noSuchField',
  'possible',
  'sameSpelling',
  'takenAs',
  'asWritten',
  'partly',
  'entangled',
  'doWhat',
  'noEarlier',
  'ruleApart',
  'alsoStored',
  'lookedInside',
  'orThousand',
  'otherWords',
  'noList',
  'noSuchDay',
  'byCalendar',
  'backFromToday',
  'howNear',
  'noNumber',
  'noDate',
  'otherUnit',
  'mayDeny',
  'beyondEither',
] as const;

export type MessageKey = (typeof KEYS)[number];

/** The texts of every language, in the order of the keys. */
export const linesOf: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(MESSAGES).map(([language, text]) => [language, text.split('\n')]),
);

/** Whether people are answered in English, as they are where no language is told. */
export const isEnglish = (language: string | undefined): boolean => (language ?? 'en').startsWith('en');

/** A message in the person's language (BCP 47), else in English. */
export function say(language: string | undefined, key: MessageKey, ...parts: readonly string[]): string {
  const at = KEYS.indexOf(key);
  const primary = (language ?? 'en').toLowerCase().split('-')[0] ?? 'en';
  const text = linesOf.get(primary)?.[at] ?? linesOf.get('en')?.[at] ?? '';
  return text.replace(/\{([01])\}/g, (_, i: string) => parts[Number(i)] ?? '');
}
