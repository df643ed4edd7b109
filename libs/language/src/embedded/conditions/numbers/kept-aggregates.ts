import { has } from '../../cursor';
import { mentions } from '../../saying';
import { type Meaning, testsOf } from '../../meaning/meaning';
import type { Chunk } from '../../../grounding/link-words';
import { fieldSays } from '../../../grounding/fields/field-senses';

const AGGREGATES = ['average', 'sumTotal', 'utmost', 'least'] as const;

/** "more than 60 days on average" of a field that holds an average already: nothing has to be worked out. */
export function isKept(chunk: Chunk, meaning: Meaning | undefined): boolean {
  if (!meaning || !has(chunk, 'aggregate')) return false;
  const kept = AGGREGATES.find(sense => mentions(chunk, sense));
  return kept !== undefined && testsOf(meaning).some(({ field }) => fieldSays(field, kept));
}
