import type { Clock } from '@lib/rules';

/** Where the service takes the time from, so that tests can hold it still. */
export abstract class WallClock {
  /** Milliseconds since 1970. */
  abstract millis(): number;

  /** ISO-8601 UTC text: the only form in which times are stored. */
  now(): string {
    return new Date(this.millis()).toISOString();
  }

  /** The one clock of an evaluation: the caller's `now` where given, else the present. */
  clock(timeZone: string, now?: string): Clock {
    return { now: now ?? this.now(), timeZone };
  }

  /** The moment this many milliseconds from now, as stored. */
  after(ms: number): string {
    return new Date(this.millis() + ms).toISOString();
  }
}

export class SystemWallClock extends WallClock {
  millis(): number {
    return Date.now();
  }
}

/** Stands still until it is moved. */
export class HeldWallClock extends WallClock {
  constructor(private at: number | string = '2026-01-15T12:00:00.000Z') {
    super();
  }

  millis(): number {
    return new Date(this.at).getTime();
  }

  advance(ms: number): void {
    this.at = this.millis() + ms;
  }
}
