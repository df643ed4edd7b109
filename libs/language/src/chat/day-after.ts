import type { JsonLogic } from '@lib/rules';

/** True for an ISO date without a time. */
export function isDay(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
}

/**
 * The first instant after a day: the next date, or a relative day moved on by one. Where one more day cannot be written
 * (a start of a period, months), the day itself stays: then a bound takes in or leaves out that one day.
 */
export function dayAfter(value: JsonLogic): JsonLogic {
  if (isDay(value)) return nextDate(value);
  const args =
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? (value as { readonly [key: string]: JsonLogic })['today']
      : undefined;
  const [offset, period] = Array.isArray(args) ? (args as readonly JsonLogic[]) : [];
  const days = /^([+-]?)P(\d+)D$/.exec(typeof offset === 'string' && offset !== '' ? offset : 'P0D');
  if (period !== undefined || !days) return value;
  const moved = (days[1] === '-' ? -1 : 1) * Number(days[2]) + 1;
  return moved === 0 ? { today: [] } : { today: [`${moved < 0 ? '-' : ''}P${Math.abs(moved)}D`] };
}

function nextDate(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return day;
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}
