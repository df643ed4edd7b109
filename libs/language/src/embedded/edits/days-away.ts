import { type Clock, type JsonLogic, readDuration, todayAt } from '@lib/rules';
import { operationOf } from '../meaning/logic-tree';
import type { Chunk } from '../../grounding/link-words';
import type { Place } from './places';
import { isDateField } from '../../grounding/fields/date-field';

/** A length of time as ISO writes it; of "the last 14 days" how long they are. */
export function timeOf({ number, duration, date }: Chunk): string | undefined {
  if (duration) return duration.iso;
  const edge = date?.window === 'past' ? date.start : date?.window === 'future' ? date.end : undefined;
  if (edge && 'offset' in edge && !edge.period) return edge.offset?.replace(/^[+-]/, '');
  if (!number?.unit || !Number.isInteger(number.value)) return undefined;
  const { base, factor } = number.unit;
  if (base === 'd') return factor % 7 === 0 ? `P${(number.value * factor) / 7}W` : `P${number.value * factor}D`;
  if (base === 'mo') return factor % 12 === 0 ? `P${(number.value * factor) / 12}Y` : `P${number.value * factor}M`;
  if (base === 'y' || base === 'a') return `P${number.value * factor}Y`;
  return undefined;
}

export const isToday = (value: JsonLogic): boolean => operationOf(value)?.operator === 'today';

/** The offset of a day that lies a way from today. */
function offsetOf(value: JsonLogic): string | undefined {
  const [offset] = isToday(value) ? (operationOf(value)?.operands ?? []) : [];
  return typeof offset === 'string' && /\d/.test(offset) && !/^[+-]?P0D$/.test(offset) ? offset : undefined;
}

/** The day that a place names as such: `2025-11-26`. */
const dayIn = ({ field, value }: Place): string | undefined =>
  isDateField(field) && typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value) ? value.slice(0, 10) : undefined;

/** Which way a day lies from today, said as such or written as the day itself. */
export function wayFrom(place: Place, clock: Clock): '-' | '' | undefined {
  const offset = offsetOf(place.value);
  if (offset !== undefined) return offset.startsWith('-') ? '-' : '';
  const [day, today] = [dayIn(place), todayAt(clock)];
  if (day === undefined || day === today) return undefined;
  return day < today ? '-' : '';
}

const dayAfter = (clock: Clock, duration: string): string | undefined => {
  const distance = readDuration(duration);
  return distance && todayAt(clock, distance);
};

/** Whether a day lies so far from today: `2025-11-26` on the same day of 2026 is one year ago. */
export function liesAway(place: Place, time: string, clock: Clock): boolean {
  const way = wayFrom(place, clock);
  const offset = offsetOf(place.value);
  const [, period] = isToday(place.value) ? (operationOf(place.value)?.operands ?? []) : [];
  if (way === undefined || (offset !== undefined && period !== undefined)) return way !== undefined;
  return dayAfter(clock, `${way}${time}`) === (offset === undefined ? dayIn(place) : dayAfter(clock, offset));
}

const UNITS = ['Y', 'M', 'W', 'D'] as const;
const MOST_COUNTED = 120;

/** What the distance of a place is counted in: `P30D` in days, a day one year ago in years. */
export function countedIn(place: Place, clock: Clock): string | undefined {
  const offset = offsetOf(place.value);
  if (offset !== undefined) return offset.at(-1);
  if (wayFrom(place, clock) === undefined) return undefined;
  const apart = distanceOf(dayIn(place) ?? '', todayAt(clock));
  return UNITS.find(unit => {
    const count = apart[unit];
    const most = unit === 'D' ? MOST_COUNTED * 30 : MOST_COUNTED;
    return Number.isInteger(count) && count >= 1 && count <= most && liesAway(place, `P${count}${unit}`, clock);
  });
}

/** How far two days are apart, in each unit. */
function distanceOf(one: string, other: string): Record<(typeof UNITS)[number], number> {
  const days = Math.abs(Date.parse(one) - Date.parse(other)) / 86_400_000;
  const monthOf = (day: string): number => 12 * Number(day.slice(0, 4)) + Number(day.slice(5, 7));
  const months = Math.abs(monthOf(one) - monthOf(other));
  return { Y: months / 12, M: months, W: days / 7, D: days };
}

/** The day so far away, on the side where the place's own lies. */
export function dayAway(place: Place, time: string, clock: Clock): JsonLogic | undefined {
  const way = wayFrom(place, clock);
  if (way === undefined || readDuration(time) === undefined) return undefined;
  const [, ...period] = isToday(place.value) ? (operationOf(place.value)?.operands ?? []) : [];
  return { today: [`${way}${time}`, ...period] };
}
