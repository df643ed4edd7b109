import type { JsonLogic, JsonValue } from '../../model/json';
import type { Field } from '../../model/record-type';
import { isBareWord, ISO_DAY } from '../say-value';
import { map, maybe, type Page, pattern, type Ways, word } from './page';

const PLAIN_NUMBER = /-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/y;
const WORD = /\p{Lu}[\p{LC}\p{M}]+/uy;
const DAY = /\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z)?/y;

/** A value as it stands beside a field: with the field's unit, bare where that is how its kind is written. */
export function readValue(page: Page, at: number, beside: Field | undefined): Ways<JsonValue> {
  const { lexicon } = page.saying;
  return [
    ...quotedTexts(page, at),
    ...bareTexts(page, at, beside),
    ...maybe<JsonValue>(readNumber(page, at), (value, end) =>
      beside?.unit ? map(word(page, end, ` ${beside.unit}`), () => value) : [],
    ),
    ...map(word(page, at, lexicon.true), () => true),
    ...map(word(page, at, lexicon.false), () => false),
    ...map(word(page, at, lexicon.null), () => null),
    ...readCode(page, at),
  ];
}

/** A number as the language groups it, or as programs write it. */
export function readNumber(page: Page, at: number): Ways<number> {
  const { grouped, group, decimal } = numberMarks(page);
  const plain = pattern(page, at, PLAIN_NUMBER);
  const said = pattern(page, at, grouped);
  return [
    ...(said ? [{ value: Number(said.value[0].replaceAll(group, '').replace(decimal, '.')), end: said.end }] : []),
    ...(plain && (decimal === '.' || !plain.value[0].includes('.') || plain.value[0].includes('e'))
      ? [{ value: Number(plain.value[0]), end: plain.end }]
      : []),
  ].filter(({ value, end }, i, ways) => Number.isFinite(value) && (i === 0 || ways[0]?.end !== end));
}

function numberMarks(page: Page): { readonly grouped: RegExp; readonly group: string; readonly decimal: string } {
  const sample = page.saying.lexicon.number(1234.5);
  const [group = ',', decimal = '.'] = [sample[1], sample[5]];
  const [g, d] = [group, decimal].map(mark => mark.replace(/\W/, '\\$&'));
  return { grouped: new RegExp(`-?(?:\\d{1,3}(?:${g}\\d{3})+|\\d+)(?:${d}\\d+)?`, 'y'), group, decimal };
}

/** A text in quotes; what the quotes hold stands for itself. */
export function quotedTexts(page: Page, at: number): Ways<string> {
  const { text } = page;
  const open = text[at];
  if (open !== '"' && open !== '“') return [];
  const close = text.indexOf(open === '"' ? '"' : '”', at + 1);
  const plain = close < 0 ? [] : [{ value: text.slice(at + 1, close), end: close + 1 }];
  const escaped = open === '"' && text.slice(at, close).includes('\\') ? readCode(page, at) : [];
  return [...plain, ...(escaped as Ways<string>)];
}

function bareTexts(page: Page, at: number, beside: Field | undefined): Ways<string> {
  if (beside?.type === 'date' || beside?.type === 'datetime') {
    const day = pattern(page, at, DAY);
    if (day && ISO_DAY.test(day.value[0])) return [{ value: day.value[0], end: day.end }];
  }
  const bare = pattern(page, at, WORD);
  return bare && isBareWord(page.saying, bare.value[0]) ? [{ value: bare.value[0], end: bare.end }] : [];
}

/** JSON as it was written: an object, a list or a quoted text. */
export function readCode(page: Page, at: number): Ways<JsonLogic> {
  const end = endOfJson(page, at);
  if (end === undefined) return [];
  try {
    return [{ value: JSON.parse(page.text.slice(at, end)) as JsonLogic, end }];
  } catch {
    return [];
  }
}

function endOfJson({ text }: Page, at: number): number | undefined {
  let depth = 0;
  let inText = false;
  for (let i = at; i < text.length; i++) {
    const mark = text[i];
    if (inText) {
      if (mark === '\\') i++;
      else if (mark === '"') inText = false;
    } else if (mark === '"') inText = true;
    else if (mark === '{' || mark === '[') depth++;
    else if (mark === '}' || mark === ']') depth--;
    else if (depth === 0) return undefined;
    if (depth === 0 && !inText) return i + 1;
    if (depth < 0) return undefined;
  }
  return undefined;
}
