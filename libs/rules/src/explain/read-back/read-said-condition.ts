import type { JsonLogic } from '../../model/json';
import { inLanguage } from '../../model/language';
import { NAME_WORDS } from '../lexicons/name-words';
import type { Said } from './build-said';
import { map, maybe, once, type Page, series, then, type Ways, word } from './page';
import { quotedTexts, readCode, readValue } from './read-literal';
import { readSaidTest } from './read-said-test';

/** A condition: one part, or parts joined by "and" or by "or" alone; where both are needed there are brackets. */
export function readSaidCondition(page: Page, at: number): Ways<Said> {
  return once(page, 'condition', at, () => {
    const { and, or } = page.saying.lexicon;
    const parts = (separator: string): Ways<readonly Said[]> =>
      series(page, at, separator, next => readPart(page, next));
    return [
      ...map(parts(and), (list): Said => joinedBy('and', list)),
      ...parts(or).flatMap(({ value, end }): Ways<Said> =>
        value.length > 1 ? [{ value: joinedBy('or', value), end }] : [],
      ),
    ];
  });
}

function joinedBy(by: 'and' | 'or', parts: readonly Said[]): Said {
  const [only] = parts;
  return parts.length === 1 && only ? only : { kind: 'joined', by, parts };
}

function readPart(page: Page, at: number): Ways<Said> {
  return once(page, 'part', at, () => {
    const { lexicon } = page.saying;
    const inBrackets = (from: number): Ways<Said> =>
      then(word(page, from, '('), (_open, next) =>
        then(readSaidCondition(page, next), (said, end) => map(word(page, end, ')'), () => said)),
      );
    const negated = then(word(page, at, lexicon.not), (_not, next) =>
      maybe(
        map(inBrackets(next), (inner): Said => ({ kind: 'not', inner })),
        (said, end) => map(word(page, end, lexicon.emptyIncluded), () => said),
      ),
    );
    return [...readSaidTest(page, at), ...inBrackets(at), ...negated, ...readTerm(page, at), ...readPlain(page, at)];
  });
}

/** "it counts as … (…)": a known term, and the condition it is said to stand for. */
function readTerm(page: Page, at: number): Ways<Said> {
  const { lexicon, recordType } = page.saying;
  const terms = recordType.glossary?.terms ?? [];
  if (terms.length === 0) return [];
  const { plain, negated } = inLanguage(NAME_WORDS, lexicon.language).term;
  return (
    [
      [plain, false],
      [negated, true],
    ] as const
  ).flatMap(([words, isNegated]) => {
    const [before = '', after = ''] = words.split('…');
    return then(word(page, at, before), (_before, next) =>
      then(quotedTexts(page, next), (name, end) => {
        const term = terms.find(known => known.name === name);
        if (!term) return [];
        return then(word(page, end, `${after} (`), (_open, inside) =>
          then(readSaidCondition(page, inside), (inner, close) => {
            const said: Said = { kind: 'term', term, inner, text: page.text.slice(inside, close) };
            const whole: Said = isNegated ? { kind: 'not', inner: said } : said;
            return maybe(
              map(word(page, close, ')'), () => whole),
              (_whole, last) => map(word(page, last, lexicon.emptyIncluded), () => whole),
            );
          }),
        );
      }),
    );
  });
}

/** Always, never, and what is shown as it is written. */
function readPlain(page: Page, at: number): Ways<Said> {
  const { lexicon } = page.saying;
  const said = (condition: JsonLogic, text: string): Said => ({ kind: 'test', candidates: [condition], text });
  return [
    ...map(word(page, at, lexicon.always), words => said(true, words)),
    ...map(word(page, at, lexicon.never), words => said(false, words)),
    ...then([...readCode(page, at), ...readValue(page, at, undefined)], (code, end) =>
      then(word(page, end, ` ${lexicon.holds.plain}`), (_holds, last) => [
        { value: said(code, page.text.slice(at, last)), end: last },
      ]),
    ),
  ];
}
