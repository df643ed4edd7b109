/** The one clock of an evaluation: fixed once per request or stream, and returned with its answer. */
export interface Clock {
  /** ISO instant in UTC (`2026-01-15T00:00:00.000Z`). */
  readonly now: string;
  /** IANA time zone in which *today* is taken. */
  readonly timeZone: string;
}
