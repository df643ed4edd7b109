import type { Clock } from '@lib/rules';
import { InvalidArgumentError } from 'commander';

/** An ISO date or instant as the instant it names, in UTC. */
export function readNow(text: string): string {
  const shape = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2}))?$/;
  const instant = new Date(text);
  // `2026-02-30` would roll over into March: a date that is not in the calendar is a mistake.
  const day = new Date(`${text.slice(0, 10)}T00:00:00Z`);
  if (
    !shape.test(text) ||
    Number.isNaN(instant.getTime()) ||
    Number.isNaN(day.getTime()) ||
    day.toISOString().slice(0, 10) !== text.slice(0, 10)
  ) {
    throw new InvalidArgumentError('Give an ISO instant such as 2026-01-15T00:00:00Z, or a date such as 2026-01-15.');
  }
  return instant.toISOString();
}

/** The one clock of a command: `--now`, else this moment; *today* is taken in the installation's zone. */
export function commandClock(now: string | undefined): Clock {
  const timeZone = process.env['RULEWRIGHT_TIME_ZONE'] || 'UTC';
  try {
    new Intl.DateTimeFormat('en', { timeZone });
  } catch {
    throw new InvalidArgumentError(`RULEWRIGHT_TIME_ZONE is not a time zone: ${timeZone}`);
  }
  return { now: now ?? new Date().toISOString(), timeZone };
}
