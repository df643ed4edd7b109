import type { Field } from '@lib/rules';
import { compileLexicon } from '../../../grounding/compiled-lexicon';
import { wordsOf } from '../../../grounding/words/fold';
import { LEXICONS } from '../../../grounding/languages';
import type { Grounding } from '../../../grounding/link-words';

/** A text by the kinds of its characters: "april 14" → "a 9", "54-39" → "9-9", "k208eq" → "a9a". */
export function shapeOf(text: string): string {
  return text
    .replace(/[\p{L}\p{M}]+(?:['’.][\p{L}\p{M}]+)*/gu, 'a')
    .replace(/\p{N}+(?:[.,:]\p{N}+)*/gu, '9')
    .replace(/\s+/g, ' ')
    .trim();
}

const SHOWN = 40;

/** How alike a text and the known values of a field are: 1 where all of them look just like it, 0 where none does. */
export function likeness(text: string, values: readonly string[]): number {
  const known = values.slice(0, SHOWN);
  if (known.length === 0) return 0;
  const shape = shapeOf(text);
  const words = shape.split(' ').length;
  let sum = 0;
  for (const value of known) {
    const other = shapeOf(value);
    if (namesMonth(value) !== namesMonth(text) && /9/.test(other)) continue;
    if (other === shape) sum += 1;
    else if (/9/.test(other) === /9/.test(shape) && marksOf(other) === marksOf(shape))
      sum += Math.max(0.2, 0.8 - 0.25 * Math.abs(other.split(' ').length - words));
    else if (!/9/.test(other) && !/9/.test(shape)) sum += 0.2;
  }
  return sum / known.length;
}

let months: ReadonlySet<string> | undefined;

/** Whether the name of a month stands in a text, in whatever language. */
function namesMonth(text: string): boolean {
  months ??= new Set(LEXICONS.flatMap(lexicon => [...compileLexicon(lexicon).months.keys()]));
  return wordsOf(text).some(word => months?.has(word));
}

/** A sample of fewer records shows too little of what is stored to say that a value is not there. */
const FEW = 8;
export const showsLittle = (sampled: number): boolean => sampled > 0 && sampled < FEW;

/** Whether a field holds values of which not one is shown, as where who asks may not see them. */
export const showsNone = ({ profile }: Field): boolean =>
  profile !== undefined && profile.filled > 0 && profile.frequent.length === 0;

/** Written as it is said, and compared in any case: how it is stored nobody knows. */
export const inAnyCase = (said: string): readonly string[] => [
  said,
  said.toLowerCase() === said ? said.toUpperCase() : said.toLowerCase(),
];

const DASH = /(?<=[\p{L}\p{N}])\s*[-‐‑–—−]\s*(?=[\p{L}\p{N}])/gu;

/** A text with its dashes as the values of its field write them: "26 – 14" where they are like "22-12". */
export function withStoredMarks(text: string, values: readonly string[]): string {
  const own = values.slice(0, SHOWN).flatMap(value => value.match(DASH) ?? []);
  const [first] = own;
  return first !== undefined && own.every(dash => dash === first) ? text.replace(DASH, first) : text;
}

const marksOf = (shape: string): string => [...new Set(shape.replace(/[a9 ]/g, ''))].sort().join('');

/** Fields that may hold a text nobody has seen, the likeliest first: values that look like it, and are rarely the same. */
export function fieldsLike(
  text: string,
  fields: readonly Field[],
  { values }: Grounding,
): readonly (readonly [Field, number])[] {
  return fields
    .map((field): readonly [Field, number] => [
      field,
      likeness(text, values.valuesOf(field.name)) * (0.6 + 0.4 * spread(field, values)),
    ])
    .filter(([, score]) => score > 0.3)
    .sort((a, b) => b[1] - a[1]);
}

/** 1 where every record holds another value. */
function spread(field: Field, values: Grounding['values']): number {
  const texts = values.valuesOf(field.name);
  const held = texts.reduce((sum, text) => sum + values.countOf(field.name, text), 0);
  return held === 0 ? 0 : texts.length / held;
}
