import type { DataRecord } from '@lib/rules';

/** The raw records kept per record type for previews. */
export abstract class Samples {
  /** Pinned ones first, then those drawn, in the order they came. Undefined record types have none. */
  abstract read(recordType: string): Promise<readonly DataRecord[]>;
  /**
   * Writes a sample in batches that let others in between; it does not count before `RecordTypes.keepImport` names it.
   * The record type need not exist yet.
   */
  abstract write(recordType: string, records: readonly DataRecord[]): Promise<string>;
  /** Removes what no longer counts: older samples, and those of imports that never finished. */
  abstract sweep(recordType: string): Promise<void>;
  abstract pin(recordType: string, records: readonly DataRecord[]): Promise<void>;
  abstract pinned(recordType: string): Promise<readonly DataRecord[]>;
}
