import type { Sense } from './senses';

/** Roles that only a change of a rule knows; elsewhere their phrases would swallow plain words. */
export const EDIT_ROLES = [
  'also',
  'instead',
  'insteadOf',
  'notBut',
  'see',
  'make',
  'change',
  'drop',
  'swap',
  'invert',
  'everyone',
  'enough',
  'holds',
  'kept',
  'telling',
  'outVerb',
  'outWord',
  'undo',
  'startOver',
  'ordinal',
] as const;

/**
 * The roles a word or phrase can play. The grammar knows only these; which words play them is said by one lexicon
 * file per language, so that a new language is data and no code.
 */
export const ROLES = [
  // comparison
  'gt',
  'gte',
  'lt',
  'lte',
  'eq',
  'neq',
  'orMore',
  'orLess',
  'between',
  'from',
  'to',
  'outside',
  'rangeNoun',
  'inclusive',
  'exclusive',
  'times',
  'double',
  'triple',
  'half',
  'third',
  'fourth',
  'twoThirds',
  'threeQuarters',
  // two numbers taken together
  'dividedBy',
  'minus',
  'added',
  'multiplied',
  'difference',
  'sumOf',
  'ratio',
  'several',
  'leftOver',
  // how much of what there may be is taken
  'roomFor',
  'fullUp',
  'inFull',
  'inPart',
  'owes',
  'together',
  'over',
  'byAmount',
  // what was before is more, or less, now
  'rose',
  'fell',
  // a comparing verb behind what it compares with
  'late',
  // logic
  'and',
  'or',
  'not',
  'never',
  'either',
  'neither',
  'nor',
  'both',
  'except',
  'unless',
  'but',
  'only',
  'onlyIf',
  'allOf',
  // what is to be done with all the others: another rule
  'otherwise',
  // empty, filled
  'empty',
  'filled',
  // whatever a field may hold ("anything in the notes"), or that it holds none ("nothing in the notes")
  'something',
  'nothing',
  // verbs that say no more than that what stands beside them is so
  'does',
  'without',
  'no',
  'have',
  'any',
  'zero',
  // costs nothing, and what is below nothing
  'free',
  'negative',
  'set',
  // text
  'contains',
  'startsWith',
  'endsWith',
  'matches',
  'exactly',
  'longerThan',
  'shorterThan',
  'characters',
  'long',
  'word',
  'trueWord',
  'falseWord',
  // dates
  'before',
  'after',
  'since',
  'until',
  'on',
  'last',
  // before a period: up to now, not the one of the calendar before ("in the past year")
  'trailing',
  'next',
  'this',
  'ago',
  'agoBefore',
  'lastBehind',
  // verbs of what has not happened by now: with them a stretch of days lies ahead
  'toCome',
  'nextBehind',
  'thisBehind',
  'today',
  'yesterday',
  'tomorrow',
  'notYet',
  'expired',
  'within',
  'older',
  'newer',
  'day',
  'week',
  'month',
  'quarter',
  'year',
  'ever',
  'inFuture',
  'inPast',
  'inForce',
  'startOf',
  'forAtLeast',
  // ages: "aged 50", "50 years old"
  'aged',
  'yearsOld',
  // actions
  'tag',
  'tagNoun',
  'add',
  'remove',
  'setTo',
  'clear',
  'upper',
  'lower',
  'title',
  'trim',
  'copy',
  'replace',
  'mask',
  'wish',
  'give',
  // among those: what says that records come to have or to be something
  'gets',
  'flag',
  'move',
  'fill',
  'normalise',
  'lineBreaks',
  'blanks',
  'spaces',
  'repeated',
  'allTags',
  // what must not come to be: "should not be"
  'notToBe',
  // said of a tag that is to be taken off
  'obsolete',
  // leads to what a tag is called: "a tag named X"
  'named',
  'off',
  'reasonNoun',
  'as',
  'into',
  'with',
  'arrow',
  'colon',
  'comma',
  'stop',
  'dash',
  'open',
  'close',
  'amp',
  'pipe',
  'slash',
  'unsupported',
  // verbs that reckon with the value a field has: "raise", "double"; those that need no amount beside them
  'reckon',
  'reckonAlone',
  'them',
  'then',
  'correction',
  // a list by its name, if it has one
  'listNoun',
  // structure
  'where',
  'if',
  'for',
  'be',
  'det',
  'noun',
  // nouns for people whatever their number, among those above
  'people',
  // nouns for people that say they are women
  'women',
  'of',
  'in',
  'among',
  'filler',
  'ask',
  'ones',
  'fieldWord',
  'valueWord',
  'conditionWord',
  // what is said besides: reasons, farewells, what the writer is about to do
  'because',
  'signOff',
  // what somebody thinks of what is so ("… is wrong"): no test, but the reason for what follows
  'verdict',
  'writer',
  'may',
  'besides',
  'indifferent',
  'regardless',
  'excepted',
  // outcome
  'vague',
  'vagueSmall',
  'aggregate',
  'duplicate',
  'offtopic',
  'hostile',
  'greeting',
  'distance',
  ...EDIT_ROLES,
] as const;

export type Role = (typeof ROLES)[number];

/** Which measure a comparing adjective is about ("cheaper" a price, "older" an age): ids of concept groups. */
export interface DimensionedWord {
  readonly role: 'gt' | 'lt' | 'orMore' | 'orLess' | 'older' | 'newer' | 'vague' | 'vagueSmall';
  readonly concepts: readonly string[];
}

/** Whole replies: nothing else may be said but `besides`. */
export interface Replies {
  readonly yes: string;
  /** None of the answers offered. */
  readonly none: string;
  /** Every one of them; all spellings of a value. */
  readonly all: string;
  readonly last: string;
  /** `former=1|…`: which answer, beyond what `ordinals` say. */
  readonly places?: string;
  /** Words that may stand around a reply and say nothing: `the|one|please`. */
  readonly besides: string;
}

/** `words of names|…=what is only said in their place|…`: of a field that holds anything, or of one that holds such values. */
export interface Kin {
  readonly any: readonly string[];
  readonly number: readonly string[];
  readonly date: readonly string[];
  readonly boolean: readonly string[];
  readonly text: readonly string[];
}

/**
 * One language. Lists of words and phrases are written `a|b|c`; case and diacritics do not matter. Forms that differ by
 * little are written as one entry: `superior(/es) (a/al)`.
 */
export interface Lexicon {
  /** BCP 47 primary language. */
  readonly language: string;
  readonly decimalMark: '.' | ',';
  /** Whether 03/04 is the third of April. */
  readonly dayFirst: boolean;
  readonly roles: { readonly [role in Role]?: string };
  /** What words say where the grammar asks for it; `-ing` stands for all that end so, `month-` for all that begin so. */
  readonly senses?: { readonly [sense in Sense]?: string };
  /** `cheaper than=lt:price,cost` */
  readonly dimensioned: string;
  /** `one=1|two=2|…`: words that are numbers, and scales written `*million=1000000`. */
  readonly numbers: string;
  /** `half=0.5|a quarter=0.25|…`: parts of a unit that is named right behind: "half tonne". */
  readonly parts?: string;
  /** `first=1|second=2|…`: words that count: quarters, and the answers of a question. */
  readonly ordinals?: string;
  /** What people reply to a question that offers answers. */
  readonly replies: Replies;
  /** `kg=kg:1|g=kg:0.001|…`: words of units, each as a multiple of a base unit. */
  readonly units: string;
  /** `twenties=20|…`: tens of years, of a century or of a life. */
  readonly decades?: string;
  /** The same in figures, where `#` stands for them: `#er|#er jahren|jaren #|# - talet`. */
  readonly decadeFigures?: string;
  /** `last year=year:-1|the day after tomorrow=day:2|…`: words for a period so many of its kind from now. */
  readonly calendarWords?: string;
  /** `the end of=end|year end=year:end|…`: words for the edge of a period, and for that of the current one. */
  readonly periodEdges?: string;
  /** Month names in order, alternatives separated by `/`. */
  readonly months: string;
  /** Days of the week from Monday on and the weekend, in the same way. */
  readonly weekdays?: string;
  /** `christmas=12-25|summer=6-1+3|easter=easter|…`: days and stretches of every year, with their first day and how many months they last. */
  readonly yearlyDays?: string;
  /** Concept id → words for it. The same ids are used in every language, so that a German word finds an English label. */
  readonly concepts: { readonly [concept: string]: string };
  /** What people say besides of a concept, which no label is read by: verbs, participles, idioms (`going out with` a carrier). */
  readonly wordings?: { readonly [concept: string]: string };
  /** Words that say the same in names of fields, class by class, by what the field holds. */
  readonly kin?: Kin;
  /** Little words that names are told with: `what` opens a clause, `of` stands in any name, `they` in clauses alone. */
  readonly besides?: { readonly opening: string; readonly between: string; readonly inClauses: string };
  /** ISO region → what people, firms and things from there are called. */
  readonly demonyms: string;
  /** Short and popular country names that the platform's list does not have: `uk=GB|…`. */
  readonly countryNames: string;
  /** Short and other ways to write words of field names: `qty=quantity|…`. */
  readonly abbreviations?: string;
  /** Words for the opposite of a yes/no field (`offline=online`), or for a day that never comes, by its concept (`open-ended contract=contractend`). */
  readonly opposites: string;
  /** What turns a word into its opposite: `un|non`. */
  readonly opposingPrefixes: string;
  /** What makes an adverb of a word: `annually` is said of what is `annual`. */
  readonly adverbEndings?: string;
  /** Words for values that data spells in another way: `banking=financial services,finance|…`. */
  readonly valueWords: string;
  /** Common words that mean nothing to the grammar: never taken for a slip of a word that does. */
  readonly everyday?: string;
  /** Slips so short or so common that no likeness finds them: `teh=the|more then=more than`. Word for word. */
  readonly misspelt?: string;
  /** Words of the names of fields, as English labels have them: `cupón=coupon|código=code`; nothing behind a comma is a word left out. */
  readonly labelWords?: string;
  /** Little words that only say "no longer" within a frame, and what they stand for: `ne|n'=plus>pas`. */
  readonly noLonger?: string;
  /** Endings that are cut off before words of fields, values and countries are compared, as `ending` or `ending>put in its place`. */
  readonly endings?: string;
  /** Nouns are written together: `Kundenumsatz` is an `Umsatz`. */
  readonly compounds?: boolean;
  /** What describes a noun stands behind it: `fornecedores preferenciais`. */
  readonly adjectivesFollow?: boolean;
  /** Nouns are written with a capital. */
  readonly capitalNouns?: boolean;
  /** In subordinate clauses the verb comes last: `das mit "1." beginnt`. */
  readonly verbLastInClauses?: boolean;
  /** A condition may open with its verb: `Endet die E-Mail auf .de, dann …`. */
  readonly verbOpensConditions?: boolean;
  /** Operators and verbs stand behind what they are about; words are not parted by blanks. */
  readonly verbLast?: boolean;
  /** Writing that only this language has among those with a lexicon. */
  readonly script?: RegExp;
}
