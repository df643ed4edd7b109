const LONGEST_TURN_MS = 8;

/** Lets the event loop have its turn whenever work has held it for a while, so that other calls never wait for a batch. */
export class Turns {
  private startedAt = performance.now();

  get isOver(): boolean {
    return performance.now() - this.startedAt > LONGEST_TURN_MS;
  }

  async giveUp(): Promise<void> {
    await new Promise<void>(resolve => setImmediate(resolve));
    this.startedAt = performance.now();
  }
}
