import type { Preview, RecordType } from '@lib/rules';

import { type Actor, may } from '../auth/actor';
import { hidePersonal, hidePersonalChange, personalPaths } from '../catalog/personal-values';

/** A preview as this person may see it: counts always, records only with the right to samples, personal values only with that right. */
export function shownPreview(preview: Preview, recordType: RecordType, actor: Actor): Preview {
  if (!may(actor, 'see-samples', recordType.name)) return { ...preview, matches: [], nearMisses: [] };
  const paths = personalPaths(recordType);
  if (paths.size === 0 || may(actor, 'see-personal', recordType.name)) return preview;
  return {
    ...preview,
    matches: preview.matches.map(({ record, changes }) => ({
      record: hidePersonal(record, paths),
      changes: changes.map(change => hidePersonalChange(change, paths)),
    })),
    nearMisses: preview.nearMisses.map(({ record, failed }) => ({ record: hidePersonal(record, paths), failed })),
  };
}
