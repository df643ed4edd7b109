import type { JsonLogic } from '../../model/json';
import { type Field, findField } from '../../model/record-type';

import { readDay } from './read-day';
import { pathsCalled } from './paths-called';
import { quotedTexts, readCode, readNumber, readValue } from './read-literal';
import { map, maybe, once, type Page, series, then, type Ways, word } from './page';

const CHAINS = ['+', '-', '*', '/', '%'] as const;

/** What is compared, or compared with; `beside` is the field on the other side, which decides how values are written. */
export function readOperand(page: Page, at: number, beside?: Field): Ways<JsonLogic> {
  return once(page, `operand ${beside?.name ?? ''}`, at, () => {
    const { anyCase, arithmetic } = page.saying.lexicon;
    const chains = CHAINS.flatMap(operator =>
      then(
        series(page, at, ` ${arithmetic[operator]} `, next => readTerm(page, next)),
        (terms, end) => (terms.length > 1 ? [{ value: { [operator]: [...terms] }, end }] : []),
      ),
    );
    const plain: Ways<JsonLogic> = [...readTerm(page, at, beside), ...chains];
    return maybe(plain, (operand, end) => map(word(page, end, anyCase), () => ({ lower: [operand] })));
  });
}

function readTerm(page: Page, at: number, beside?: Field): Ways<JsonLogic> {
  return once(page, `term ${beside?.name ?? ''}`, at, () => {
    const { lexicon } = page.saying;
    const { arithmetic } = lexicon;
    const most = (operator: 'min' | 'max'): Ways<JsonLogic> =>
      then(word(page, at, `${arithmetic[operator]} `), (_words, next) =>
        map(readListed(page, next), items => ({ [operator]: [...items] })),
      );
    return [
      ...readFieldName(page, at),
      ...readDay(page, at),
      ...(beside
        ? readValue(page, at, beside)
        : [...readNumber(page, at), ...quotedTexts(page, at), ...readCode(page, at)]),
      ...then(word(page, at, '('), (_open, next) =>
        then(readOperand(page, next), (operand, end) => map(word(page, end, ')'), () => operand)),
      ),
      ...then(word(page, at, lexicon.lengthOf), (_words, next) =>
        map(readTerm(page, next), operand => ({ length: [operand] })),
      ),
      ...then(word(page, at, '−'), (_sign, next) => map(readTerm(page, next), operand => ({ '-': [operand] }))),
      ...most('min'),
      ...most('max'),
    ];
  });
}

/** "a, b and c" */
function readListed(page: Page, at: number): Ways<readonly JsonLogic[]> {
  const { comma, and } = page.saying.lexicon;
  const item = (next: number): Ways<JsonLogic> => readTerm(page, next);
  return maybe(series(page, at, comma, item), (items, end) =>
    then(word(page, end, and), (_and, next) => map(item(next), last => [...items, last])),
  );
}

/** A field by the words it is said with. */
export function readFieldName(page: Page, at: number): Ways<JsonLogic> {
  return map(readFieldPath(page, at), path => ({ var: path }));
}

export function readFieldPath(page: Page, at: number): Ways<string> {
  const { called, lengths } = pathsCalled(page.saying);
  return lengths.flatMap((length): Ways<string> => {
    const path = called.get(page.text.slice(at, at + length));
    return path === undefined ? [] : [{ value: path, end: at + length }];
  });
}

/** The field an operand is, or is made of, where its values look like the field's. */
export function fieldIn(page: Page, operand: JsonLogic): Field | undefined {
  if (operand === null || typeof operand !== 'object' || Array.isArray(operand)) return undefined;
  const { var: path, lower } = operand as { readonly var?: JsonLogic; readonly lower?: readonly JsonLogic[] };
  if (typeof path === 'string') return findField(page.saying.recordType, path);
  return lower?.[0] === undefined ? undefined : fieldIn(page, lower[0]);
}
