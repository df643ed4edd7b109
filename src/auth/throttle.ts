import { Injectable } from '@nestjs/common';

import { Env } from '../config/env';
import { WallClock } from '../runtime/wall-clock';

const MINUTE_MS = 60_000;
const SIGN_IN_FAILURES = 8;
const SIGN_IN_WINDOW_MS = 10 * MINUTE_MS;
/** Beyond this many the oldest are forgotten, so that made-up names cannot fill the memory. */
const MOST_TRACKED = 20_000;

interface Window {
  readonly since: number;
  count: number;
}

/** Counts calls per caller, and failed sign-ins per name and address, in fixed windows. Each answer is the seconds to wait, 0 for go on. */
@Injectable()
export class Throttle {
  private readonly calls = new Map<string, Window>();
  private readonly failures = new Map<string, Window>();

  constructor(
    private readonly clock: WallClock,
    private readonly env: Env,
  ) {}

  call(caller: string): number {
    const window = this.window(this.calls, caller, MINUTE_MS);
    window.count += 1;
    return window.count > this.env.callsPerMinute ? this.wait(window, MINUTE_MS) : 0;
  }

  signIn(name: string, address: string): number {
    const window = this.window(this.failures, keyOf(name, address), SIGN_IN_WINDOW_MS);
    return window.count >= SIGN_IN_FAILURES ? this.wait(window, SIGN_IN_WINDOW_MS) : 0;
  }

  failed(name: string, address: string): void {
    this.window(this.failures, keyOf(name, address), SIGN_IN_WINDOW_MS).count += 1;
  }

  succeeded(name: string, address: string): void {
    this.failures.delete(keyOf(name, address));
  }

  private window(windows: Map<string, Window>, key: string, length: number): Window {
    const now = this.clock.millis();
    const found = windows.get(key);
    if (found && now - found.since < length) return found;
    const fresh = { since: now, count: 0 };
    windows.delete(key);
    windows.set(key, fresh);
    const oldest = windows.size > MOST_TRACKED ? windows.keys().next().value : undefined;
    if (oldest !== undefined) windows.delete(oldest);
    return fresh;
  }

  private wait(window: Window, length: number): number {
    return Math.max(1, Math.ceil((window.since + length - this.clock.millis()) / 1000));
  }
}

function keyOf(name: string, address: string): string {
  return `${name.trim().toLowerCase().slice(0, 200)}\n${address}`;
}
