import { readInstant } from '@lib/rules';

import { HttpProblem } from './problem';

/** The instant a caller wants to count as now, as stored (UTC, milliseconds); undefined where none is given. */
export function readNow(text: string | undefined): string | undefined {
  return text === undefined ? undefined : instantOf(text, 'now', 'bad-now');
}

/** An instant that a member of a request says. */
export function instantOf(text: string, member: string, code: string): string {
  const instant = readInstant(text);
  if (instant !== undefined) return instant;
  throw new HttpProblem(400, code, `"${member}" is an ISO instant with its zone, such as 2026-01-15T00:00:00Z.`);
}
