/** How long work may hold the event loop: long enough to be worth it, short enough that nobody else notices. */
const LONGEST_TURN_MS = 8;

/** Lets the event loop have its turn whenever work has held it for a while. Made when the work begins. */
export class Turns {
  private startedAt = performance.now();

  /** Whether it is time to `giveUp`. */
  get isOver(): boolean {
    return performance.now() - this.startedAt > LONGEST_TURN_MS;
  }

  async giveUp(): Promise<void> {
    await new Promise<void>(resolve => setImmediate(resolve));
    this.startedAt = performance.now();
  }
}
