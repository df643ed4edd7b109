import type { JsonLogic } from '../../model/json';
import { type Field, findField } from '../../model/record-type';
import { fieldWordsOf } from '../field-words';
import { readDay } from './read-day';

import { readValue } from './read-literal';
import { map, maybe, once, type Page, series, then, type Ways, word } from './page';

const CHAINS = ['+', '-', '*', '/', '%'] as const;

/** What is compared, whatever its case where that is said. */
export function readOperand(page: Page, at: number): Ways<JsonLogic> {
  return once(page, 'operand', at, () =>
    maybe(readPlainOperand(page, at), (operand, end) =>
      map(word(page, end, page.saying.lexicon.anyCase), () => ({ lower: [operand] })),
    ),
  );
}

/** What something is compared with, written as values of the field on the other side are. Case is dropped in brackets only. */
export function readObject(page: Page, at: number, beside: Field | undefined): Ways<JsonLogic> {
  return [...readValue(page, at, beside), ...readPlainOperand(page, at)];
}

function readPlainOperand(page: Page, at: number): Ways<JsonLogic> {
  return once(page, 'plain', at, () => {
    const { arithmetic } = page.saying.lexicon;
    const chains = CHAINS.flatMap(operator =>
      then(
        series(page, at, ` ${arithmetic[operator]} `, next => readTerm(page, next)),
        (terms, end) => (terms.length > 1 ? [{ value: { [operator]: [...terms] }, end }] : []),
      ),
    );
    return [...readTerm(page, at), ...chains];
  });
}

function readTerm(page: Page, at: number): Ways<JsonLogic> {
  return once(page, 'term', at, () => {
    const { lexicon } = page.saying;
    const { arithmetic } = lexicon;
    const most = (operator: 'min' | 'max'): Ways<JsonLogic> =>
      then(word(page, at, `${arithmetic[operator]} `), (_words, next) =>
        map(readListed(page, next), items => ({ [operator]: [...items] })),
      );
    return [
      ...readFieldName(page, at),
      ...readDay(page, at),
      ...readValue(page, at, undefined),
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
  const { paths, lengths } = fieldWordsOf(page.saying.recordType, page.saying.lexicon);
  return lengths.flatMap((length): Ways<string> => {
    const path = paths.get(page.text.slice(at, at + length));
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
