const LONGEST_TURN_MS = 8;

/** Lets the event loop have its turn whenever work has held it for a while, so that other calls never wait for a batch. */
export class Turns {
  private startedAt = performance.now();

  get isOver(): boolean {
    return performance.now() - this.startedAt > LONGEST_TURN_MS;
  }

  /** Gives the turn up if it is over: what takes work in steps calls it after each. */
  readonly pause = (): Promise<void> | undefined => (this.isOver ? this.giveUp() : undefined);

  async giveUp(): Promise<void> {
    await new Promise<void>(resolve => setImmediate(resolve));
    this.startedAt = performance.now();
  }
}
