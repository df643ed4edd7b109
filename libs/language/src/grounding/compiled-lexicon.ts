import { type CalendarWord, calendarWordsOf, type PeriodEdge, periodEdgesOf } from './dates/calendar-words';
import { type Ending, endingsOf, withoutEndings } from './words/endings';
import { formsOf, sharedWords } from './words/forms';
import { entries, pairs } from './words/entries';
import { type CommonSlips, commonSlipsOf } from './words/common-slips';
import { fold } from './words/fold';
import { joined } from './words/join-words';
import { type Besides, besidesOf, type KinWords, kinWordsOf } from './fields/kin-words';
import type { DimensionedWord, Lexicon, Role } from './lexicon';
import { MARKS } from './lexicons/marks';
import { type YearlyDays, yearlyDaysOf } from './dates/yearly-days';
import { type Openers, openersOf } from './words/openers';
import { regionsOf } from './values/region-words';
import { segment, type Token } from './words/segment';
import { type SenseIndex, senseIndexOf } from './sense-index';
import { type Spellings, spellingsOf } from './words/spellings';
import { SpeltWords } from './words/spelt-words';
import { stem } from './words/stem';
import { TypoIndex } from './words/typo';
import { type Reply, repliesOf } from './reply-words';

export interface UnitWord {
  readonly base: string;
  readonly factor: number;
}

/** A lexicon turned into look-ups; made once per language. */
export interface CompiledLexicon {
  readonly language: string;
  readonly decimalMark: '.' | ',';
  readonly dayFirst: boolean;
  readonly roles: ReadonlyMap<string, readonly Role[]>;
  readonly spellings: Spellings;
  readonly senses: SenseIndex;
  readonly dimensioned: ReadonlyMap<string, DimensionedWord>;
  readonly numbers: ReadonlyMap<string, number>;
  readonly parts: ReadonlyMap<string, number>;
  readonly ordinals: ReadonlyMap<string, number>;
  /** Folded reply → what it says: which answer by number, or one of these. */
  readonly replies: ReadonlyMap<string, Reply>;
  readonly besideReplies: ReadonlySet<string>;
  readonly scales: ReadonlyMap<string, number>;
  readonly units: ReadonlyMap<string, UnitWord>;
  readonly months: ReadonlyMap<string, number>;
  /** From Monday to Sunday, and the end of the week. */
  readonly weekdays: ReadonlyMap<string, number>;
  readonly yearlyDays: ReadonlyMap<string, YearlyDays>;
  readonly decades: ReadonlyMap<string, number>;
  /** What tens of years are said by in figures, with `#` for these. */
  readonly decadeFigures: ReadonlySet<string>;
  /** Folded phrase → a period of the calendar, counted from now. */
  readonly calendarWords: ReadonlyMap<string, CalendarWord>;
  /** Folded phrase → an edge, of the period named behind it or of the current one of its kind. */
  readonly periodEdges: ReadonlyMap<string, PeriodEdge>;
  /** Phrase → concept ids; English phrases by their stems. */
  readonly concepts: ReadonlyMap<string, readonly string[]>;
  /** The same for what only requests say. */
  readonly wordings: ReadonlyMap<string, readonly string[]>;
  readonly kin: KinWords;
  readonly besides: Besides;
  /** Folded phrase → ISO region. */
  readonly regions: ReadonlyMap<string, string>;
  /** Of those, what people, firms and things from there are called. */
  readonly demonyms: ReadonlySet<string>;
  readonly valueWords: ReadonlyMap<string, readonly string[]>;
  /** The words that what people call values begins with. */
  readonly saidTypos: TypoIndex;
  /** The same words, and countries, without their endings. */
  readonly valueForms: ReadonlyMap<string, readonly string[]>;
  readonly regionForms: ReadonlyMap<string, string>;
  /** Folded phrase → what it is the opposite of. */
  readonly opposites: ReadonlyMap<string, readonly string[]>;
  readonly opposingPrefixes: readonly string[];
  /** A word of its own that only denies what follows, if the language has one. */
  readonly denial?: string;
  readonly adverbEndings: readonly string[];
  /** Folded word → what it is short for, in stems. */
  readonly abbreviations: ReadonlyMap<string, string>;
  /** Single words of the grammar, for telling typos from names. */
  readonly words: ReadonlySet<string>;
  /** Words of grammar and actions that tell this language from others: no signs, nothing shorter than two letters. */
  readonly grammar: ReadonlySet<string>;
  /** Those words, to be found misspelt. */
  readonly typos: TypoIndex;
  /** Words that are spelt right though nothing here knows them. */
  readonly everyday: ReadonlySet<string>;
  /** Common slips by their first word, each with the words it stands for, one for one. */
  readonly misspelt: CommonSlips;
  readonly spelt: SpeltWords;
  /** Scales long enough to be misspelt (`milion`). */
  readonly scaleTypos: TypoIndex;
  readonly regionCodes: ReadonlySet<string>;
  /** Phrase without its endings → concept ids, where the language has endings. */
  readonly conceptForms: ReadonlyMap<string, readonly string[]>;
  /** Concepts said in one word, to be found misspelt. */
  readonly conceptTypos: TypoIndex;
  /** General words that stand last in compounds ("Lizenznummer"), in the order of the lexicon. */
  readonly tails: ReadonlySet<string>;
  /** Words of the names of fields → what English labels say for them. */
  readonly labelWords: ReadonlyMap<string, readonly string[]>;
  /** The same by their words without endings. */
  readonly labelForms: ReadonlyMap<string, readonly string[]>;
  /** "ne … plus": within a few words of its openers the word stands for another. */
  readonly noLonger?: { readonly openers: ReadonlySet<string>; readonly word: string; readonly means: string };
  readonly openers: Openers;
  readonly endings: readonly Ending[];
  readonly compounds: boolean;
  readonly adjectivesFollow: boolean;
  readonly capitalNouns: boolean;
  readonly verbLast: boolean;
  readonly verbLastInClauses: boolean;
  readonly verbOpensConditions: boolean;
}

const isLongWord = (key: string): boolean => /^\p{L}{5,}$/u.test(key);

const PLAIN_WORDS = /^[A-Za-z]+(?: [A-Za-z]+)*$/;

/** A phrase as it is written, but for case. */
export function writtenKey(tokens: readonly Token[], from: number, to: number): string {
  let text = '';
  for (let i = from; i < to; i++)
    text += `${i > from ? ' ' : ''}${tokens[i]?.text.toLowerCase().replace('’', "'") ?? ''}`;
  return text;
}

/** The key under which a phrase is found: its folded tokens, joined by blanks. */
export function phraseKey(phrase: string): string {
  if (PLAIN_WORDS.test(phrase)) return phrase.toLowerCase();
  const { tokens } = segment(phrase.trim());
  return joined(tokens, 0, tokens.length);
}

/** `kg=kg:1|g=kg:0.001|…`: the words of units, each as a multiple of a base unit. */
export const unitsIn = (list: string): readonly (readonly [word: string, unit: UnitWord])[] =>
  pairs(list).map(([phrase, meaning]) => {
    const [base = '', factor] = meaning.split(':');
    return [phraseKey(phrase), { base, factor: Number(factor) }];
  });

/** The key of a phrase by stems: hyphens and dots do not count. */
export function stemKey(phrase: string): string {
  return phraseKey(phrase)
    .split(' ')
    .filter(word => /[\p{L}\p{N}%]/u.test(word))
    .map(stem)
    .join(' ');
}

/** The key of a phrase as it is written, marks left out: stems are English and would confuse other languages. */
export function plainKey(phrase: string): string {
  return phraseKey(phrase)
    .split(' ')
    .filter(word => /[\p{L}%]/u.test(word))
    .join(' ');
}

function add<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (!list) map.set(key, [value]);
  else if (!list.includes(value)) list.push(value);
}

/** What general words are called that say of a compound only that it is a field or a value. */
const TAIL_ROLES: readonly Role[] = ['fieldWord', 'valueWord'];

function compile(lexicon: Lexicon): CompiledLexicon {
  const roles = new Map<string, Role[]>();
  const words = new Set<string>();
  const written = new Map<string, Map<string, Role[]>>();
  for (const [role, list] of [...Object.entries(MARKS), ...Object.entries(lexicon.roles)] as [Role, string][]) {
    for (const phrase of list.includes('\n') ? list.split('|').filter(entry => entry !== '') : entries(list)) {
      const key = phrase === '\n' ? '\n' : phraseKey(phrase);
      if (key === '') continue;
      add(roles, key, role);
      const { tokens } = segment(phrase.normalize('NFC').trim());
      const spelt = written.get(key) ?? new Map<string, Role[]>();
      add(spelt, writtenKey(tokens, 0, tokens.length), role);
      written.set(key, spelt);
      for (const word of key.split(' ')) words.add(word);
    }
  }
  add(roles, '|', 'or');
  add(roles, '||', 'or');
  const dimensioned = new Map<string, DimensionedWord>();
  for (const [phrase, meaning] of pairs(lexicon.dimensioned)) {
    const [role, concepts] = meaning.split(':');
    dimensioned.set(phraseKey(phrase), {
      role: role as DimensionedWord['role'],
      concepts: (concepts ?? '').split(','),
    });
    for (const word of phraseKey(phrase).split(' ')) words.add(word);
  }
  const numbers = new Map<string, number>();
  const scales = new Map<string, number>();
  for (const [phrase, value] of pairs(lexicon.numbers)) {
    if (phrase.startsWith('*')) scales.set(phraseKey(phrase.slice(1)), Number(value));
    else numbers.set(phraseKey(phrase), Number(value));
    if (phrase.length > 3) words.add(fold(phrase.replace('*', '')));
  }
  const units = new Map(unitsIn(lexicon.units));
  for (const [phrase] of pairs(lexicon.units)) if (phrase.length > 3) words.add(fold(phrase));
  const inOrder = (list = ''): ReadonlyMap<string, number> =>
    new Map(entries(list).flatMap((names, i) => names.split('/').map(name => [phraseKey(name), i + 1] as const)));
  const months = inOrder(lexicon.months);
  const weekdays = inOrder(lexicon.weekdays);
  const counted = (list = ''): ReadonlyMap<string, number> =>
    new Map(pairs(list).map(([word, value]) => [phraseKey(word), Number(value)]));
  const labelWords = new Map(
    pairs(lexicon.labelWords ?? '').map(([word, said]) => [plainKey(word), said.split(',')] as const),
  );
  const phrasesFor = (lists: Lexicon['concepts']): Map<string, string[]> => {
    const phrases = new Map<string, string[]>();
    for (const [id, list] of Object.entries(lists))
      for (const phrase of entries(list))
        add(phrases, lexicon.language === 'en' ? stemKey(phrase) : plainKey(phrase), id);
    return phrases;
  };
  const concepts = phrasesFor(lexicon.concepts);
  const wordings = phrasesFor(lexicon.wordings ?? {});
  const valueWords = new Map<string, readonly string[]>();
  for (const [word, values] of pairs(lexicon.valueWords))
    valueWords.set(phraseKey(word), [...(valueWords.get(phraseKey(word)) ?? []), ...values.split(',').map(phraseKey)]);
  const keyed = (list = ''): (readonly [string, string])[] =>
    pairs(list).map(([phrase, meaning]) => [phraseKey(phrase), meaning]);
  const endings = endingsOf(lexicon.endings ?? '');
  const regions = regionsOf(lexicon, phraseKey);
  const opposites = new Map<string, string[]>();
  for (const [word, positive] of pairs(lexicon.opposites)) add(opposites, phraseKey(word), stemKey(positive));
  const opposingPrefixes = entries(lexicon.opposingPrefixes);
  const valueForms = formsOf(valueWords, endings, sharedWords);
  const labelForms = formsOf(labelWords, endings);
  const regionForms = formsOf(regions, endings);
  const conceptForms = new Map<string, string[]>();
  if (endings.length > 0)
    for (const [phrase, ids] of concepts) for (const id of ids) add(conceptForms, withoutEndings(phrase, endings), id);
  const parts = counted(lexicon.parts);
  const ordinals = counted(lexicon.ordinals);
  const decades = counted(lexicon.decades);
  const calendarWords = calendarWordsOf(keyed(lexicon.calendarWords));
  const periodEdges = periodEdgesOf(keyed(lexicon.periodEdges));
  const yearlyDays = yearlyDaysOf(keyed(lexicon.yearlyDays));
  const openers = openersOf(
    [roles, dimensioned, concepts, wordings, regions, opposites, valueWords, valueForms, regionForms, conceptForms],
    [roles, numbers, parts, ordinals, scales, units, decades, calendarWords, periodEdges, weekdays, yearlyDays],
    opposingPrefixes,
    labelWords.keys(),
  );
  const denial = [...roles].find(([word, played]) => played[0] === 'not' && !word.includes(' '))?.[0];
  return {
    conceptForms,
    conceptTypos: new TypoIndex(
      new Set(
        [...concepts.keys(), ...Object.values(lexicon.concepts).flatMap(entries).map(fold)].filter(
          key => !key.includes(' '),
        ),
      ),
    ),
    tails: new Set(
      [...roles]
        .filter(([word, played]) => played.some(role => TAIL_ROLES.includes(role)) && /^\p{L}{4,}$/u.test(word))
        .map(([word]) => word),
    ),
    ...(lexicon.noLonger !== undefined && { noLonger: noLongerOf(lexicon.noLonger) }),
    openers,
    grammar: new Set(
      [...words, ...weekdays.keys(), ...yearlyDays.keys()].filter(
        word => /^\p{L}{2,}/u.test(word) && !word.includes(' '),
      ),
    ),
    typos: new TypoIndex(
      new Set([...words, ...[months, weekdays, opposites].flatMap(table => [...table.keys()].filter(isLongWord))]),
    ),
    everyday: new Set(entries(lexicon.everyday ?? '').map(fold)),
    misspelt: commonSlipsOf(lexicon.misspelt ?? ''),
    spelt: new SpeltWords(lexicon, regions),
    saidTypos: new TypoIndex(new Set([...valueWords.keys()].map(said => said.split(' ')[0] ?? ''))),
    scaleTypos: new TypoIndex([...scales.keys()].filter(word => word.length > 4)),
    regionCodes: new Set(regions.values()),
    endings,
    compounds: lexicon.compounds ?? false,
    adjectivesFollow: lexicon.adjectivesFollow ?? false,
    capitalNouns: lexicon.capitalNouns ?? false,
    verbLast: lexicon.verbLast ?? false,
    verbLastInClauses: lexicon.verbLastInClauses ?? false,
    verbOpensConditions: lexicon.verbOpensConditions ?? false,
    language: lexicon.language,
    decimalMark: lexicon.decimalMark,
    dayFirst: lexicon.dayFirst,
    roles,
    senses: senseIndexOf(lexicon.senses ?? {}, phraseKey),
    spellings: spellingsOf(written),
    dimensioned,
    numbers,
    parts,
    ordinals,
    replies: repliesOf(lexicon),
    besideReplies: new Set(entries(lexicon.replies.besides).map(fold)),
    scales,
    units,
    months,
    weekdays,
    yearlyDays,
    decades,
    decadeFigures: new Set(entries(lexicon.decadeFigures ?? '').map(fold)),
    calendarWords,
    periodEdges,
    labelWords,
    concepts,
    wordings,
    kin: kinWordsOf(lexicon, stemKey),
    besides: besidesOf(lexicon),
    regions,
    demonyms: new Set(pairs(lexicon.demonyms).map(([word]) => phraseKey(word))),
    opposites,
    opposingPrefixes,
    ...(denial !== undefined && { denial }),
    adverbEndings: entries(lexicon.adverbEndings ?? ''),
    abbreviations: new Map(pairs(lexicon.abbreviations ?? '').map(([short, full]) => [short, stemKey(full)])),
    valueWords,
    valueForms,
    labelForms,
    regionForms,
    words,
  };
}

function noLongerOf(frame: string): NonNullable<CompiledLexicon['noLonger']> {
  const [openers = '', said = ''] = frame.split('=');
  const [word = '', means = ''] = said.split('>');
  return { openers: new Set(entries(openers).map(fold)), word, means };
}

const compiled = new WeakMap<Lexicon, CompiledLexicon>();

/** The look-ups of a lexicon, made at first use. */
export function compileLexicon(lexicon: Lexicon): CompiledLexicon {
  const known = compiled.get(lexicon);
  if (known) return known;
  const made = compile(lexicon);
  compiled.set(lexicon, made);
  return made;
}
