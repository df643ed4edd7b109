/** The entries of long lists. */
export abstract class ListEntries {
  /** Writes them in batches that let others in between; they count once a version names what is answered. */
  abstract write(entries: Iterable<string>): Promise<string>;
  /** In the order they were written, batch by batch, so that nobody holds all of them twice. */
  abstract read(entriesId: string): AsyncIterable<readonly string[]>;
  /** `limit` of them from this position on. */
  abstract page(entriesId: string, from: number, limit: number): Promise<readonly string[]>;
  /** Those that no version came to name. */
  abstract remove(entriesId: string): Promise<void>;
  /** Those that nobody came to name because the service ended in between, a day after they were begun. */
  abstract sweep(): Promise<void>;
}
