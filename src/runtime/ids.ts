import { randomBytes } from 'node:crypto';

import { Injectable } from '@nestjs/common';

import { WallClock } from './wall-clock';

/**
 * Makes ids that sort by the time they were made, also within one millisecond (UUID version 7 with a counter), so that
 * lists are ordered and paged by id alone, on every database.
 */
@Injectable()
export class Ids {
  private lastMillis = 0;
  private counter = 0;

  constructor(private readonly clock: WallClock) {}

  next(): string {
    const now = Math.max(this.clock.millis(), this.lastMillis);
    this.counter = now === this.lastMillis ? this.counter + 1 : 0;
    this.lastMillis = now;
    if (this.counter > 0xffff) {
      this.lastMillis = now + 1;
      this.counter = 0;
    }
    const time = this.lastMillis.toString(16).padStart(12, '0');
    const count = this.counter.toString(16).padStart(4, '0');
    const random = randomBytes(8).toString('hex');
    // 16 bits of counter: 12 stand in the version group, 4 lead the random part.
    return `${time.slice(0, 8)}-${time.slice(8)}-7${count.slice(0, 3)}-8${count.slice(3)}${random.slice(0, 2)}-${random.slice(2, 14)}`;
  }
}
