import { readDuration, todayAt } from './today';

const at = (now: string, timeZone = 'UTC'): { now: string; timeZone: string } => ({ now, timeZone });

it.each([
  ['2026-01-15T00:00:00Z', 'UTC', undefined, undefined, '2026-01-15'],
  ['2026-01-15T23:30:00Z', 'Europe/Berlin', undefined, undefined, '2026-01-16'],
  ['2026-01-15T03:30:00Z', 'America/New_York', undefined, undefined, '2026-01-14'],
  ['2026-03-31T00:00:00Z', 'UTC', '-P1M', undefined, '2026-02-28'],
  ['2024-03-31T00:00:00Z', 'UTC', '-P1M', undefined, '2024-02-29'],
  ['2024-02-29T00:00:00Z', 'UTC', '-P1Y', undefined, '2023-02-28'],
  ['2026-01-15T00:00:00Z', 'UTC', 'P1Y2M3W4D', undefined, '2027-04-09'],
  ['2026-01-15T00:00:00Z', 'UTC', '-P13M', undefined, '2024-12-15'],
  ['2026-01-15T00:00:00Z', 'UTC', undefined, 'week', '2026-01-12'],
  ['2026-01-18T00:00:00Z', 'UTC', undefined, 'week', '2026-01-12'],
  ['2026-01-15T00:00:00Z', 'UTC', '-P1M', 'month', '2025-12-01'],
  ['2026-05-31T00:00:00Z', 'UTC', '-P3M', 'quarter', '2026-01-01'],
  ['2026-05-31T00:00:00Z', 'UTC', undefined, 'year', '2026-01-01'],
] as const)('today at %s in %s moved by %s, back to the %s, is %s', (now, zone, duration, period, expected) => {
  expect(todayAt(at(now, zone), duration && readDuration(duration), period)).toBe(expected);
});

it.each(['P', '-P', 'P0D'])('takes %s for no distance', text => {
  expect(readDuration(text)).toMatchObject({ months: expect.closeTo(0), days: expect.closeTo(0) });
});

it.each(['', '1M', 'PT5H', 'P1.5D', 'P1D2M', 'P9999999Y'])('takes "%s" for no duration of whole days', text => {
  expect(readDuration(text)).toBeUndefined();
});
