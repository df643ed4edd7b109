import type { Field, RecordType } from '@lib/rules';

const SHOWN = 10;

/** A record type with the most frequent values and shapes of each field only; `distinct` still counts all of them. */
export function briefProfiles<T extends RecordType>(recordType: T): T {
  return { ...recordType, fields: recordType.fields.map(brief) };
}

function brief(field: Field): Field {
  const { profile } = field;
  if (!profile) return field;
  const { frequent, frequentIsComplete, patterns } = profile;
  return {
    ...field,
    profile: {
      ...profile,
      frequent: frequent.slice(0, SHOWN),
      frequentIsComplete: frequentIsComplete && frequent.length <= SHOWN,
      patterns: patterns.slice(0, SHOWN),
    },
  };
}
