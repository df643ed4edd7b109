/** Work taken in steps, each short enough for an event loop to wait for: whoever runs it may pause after any of them. */
export type Steps<T> = Generator<void, T, void>;

/** Rows looked at in one step where each costs little, and where each costs a call. */
export const ROWS_PER_STEP = 32_768;
export const CALLS_PER_STEP = 1_024;

/** All steps at once. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Lets others work, or goes on at once where it is too early for that. In Node `setImmediate`, in a browser a message to oneself. */
export type Pause = () => Promise<unknown> | undefined;

/** All steps, with a pause after each. */
export async function inTurns<T>(steps: Steps<T>, pause: Pause): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    const paused = pause();
    if (paused) await paused;
  }
}
