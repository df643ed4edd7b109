import type { Evidence, TranslationRequest } from './translator';

/** What a request is counted on: all that is stored, whatever of it may be shown. */
export function evidenceOf({ evidence, recordType, sample }: TranslationRequest): Evidence {
  return evidence ?? { recordType, sample };
}
