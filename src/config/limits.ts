import { MAX_PROMPT } from '@lib/language';

/** What one call may carry. Beyond each: 413. They stand in the OpenAPI document too. */
export const LIMITS = {
  /** Bytes of a JSON body that is read as a whole. */
  bodyBytes: 5 * 1024 * 1024,
  /** Records in one `POST /apply` that is no stream. */
  applyRecords: 10_000,
  /** Streams one key or person may have open at a time; beyond it 429 with Retry-After. */
  streamsPerCaller: 4,
  /** Characters of a prompt. */
  promptCharacters: MAX_PROMPT,
  /** Bytes of one NDJSON line. */
  lineBytes: 1024 * 1024,
  /** Bytes of one import. */
  importBytes: 2 * 1024 * 1024 * 1024,
  /** Bytes of a file with the entries of a list. */
  listBytes: 128 * 1024 * 1024,
  /** Memory for the entries of lists that no rule set holds at the moment. */
  listTableBytes: 256 * 1024 * 1024,
  /** Names of one glossary. */
  glossaryNames: 5_000,
  /** Records kept per record type for previews. */
  sampleRecords: 10_000,
  /** Items of one page of a list. */
  pageItems: 200,
} as const;
