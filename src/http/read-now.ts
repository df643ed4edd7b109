import { HttpProblem } from './problem';

const INSTANT = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2}))?$/;

/** The instant a caller wants to count as now, as stored (UTC, milliseconds); undefined where none is given. */
export function readNow(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const instant = INSTANT.test(text) ? new Date(text) : new Date(Number.NaN);
  if (Number.isNaN(instant.getTime()))
    throw new HttpProblem(400, 'bad-now', '"now" is an ISO instant with its zone, such as 2026-01-15T00:00:00Z.');
  return instant.toISOString();
}
