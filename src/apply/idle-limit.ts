import { Injectable } from '@nestjs/common';

/** The time a stream goes by; tests hand in their own and let it pass themselves. */
@Injectable()
export class Timers {
  now(): number {
    return performance.now();
  }

  /** Calls something after a while; returns what calls it off. */
  after(ms: number, act: () => void): () => void {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  }
}

/** How long a stream may stand still before it is ended. */
export const IDLE_MS = 30_000;

/** Ends something on which nothing has moved for a while: neither records in nor results out. */
export class IdleLimit {
  private callOff: () => void;
  private movedAt: number;

  constructor(
    private readonly timers: Timers,
    private readonly end: () => void,
    private readonly idleMs = IDLE_MS,
  ) {
    this.movedAt = timers.now();
    this.callOff = timers.after(idleMs, () => this.check());
  }

  /** Something moved. Cheap: the timer is only set anew when it goes off. */
  touch(): void {
    this.movedAt = this.timers.now();
  }

  stop(): void {
    this.callOff();
  }

  private check(): void {
    const left = this.movedAt + this.idleMs - this.timers.now();
    if (left <= 0) this.end();
    else this.callOff = this.timers.after(left, () => this.check());
  }
}
