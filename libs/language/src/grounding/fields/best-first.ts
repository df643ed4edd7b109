import type { Field } from '@lib/rules';
import { compileLexicon } from '../compiled-lexicon';
import { fieldSays, wordSays, writtenWords } from './field-senses';
import { LEXICONS } from '../languages';
import type { Role } from '../lexicon';
import { fold } from '../words/fold';

const DENIALS: ReadonlySet<Role> = new Set<Role>(['not', 'no', 'never', 'without', 'notYet']);
const known = new WeakMap<Field, boolean>();

/** Whether the smaller number of a field is the better one: a rank, or what is described so ("1 (very good) to 5 (failing)"). */
export function isBestFirst(field: Field): boolean {
  let first = known.get(field);
  if (first === undefined) known.set(field, (first = fieldSays(field, 'rankWord') || isDescribedSo(field)));
  return first;
}

interface End {
  readonly number: number;
  readonly words: readonly string[];
}

/** "1 (very good)", "1 = very good", "1: very good", "1 - very good": what a number stands for. */
const EXPLAINED =
  /(?<![\p{L}\d.,])(\d+(?:[.,]\d+)?)(?:\s*(?:\(([^()]*\p{L}[^()]*)\)|[=:]\s*(\p{L}[^\d,;.()]*))|\s+[–—-]\s+(\p{L}[^\d,;.()]*))/gu;
/** "1 best", "5 is the worst": the words right behind a number. */
const FOLLOWED = /(?<![\p{L}\d.,])(\d+(?:[.,]\d+)?)((?:\s+\p{L}+){1,3})/gu;

/**
 * Whether the lowest number of a scale is said to be good, or the highest bad: by what each of them stands for, or by the
 * words right behind both. Other numbers ("over 12 months, good parts per 100") are no scale.
 */
function isDescribedSo({ description }: Field): boolean {
  const text = description?.normalize('NFKC') ?? '';
  if (!/\d\D+\d/.test(text)) return false;
  const explained = endsIn(text, EXPLAINED);
  if (explained.length > 1) {
    const [low, high] = [verdictOn(explained[0]), verdictOn(explained.at(-1))];
    return low !== high && (low === 'good' || high === 'bad');
  }
  const judged = endsIn(text, FOLLOWED).filter(end => verdictOn(end) !== undefined);
  return verdictOn(judged[0]) === 'good' && verdictOn(judged.at(-1)) === 'bad';
}

const endsIn = (text: string, pattern: RegExp): readonly End[] =>
  [...text.matchAll(pattern)]
    .map(([, number = '', ...said]) => ({
      number: Number(number.replace(',', '.')),
      words: writtenWords(said.join(' ')),
    }))
    .sort((a, b) => a.number - b.number);

/** What an end is said to be; "not critical" is neither. */
function verdictOn(end: End | undefined): 'good' | 'bad' | undefined {
  const words = end?.words ?? [];
  const [good, bad] = (['goodWord', 'badWord'] as const).map(sense => words.some(word => wordSays(word, sense)));
  return good === bad || words.some(isDenial) ? undefined : good ? 'good' : 'bad';
}

const isDenial = (word: string): boolean =>
  LEXICONS.some(
    lexicon =>
      compileLexicon(lexicon)
        .roles.get(fold(word))
        ?.some(role => DENIALS.has(role)) === true,
  );
