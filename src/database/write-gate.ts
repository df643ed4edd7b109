import { DatabaseFailure } from './database-failure';

const LONGEST_WAIT_MS = 5_000;

/** Lets one through at a time, in order of arrival. Who waits too long is turned away instead of piling up. */
export class WriteGate {
  private tail: Promise<void> = Promise.resolve();

  constructor(private readonly longestWaitMs = LONGEST_WAIT_MS) {}

  async pass<T>(work: () => Promise<T>): Promise<T> {
    const before = this.tail;
    let open!: () => void;
    this.tail = new Promise<void>(resolve => (open = resolve));
    try {
      await this.turn(before);
    } catch (error) {
      // The place in the queue stays until those before are done, or the next would start beside them.
      void before.then(open);
      throw error;
    }
    try {
      return await work();
    } finally {
      open();
    }
  }

  /** Resolves when all that arrived so far are done. */
  drain(): Promise<void> {
    return this.tail;
  }

  private async turn(before: Promise<void>): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<never>((_, reject) => {
      timer = setTimeout(
        () => reject(new DatabaseFailure('busy', 'Too many changes are waiting to be stored.')),
        this.longestWaitMs,
      );
    });
    try {
      await Promise.race([before, tooLong]);
    } finally {
      clearTimeout(timer);
    }
  }
}
