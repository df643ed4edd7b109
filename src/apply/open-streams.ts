import { Injectable } from '@nestjs/common';
import { fail, ok, type Result } from '@lib/rules';

import { LIMITS } from '../config/limits';

/** Counts the streams each caller has open, so that one program cannot take every place. */
@Injectable()
export class OpenStreams {
  private readonly open = new Map<string, number>();

  /** A place for one more stream of this caller; called once, what comes back gives the place back. Refused beyond the limit. */
  enter(caller: string): Result<() => void, 'too-many-streams'> {
    const before = this.open.get(caller) ?? 0;
    if (before >= LIMITS.streamsPerCaller) return fail('too-many-streams');
    this.open.set(caller, before + 1);
    let isHeld = true;
    return ok(() => {
      if (!isHeld) return;
      isHeld = false;
      const left = (this.open.get(caller) ?? 1) - 1;
      if (left > 0) this.open.set(caller, left);
      else this.open.delete(caller);
    });
  }
}
