import type { JsonValue } from './json';

/**
 * A value that its field's reading could not read, but JSON-Logic would coerce into one it could (`["Germany"]` equals
 * `"Germany"`, `"007"` equals 7). Rules meet an object without properties, which equals nothing and is above and below
 * nothing; whoever writes the record, shows it or acts on it meets the value as it came.
 */
export class UnreadValue {
  readonly #value: JsonValue;

  private constructor(value: JsonValue) {
    this.#value = value;
  }

  /** As a value of a record, which holds JSON alone but for these. */
  static of(value: JsonValue): JsonValue {
    return new UnreadValue(value) as unknown as JsonValue;
  }

  static is(value: unknown): value is UnreadValue {
    return value instanceof UnreadValue;
  }

  /** What JavaScript compares it by: equal to nothing, above and below nothing. */
  valueOf(): number {
    return Number.NaN;
  }

  toJSON(): JsonValue {
    return this.#value;
  }
}
