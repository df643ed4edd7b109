import { guardablePaths } from '../../json-logic/fold-guards';
import { useList } from '../../json-logic/name-tests';
import { readNode } from '../../json-logic/read-condition';
import type { GlossaryUse } from '../../model/glossary';
import type { JsonLogic, JsonValue } from '../../model/json';
import { inLanguage } from '../../model/language';
import { OPERATORS } from '../../model/operator-table';
import type { Field } from '../../model/record-type';
import type { Wording } from '../lexicon';
import { NAME_WORDS } from '../lexicons/name-words';
import type { Said } from './build-said';
import { map, maybe, once, type Page, series, then, type Ways, word } from './page';
import { quotedTexts, readValue } from './read-literal';
import { fieldIn, readObject, readOperand } from './read-operand';

/** Every condition the words of one test may stand for, likeliest first. */
type Candidates = readonly JsonLogic[];

/** What follows a subject, as the candidates it makes of it. */
type Predicate = (subject: JsonLogic) => Candidates;

const ORDER = ['>', '>=', '<', '<='] as const;
const TEXT_TESTS = ['contains', 'startsWith', 'endsWith', 'matches'] as const;

/** What was asked of a subject, and the list it was asked with. */
interface Asked {
  readonly candidates: Candidates;
  readonly use?: GlossaryUse;
}

/** A single test: something, and what is said of it. */
export function readSaidTest(page: Page, at: number): Ways<Said> {
  return once(page, 'test', at, () => asSaid(page, at, readAsked(page, at)));
}

function readAsked(page: Page, at: number): Ways<Asked> {
  return then(readOperand(page, at), (subject, end) => {
    const field = fieldIn(page, subject);
    const plain = then(
      [
        ...states(page, end),
        ...comparisons(page, end, field),
        ...memberships(page, end, field),
        ...predicates(page, end),
      ],
      (predicate, after): Ways<Asked> => [
        // What is said of a subject in any case stands behind the test.
        ...map(word(page, after, page.saying.lexicon.anyCase), () => ({
          candidates: predicate({ lower: [subject] }),
        })),
        { value: { candidates: predicate(subject) }, end: after },
      ],
    );
    return [...withNote(page, plain), ...withNote(page, listings(page, end, field))];
  });
}

/** What the same words may stand for is one thing said, whose meaning is chosen when all of the text is known. */
function asSaid(page: Page, at: number, ways: Ways<Asked>): Ways<Said> {
  const said = new Map<string, { asked: Asked; end: number }>();
  for (const { value, end } of ways) {
    const key = `${end} ${JSON.stringify(value.use ?? null)}`;
    const known = said.get(key);
    const candidates = [...(known?.asked.candidates ?? []), ...value.candidates];
    said.set(key, { asked: { ...value, candidates }, end });
  }
  return [...said.values()].map(({ asked, end }) => ({
    value: { kind: 'test', ...asked, text: page.text.slice(at, end) },
    end,
  }));
}

function withNote(page: Page, said: Ways<Asked>): Ways<Asked> {
  const { emptyIncluded, emptyIsZero } = page.saying.lexicon;
  return maybe(said, (asked, end) =>
    [emptyIncluded, emptyIsZero].flatMap(note => map(word(page, end, note), () => asked)),
  );
}

const not = (operand: JsonLogic): JsonLogic => ({ '!': [operand] });
const truth = (operand: JsonLogic): JsonLogic => ({ '!!': [operand] });

/** What needs no object: empty, filled, true. */
function states(page: Page, at: number): Ways<Predicate> {
  const { lexicon } = page.saying;
  const known: readonly (readonly [string, Predicate])[] = [
    [lexicon.isEmpty, x => [not(x), { '==': [x, null] }]],
    [lexicon.isFilled, x => [truth(x), { '!=': [x, null] }]],
    [lexicon.isNull, x => [{ '==': [x, null] }]],
    [lexicon.isNotNull, x => [{ '!=': [x, null] }]],
    [lexicon.isEmptyOrZero, x => [{ '!': [x] }]],
    [lexicon.isFilledNotZero, x => [{ '!!': [x] }]],
    [lexicon.isTrue, x => [{ '==': [x, true] }, x]],
    [lexicon.isNotTrue, x => [{ '!=': [x, true] }, not(x)]],
  ];
  return known.flatMap(([words, predicate]) => map(word(page, at, ` ${words}`), () => predicate));
}

function worded(page: Page, at: number, wording: Wording | undefined): Ways<boolean> {
  if (!wording) return [];
  return [
    ...map(word(page, at, ` ${wording.plain} `), () => false),
    ...map(word(page, at, ` ${wording.negated} `), () => true),
  ];
}

function wordingOf(page: Page, operator: string, field: Field | undefined): Wording | undefined {
  const { wordings } = page.saying.lexicon;
  const kind = field?.type === 'datetime' ? 'date' : field?.type;
  return (kind && wordings[`${operator}:${kind}`]) || wordings[operator];
}

function comparisons(page: Page, at: number, field: Field | undefined): Ways<Predicate> {
  const { lexicon } = page.saying;
  const object = (next: number): Ways<JsonLogic> => readObject(page, next, field);
  const single = (['==', '===', ...ORDER] as const).flatMap(operator =>
    then(worded(page, at, wordingOf(page, operator, field)), (negated, next) =>
      map(
        object(next),
        (other): Predicate =>
          x =>
            compare(operator, [x, other], negated),
      ),
    ),
  );
  const ranges = (
    [
      ['<=', lexicon.between],
      ['<', lexicon.betweenExclusive],
    ] as const
  ).flatMap(([operator, wording]) =>
    then(worded(page, at, wording), (negated, next) =>
      then(object(next), (low, end) =>
        then(word(page, end, lexicon.betweenAnd), (_and, last) =>
          map(
            object(last),
            (high): Predicate =>
              x =>
                compare(operator, [low, x, high], negated),
          ),
        ),
      ),
    ),
  );
  const texts = TEXT_TESTS.flatMap(operator =>
    then(worded(page, at, wordingOf(page, operator, field)), (negated, next) =>
      map(
        object(next),
        (other): Predicate =>
          x =>
            either({ [operator]: [x, other] }, negated),
      ),
    ),
  );
  return [...texts, ...ranges, ...single];
}

function either(test: JsonLogic, negated: boolean): Candidates {
  return [negated ? { '!': [test] } : test];
}

/** A comparison with and without the guards that empty values need. */
function compare(operator: string, operands: readonly JsonLogic[], negated: boolean): Candidates {
  const plain = guardedAndNot({ [operator]: [...operands] });
  if (!negated) return plain;
  const opposite = { '==': '!=', '===': '!==' }[operator];
  return [
    ...(opposite ? guardedAndNot({ [opposite]: [...operands] }) : []),
    ...plain.map((test): JsonLogic => ({ '!': [test] })),
  ];
}

function guardedAndNot(test: JsonLogic): Candidates {
  const guards = [...guardablePaths(readNode(test))].map((path): JsonLogic => ({ '!=': [{ var: path }, null] }));
  return guards.length > 0 ? [{ and: [...guards, test] }, test] : [test];
}

function memberships(page: Page, at: number, field: Field | undefined): Ways<Predicate> {
  const { lexicon } = page.saying;
  const values = (next: number): Ways<readonly JsonValue[]> =>
    maybe(
      series(page, next, lexicon.comma, item => readValue(page, item, field)),
      (items, end) =>
        then(word(page, end, lexicon.or), (_or, last) => map(readValue(page, last, field), value => [...items, value])),
    );
  const inside = then(worded(page, at, lexicon.wordings['in']), (negated, next): Ways<Predicate> => [
    ...map(
      values(next),
      (items): Predicate =>
        x =>
          either({ in: [x, [...items]] }, negated),
    ),
    ...map(
      readPlace(page, next),
      (place): Predicate =>
        x =>
          either({ in: [x, place] }, negated),
    ),
  ]);
  const place = field?.type === 'list' || field?.type === 'text' ? lexicon.wordings[`in:${field.type}`] : undefined;
  const holding = then(worded(page, at, place), (negated, next) =>
    map(
      readValue(page, next, undefined),
      (value): Predicate =>
        x =>
          either({ in: [value, x] }, negated),
    ),
  );
  return [...inside, ...holding];
}

/** A list or text that something is looked for in: whatever is no literal. */
function readPlace(page: Page, at: number): Ways<JsonLogic> {
  return readOperand(page, at).filter(({ value }) => readNode(value).kind !== 'literal');
}

/** The predicates that say themselves in words of their own. */
function predicates(page: Page, at: number): Ways<Predicate> {
  const { language } = page.saying.lexicon;
  return OPERATORS.flatMap((row): Ways<Predicate> => {
    if (!row.says) return [];
    const { plain, negated } = inLanguage(row.says, language);
    return (
      [
        [plain, false],
        [negated, true],
      ] as const
    ).flatMap(([words, isNegated]) => {
      const asked = word(page, at, ` ${words}`);
      if (row.arity.max === 1) return map(asked, (): Predicate => x => either({ [row.logic]: [x] }, isNegated));
      return then(asked, (_words, next) =>
        then(word(page, next, ' '), (_blank, last) =>
          map(
            readObject(page, last, undefined),
            (other): Predicate =>
              x =>
                either({ [row.logic]: [x, other] }, isNegated),
          ),
        ),
      );
    });
  });
}

/** "is on the list …": the test a named list stands for. */
function listings(page: Page, at: number, field: Field | undefined): Ways<Asked> {
  const { lexicon, recordType } = page.saying;
  const lists = recordType.glossary?.lists ?? [];
  if (!field || lists.length === 0) return [];
  const { plain, negated } = inLanguage(NAME_WORDS, lexicon.language).list;
  const listed = (
    [
      [plain, false],
      [negated, true],
    ] as const
  ).flatMap(([words, isNegated]) => {
    const [before = '', after = ''] = words.split('…');
    return then(word(page, at, ` ${before}`), (_before, next) =>
      then(quotedTexts(page, next), (name, end) => {
        const list = lists.find(known => known.name === name);
        if (!list) return [];
        const use = useList(list, field);
        return map(word(page, end, after), (): Asked => ({ candidates: either(use.condition, isNegated), use }));
      }),
    );
  });
  return maybe(listed, (asked, end) => map(word(page, end, lexicon.anyCase), () => asked));
}
