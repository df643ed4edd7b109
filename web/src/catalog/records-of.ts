import type { RecordType } from '../api/contracts';
import { counted } from '../ui/count';

/** How many records a type has, as far as its profile tells. */
export function recordsOf(type: Pick<RecordType, 'fields' | 'records'>): string | undefined {
  const profiled = Math.max(0, ...(type.fields ?? []).map(field => field.profile?.records ?? 0));
  const records = type.records ?? profiled;
  return records > 0 ? counted(records, 'record') : undefined;
}
