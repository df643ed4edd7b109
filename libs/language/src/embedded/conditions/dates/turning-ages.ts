import type { Field } from '@lib/rules';
import { has, isFiller } from '../../cursor';
import { says } from '../../saying';
import { type Parsed, type ParseState, tested } from '../parse-state';
import type { DateLiteral, DatePoint } from '../../../grounding/dates/dates';
import { isoDate } from '../../../grounding/dates/date-reader';
import type { Chunk } from '../../../grounding/link-words';
import { DATE_TYPES } from '../../../grounding/fields/date-field';

const MOST_YEARS = 130;
/** So many words at most say all of it. */
const LONGEST = 6;

/** "turning 60 next year", "nächstes Jahr 60 werden", "cumplen 50 este año": born so many years before that time. */
export function parseTurning(state: ParseState, at: number): Parsed | undefined {
  const { chunks } = state;
  let [turns, years, when, next]: [boolean, number | undefined, DateLiteral | undefined, number] = [
    false,
    undefined,
    undefined,
    at,
  ];
  for (; next < at + LONGEST && !(turns && years !== undefined && when); next++) {
    const chunk = chunks[next];
    if (chunk?.quote !== undefined) return undefined;
    if (!turns && says(chunk, 'turning')) turns = true;
    else if (!when && chunk?.date && !chunk.date.bareYear) when = chunk.date;
    else if (!when && years !== undefined && chunk?.date) when = chunk.date;
    else if (years === undefined && yearsIn(chunk) !== undefined) years = yearsIn(chunk);
    else if (next === at || !(isFiller(chunk) || has(chunk, 'yearsOld', 'det', 'in', 'on'))) return undefined;
  }
  const field = turns && when && years !== undefined ? birthField(state) : undefined;
  const from = when && yearsBefore(when.start, years ?? 0);
  const to = when && yearsBefore(when.end, years ?? 0);
  return field && from && to ? tested(state, field, { is: 'date', from, to }, at, next) : undefined;
}

const yearsIn = (chunk: Chunk | undefined): number | undefined => {
  const number = chunk?.number;
  const fits = number && (!number.unit || (number.unit.base === 'mo' && number.unit.factor === 12));
  return fits && Number.isInteger(number.value) && number.value > 0 && number.value < MOST_YEARS
    ? number.value
    : undefined;
};

const birthField = ({ grounding }: ParseState): Field | undefined =>
  grounding.fields.ofConcept('birth').find(({ field, score }) => DATE_TYPES.includes(field.type) && score >= 0.6)
    ?.field;

/** A point in time so many years earlier; a day that lies weeks from now is none. */
function yearsBefore(point: DatePoint, years: number): DatePoint | undefined {
  if ('iso' in point) {
    const [year = 0, month = 1, day = 1] = point.iso.split('-').map(Number);
    return { iso: isoDate(year - years, month, day) };
  }
  const [, sign = '', count = '0', unit = 'Y'] = /^(-?)P(\d+)([YMWD])$/.exec(point.offset ?? 'P0Y') ?? [];
  if ((unit === 'W' || unit === 'D') && count !== '0') return undefined;
  const ahead = Number(count) * (sign === '-' ? -1 : 1);
  const moved = unit === 'M' ? ahead - 12 * years : ahead - years;
  return { ...point, offset: `${moved < 0 ? '-' : ''}P${Math.abs(moved)}${unit === 'M' ? 'M' : 'Y'}` };
}
