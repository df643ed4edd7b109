import type { DataRecord } from '../../model/record';
import type { RecordType } from '../../model/record-type';
import type { Steps } from '../../model/steps';
import { ValueColumn } from './value-column';

/** More different values than this, and a column does not keep them by number. Numbers of values have 16 bits. */
const MOST_DISTINCT = 65_536;

/**
 * Records turned into columns, each made when a rule first asks for it and kept from then on. The records must not be
 * altered afterwards.
 */
export class RecordColumns {
  private readonly columns = new Map<string, ValueColumn>();

  constructor(
    readonly records: readonly DataRecord[],
    readonly recordType: RecordType,
    private readonly mostDistinct = MOST_DISTINCT,
  ) {}

  get size(): number {
    return this.records.length;
  }

  /** The column of a path. */
  *column(path: string): Steps<ValueColumn> {
    const found = this.columns.get(path);
    if (found) return found;
    const made = yield* ValueColumn.of(this.records, path, Math.min(this.mostDistinct, MOST_DISTINCT));
    this.columns.set(path, made);
    return made;
  }
}

/** Records ready to be looked through by many rules: see `previewColumns`. `mostDistinct` never changes an answer. */
export function indexRecords(
  records: readonly DataRecord[],
  recordType: RecordType,
  { mostDistinct }: { readonly mostDistinct?: number } = {},
): RecordColumns {
  return new RecordColumns(records, recordType, mostDistinct);
}
