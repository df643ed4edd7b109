import type { RecordType, Result } from '@lib/rules';

import type { Page, PageRequest } from '../database/page';

/** A record type as kept: what it is, and where its sample came from. */
export interface StoredRecordType {
  readonly recordType: RecordType;
  readonly version: number;
  /** All records imported; the sample was drawn from them. */
  readonly records: number;
  readonly sample: { readonly size: number; readonly source?: string; readonly importedAt?: string };
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface NewImport {
  readonly recordType: RecordType;
  readonly records: number;
  /** The sample as written by `Samples.write`; it becomes the one that counts together with the fields. */
  readonly sampleId: string;
  readonly sampleSize: number;
  readonly source?: string;
}

/** What kinds of records there are. */
export abstract class RecordTypes {
  abstract find(name: string): Promise<StoredRecordType | undefined>;
  /** How the name is spelled where there is or was a record type whose name differs in case at most. */
  abstract spellingOf(name: string): Promise<string | undefined>;
  /** By name. `names`: only these. */
  abstract list(page: PageRequest, names?: readonly string[]): Promise<Page<StoredRecordType>>;
  /** Makes it where `version` is undefined, else changes exactly that version. */
  abstract keepImport(imported: NewImport, version: number | undefined): Promise<Result<StoredRecordType, 'stale'>>;
  /** Changes exactly this version. */
  abstract change(recordType: RecordType, version: number): Promise<Result<StoredRecordType, 'stale'>>;
  /** Makes it invisible; an import under the same name starts it anew. */
  abstract archive(name: string, version: number): Promise<boolean>;
}
