import { compileReading } from '@lib/records';
import { type DataRecord, findField, type JsonValue, type RecordType, valueAt } from '@lib/rules';

/**
 * Which of the records kept so far come again in an import, by the key of their record type: the new one then stands
 * in place of the old. A key that several of the new records carry, or several of those kept, names none of them, and
 * replaces nothing.
 */
export class KnownKeys {
  private readonly keyOf: (raw: DataRecord) => string | undefined;
  /** How often each key that is known has come. */
  private readonly met = new Map<string, number>();
  /** Keys that more than one of the records kept carries. */
  private readonly shared = new Set<string>();

  constructor(
    recordType: RecordType,
    private readonly kept: readonly DataRecord[],
  ) {
    this.keyOf = readerOfKey(recordType);
    for (const record of kept) {
      const key = this.keyOf(record);
      if (key === undefined) continue;
      if (this.met.has(key)) this.shared.add(key);
      this.met.set(key, 0);
    }
  }

  /** Takes note of a record that comes in. */
  meet(raw: DataRecord): void {
    if (this.met.size === 0) return;
    const key = this.keyOf(raw);
    const times = key === undefined ? undefined : this.met.get(key);
    if (key !== undefined && times !== undefined) this.met.set(key, times + 1);
  }

  /** The records kept so far that did not come again. */
  get remaining(): readonly DataRecord[] {
    return this.kept.filter(record => {
      const key = this.keyOf(record);
      return key === undefined || this.met.get(key) !== 1 || this.shared.has(key);
    });
  }
}

function readerOfKey(recordType: RecordType): (raw: DataRecord) => string | undefined {
  const field = recordType.key === undefined ? undefined : findField(recordType, recordType.key);
  if (!field) return () => undefined;
  const read = compileReading({ ...recordType, fields: [field] });
  return raw => keyText(valueAt(read(raw).record, field.name));
}

function keyText(value: JsonValue | undefined): string | undefined {
  return typeof value === 'number' || (typeof value === 'string' && value !== '') ? String(value) : undefined;
}
