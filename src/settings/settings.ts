/** What admins chose. Values are text here: JSON, or sealed. */
export abstract class Settings {
  abstract read(): Promise<ReadonlyMap<string, string>>;
  /** Sets each, or forgets it where the value is null. */
  abstract change(values: ReadonlyMap<string, string | null>): Promise<void>;
}
