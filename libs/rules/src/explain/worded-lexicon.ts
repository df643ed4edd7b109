import type { Language } from '../model/language';
import { PERIODS } from '../model/today';
import type { DayWords, Lexicon, Wording } from './lexicon';
import { groupedNumber, quotedText } from './literal-words';

/** A language as lists: what belongs together stands in one text, parted by `|`, a wording and its opposite by `/`. */
export interface Words {
  readonly language: Language;
  /** rule | rule for all | filter | filter for all */
  readonly frames: string;
  /** and | or | comma | not | between's and */
  readonly joints: string;
  /** == > >= < <= of values, > >= < <= of dates, === in, in a list, in a text, contains, of a list, starts, ends, matches, between, strictly between, holds */
  readonly operators: string;
  /** is empty | is filled | is empty or 0 | is filled and not 0 | is true | is not true | is null | is not null */
  readonly states: string;
  /** in any case | length of | always | never | empty included | empty counts as 0 | true | false | empty | Priority | Name */
  readonly notes: string;
  /** modulo | the smallest of | the largest of | followed by */
  readonly arithmetic: string;
  readonly group: string;
  readonly decimal: string;
  /** Labels keep their capitals. */
  readonly capitals?: boolean;
  /** day/days | week/weeks | month/months | year/years */
  readonly units: string;
  /** today | `… ago` | `… from now` | start of `…` | `this`, `last`, `next` and plain week | month | quarter | year, parted by `/` */
  readonly days: string;
  /** Actions by type, where the action's own row does not speak the language. */
  readonly actions: { readonly [type: string]: string };
}

const OPERATORS =
  '== > >= < <= >:date >=:date <:date <=:date === in in:list in:text contains contains:list startsWith endsWith matches between betweenExclusive holds'.split(
    ' ',
  );

const wordingOf = (text = ''): Wording => {
  const [plain = '', negated = ''] = text.split('/');
  return { plain, negated };
};
const turned = ({ plain, negated }: Wording): Wording => ({ plain: negated, negated: plain });

/** The lexicon that a language's lists make. */
export function wordedLexicon(words: Words): Lexicon {
  const [rule = '', ruleForAll = '', filter = '', filterForAll = ''] = words.frames.split('|');
  const [and = '', or = '', comma = '', not = '', betweenAnd = ''] = words.joints.split('|');
  const said = words.operators.split('|').map(wordingOf);
  const wordings = Object.fromEntries(OPERATORS.map((operator, i) => [operator, said[i] ?? wordingOf()]));
  const of = (operator: string): Wording => wordings[operator] ?? wordingOf();
  const states = words.states.split('|');
  const notes = words.notes.split('|');
  const [modulo = '', min = '', max = '', cat = ''] = words.arithmetic.split('|');
  const at = (list: readonly string[], i: number): string => list[i] ?? '';
  return {
    language: words.language,
    rule,
    ruleForAll,
    filter,
    filterForAll,
    and,
    or,
    comma,
    not,
    wordings: { ...wordings, '!=': turned(of('==')), '!==': turned(of('===')) },
    isEmpty: at(states, 0),
    isFilled: at(states, 1),
    isEmptyOrZero: at(states, 2),
    isFilledNotZero: at(states, 3),
    isNull: at(states, 6),
    isNotNull: at(states, 7),
    isTrue: at(states, 4),
    isNotTrue: at(states, 5),
    between: of('between'),
    betweenExclusive: of('betweenExclusive'),
    betweenAnd,
    holds: of('holds'),
    anyCase: at(notes, 0),
    lengthOf: at(notes, 1),
    always: at(notes, 2),
    never: at(notes, 3),
    emptyIncluded: at(notes, 4),
    emptyIsZero: at(notes, 5),
    true: at(notes, 6),
    false: at(notes, 7),
    null: at(notes, 8),
    priority: at(notes, 9),
    name: at(notes, 10),
    arithmetic: { '+': '+', '-': '−', '*': '×', '/': '÷', '%': modulo, min, max, cat },
    label: text =>
      words.capitals
        ? text
        : text.replace(/(?<![\p{L}\p{N}])\p{Lu}\p{Ll}+(?![\p{L}\p{N}])/gu, word => word.toLowerCase()),
    quote: text => quotedText(text),
    number: value => groupedNumber(value, words.group, words.decimal),
    reserved: new Set(`${and} ${or} ${not} ${notes.slice(6, 9).join(' ')}`.toLowerCase().split(/\s+/).filter(Boolean)),
    days: dayWords(words),
    actions: words.actions,
  };
}

function dayWords(words: Words): DayWords {
  const [today = '', ago = '', ahead = '', start = '', ...periods] = words.days.split('|');
  const units = words.units.split('|').map((unit): readonly [string, string] => {
    const [one = '', many = ''] = unit.split('/');
    const glue = /^\p{Script=Latin}/u.test(one) ? '# ' : '#';
    return [`${glue}${one}`, `${glue}${many}`];
  });
  const unit = (i: number): readonly [string, string] => units[i] ?? ['', ''];
  const periodOf = (i: number): DayWords['periods']['week'] => {
    const [current = '', last = '', next = '', plain = ''] = (periods[i] ?? '').split('/');
    return [current, last, next, `${plain} (…)`];
  };
  return {
    today,
    ago,
    ahead,
    start,
    periods: Object.fromEntries(PERIODS.map((period, i) => [period, periodOf(i)])) as unknown as DayWords['periods'],
    units: { days: unit(0), weeks: unit(1), months: unit(2), years: unit(3) },
    and: words.joints.split('|')[0] ?? ' ',
  };
}
