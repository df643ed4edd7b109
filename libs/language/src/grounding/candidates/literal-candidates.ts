import type { Candidate } from './candidates';
import { readDate, readDuration } from '../dates/dates';
import { fold } from '../words/fold';
import type { Role } from '../lexicon';
import { missingDay, rollsOver } from '../dates/missing-days';
import { fieldsAt } from '../fields/link-fields';
import { type Chunk, type Linker, NO_ROLES, rolesAt } from '../link-words';
import { isTimeUnit, NO_UNITS, type NumberLiteral, readNumber } from '../words/numbers';
import { Reader } from '../reader';
import type { Token } from '../words/segment';

/** Numbers, days and stretches of time that begin here. */
export function literalCandidates(linker: Linker, from: number): Candidate[] {
  const { tokens, lexicon } = linker;
  const found: Candidate[] = [];
  const token = tokens[from];
  if (!token || token.kind === 'quote' || goesOnDate(tokens, from)) return found;
  const date = readDate(linker, from);
  // "the year 2005" is a date unless a field is called so.
  const called = token.kind === 'word' ? fieldsAt(linker, token.fold)[0] : undefined;
  const namesField = (called?.score ?? 0) >= 0.9;
  // "March of 12", where a field of numbers is called March: what is said of the field is no day.
  const namesNumber = (called?.score ?? 0) >= 0.98 && called?.field.type === 'number';
  const over = date && lexicon.verbLast && rollsOver(textOf(tokens, from, date.to), date);
  const missing = over ? date.to : date && !date.bareYear ? undefined : missingDay(linker, from);
  if (missing !== undefined) {
    const values = valuesNamed(linker, from, missing);
    const quality = 1.6 * (missing - from) + 0.15;
    found.push({ to: missing, quality, chunk: { roles: NO_ROLES, fields: [], values, noDay: true } });
  }
  if (date && !over && !date.bareYear && !(namesField && date.grain === 'year') && !namesNumber)
    found.push({
      to: date.to,
      // "bis jetzt nicht": a phrase of the grammar around "now" says more than the day.
      quality:
        1.6 * (date.to - from) + 0.15 * (lexicon.verbLast ? date.to - from : saysNow(linker, from, date.to) ? 0 : 1),
      chunk: { roles: NO_ROLES, fields: [], values: valuesNamed(linker, from, date.to), date },
    });
  const number =
    oneOfUnit(linker, from) ??
    (isArticle(linker, from) || isConjunction(linker, from) ? undefined : readNumber(linker, from));
  const span = readDuration(linker, from);
  // "一度も": not once, and no number of degrees.
  const never = number !== undefined && (linker.roleAt(from, 'never') ?? 0) > number.to;
  if (number && !never) {
    const length = number.to - from;
    const key = linker.key(from, number.to);
    const whole = length === 1;
    found.push({
      to: number.to,
      quality: 1.5 * length + 0.15 * (length - 1),
      chunk: {
        roles: whole ? rolesAt(linker, key, from, from + 1) : NO_ROLES,
        fields: whole ? fieldsAt(linker, key) : [],
        values: digitsKept(linker, key, whole, number.value),
        number,
        ...(date?.bareYear && whole && { date }),
        ...(span && span.to === number.to && isTimeUnit(number.unit) && { duration: span }),
      },
    });
  }
  // "10.000 horas de funcionamiento": what follows may be a field rather than a unit.
  const bare = number?.unitKey === undefined ? undefined : readNumber(linker, from, NO_UNITS);
  // A field that is called just like the unit is what is meant: "more than 5 points".
  const unitCalled = number && (fieldsAt(linker, linker.key(number.to - 1, number.to))[0]?.score ?? 0) >= 0.98;
  if (bare && number && bare.to < number.to)
    found.push({
      to: bare.to,
      quality: (unitCalled ? 1.7 : 1.45) * (bare.to - from),
      chunk: { roles: NO_ROLES, fields: [], values: [], number: bare },
    });
  // "a year" is the field of that name where there is one.
  const named = span && !number ? (fieldsAt(linker, linker.key(span.to - 1, span.to))[0]?.score ?? 0) >= 0.98 : false;
  // "three quarters of net" is a part of it, and no time.
  const parted = span !== undefined && PARTS.some(role => (linker.roleAt(from, role) ?? 0) > span.to);
  if (span && !named && !parted && (!number || span.to > number.to))
    found.push({
      to: span.to,
      // "a week" may begin a name as well: "a Week 1 of …".
      quality: (lexicon.roles.get(token.fold)?.includes('det') ? 1.5 : 1.55) * (span.to - from),
      chunk: { roles: NO_ROLES, fields: [], values: [], duration: span },
    });
  return found;
}

const textOf = (tokens: readonly Token[], from: number, to: number): string =>
  tokens
    .slice(from, to)
    .map(({ text }) => text)
    .join('');

const PARTS: readonly Role[] = ['half', 'third', 'fourth', 'threeQuarters'];

/** "less than a kilo", "half an hour or a tonne": one of a unit that is no time, where it is compared with. */
function oneOfUnit(linker: Linker, at: number): NumberLiteral | undefined {
  const { tokens, lexicon, clock } = linker;
  const token = tokens[at];
  if (token?.kind !== 'word' || !linker.says(at, 'single')) return undefined;
  const compared = [1, 2, 3].some(
    length => at >= length && lexicon.roles.get(linker.key(at - length, at))?.some(role => COUNTING.includes(role)),
  );
  if (!compared) return undefined;
  const one: Token = { ...token, kind: 'number', text: '1', fold: '1' };
  const number = readNumber(new Reader([...tokens.slice(0, at), one, ...tokens.slice(at + 1)], lexicon, clock), at);
  return number?.unit && !number.scaled && !lexicon.scales.has(tokens[at + 1]?.fold ?? '') ? number : undefined;
}

const COUNTING: readonly Role[] = [
  'gt',
  'gte',
  'lt',
  'lte',
  'eq',
  'exactly',
  'orMore',
  'orLess',
  'times',
  'longerThan',
  'shorterThan',
];
const LONGEST_COUNTING = 3;

/** "op een adres": one only where it is compared with ("minstens een fout", "een of meer"), counted on ("een miljoen") or stressed ("één"). */
function isArticle(linker: Linker, at: number): boolean {
  const { tokens, lexicon } = linker;
  const token = tokens[at];
  if (token?.kind !== 'word' || !lexicon.roles.get(token.fold)?.includes('det')) return false;
  if (lexicon.numbers.get(token.fold) === undefined || lexicon.scales.has(tokens[at + 1]?.fold ?? '')) return false;
  // "un 20 %": before digits it counts nothing itself.
  if (tokens[at + 1]?.kind === 'number') return true;
  if (fold(token.text) !== token.text.normalize('NFC').toLowerCase()) return false;
  const counts = (from: number, to: number): boolean =>
    from >= 0 &&
    (lexicon.roles.get(linker.key(from, Math.min(to, tokens.length)))?.some(role => COUNTING.includes(role)) ?? false);
  for (let length = 1; length <= LONGEST_COUNTING; length++)
    if (counts(at - length, at) || counts(at + 1, at + 1 + length)) return false;
  return true;
}

/** "once the panel is full", "once it has arrived": a clause follows, and nothing is counted. */
function isConjunction(linker: Linker, at: number): boolean {
  const { tokens, lexicon } = linker;
  const token = tokens[at];
  if (token?.kind !== 'word' || !lexicon.roles.get(token.fold)?.includes('if')) return false;
  const next = tokens[at + 1];
  if (next?.kind !== 'word') return false;
  const played = lexicon.roles.get(next.fold) ?? NO_ROLES;
  const subject = played.includes('them') || (played.includes('det') && lexicon.numbers.get(next.fold) === undefined);
  return (subject && next.fold.length > 1) || (fieldsAt(linker, next.fold)[0]?.score ?? 0) >= 0.6;
}

/** "2022年1月1日": what follows the year is no number of its own. */
const goesOnDate = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.kind === 'number' &&
  tokens[at]?.glued === true &&
  /^[年月]$/.test(tokens[at - 1]?.fold ?? '') &&
  tokens[at - 2]?.kind === 'number';

/** Amounts kept as texts: "£60,000" may be stored as 60000. */
function digitsKept({ grounding }: Linker, key: string, whole: boolean, value: number): Chunk['values'] {
  const asWritten = whole ? grounding.values.lookup(key) : [];
  return asWritten.length > 0 ? asWritten : grounding.values.lookup(String(value));
}

/** Dates may be kept as texts: those written just like this. */
function valuesNamed(linker: Linker, from: number, to: number): Chunk['values'] {
  return linker.grounding.values.lookup(linker.key(from, to));
}

const saysNow = ({ tokens, lexicon }: Linker, from: number, to: number): boolean =>
  to - from === 1 && lexicon.roles.get(tokens[from]?.fold ?? '')?.includes('today') === true;
