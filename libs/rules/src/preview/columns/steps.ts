/** Work taken in steps, each short enough for an event loop to wait for: whoever runs it may pause after any of them. */
export type Steps<T> = Generator<void, T, void>;

/** Rows looked at in one step where each costs little, and where each costs a call. */
export const ROWS_PER_STEP = 65_536;
export const CALLS_PER_STEP = 16_384;

/** All steps at once. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** All steps, with a pause after each. In Node a pause is `setImmediate`, in a browser a message to oneself. */
export async function inTurns<T>(steps: Steps<T>, pause: () => Promise<unknown>): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await pause();
  }
}
