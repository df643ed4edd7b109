import { type Clock, readInstant } from '@lib/rules';
import { InvalidArgumentError } from 'commander';

/** An ISO date or instant as the instant it names, in UTC. */
export function readNow(text: string): string {
  const instant = readInstant(text);
  if (instant !== undefined) return instant;
  throw new InvalidArgumentError('Give an ISO instant such as 2026-01-15T00:00:00Z, or a date such as 2026-01-15.');
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
