import type { RecordType } from '@lib/rules';

import type { Actor } from '../auth/actor';

/** Who follows what becomes of a record type. Answered by the activation, which the catalog does not know. */
export abstract class RecordTypeWatch {
  /** Called inside the write that changed it, so that both are kept or neither. */
  abstract changed(recordType: RecordType, by: Actor): Promise<void>;
}
