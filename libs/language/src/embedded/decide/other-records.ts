import { comparatorOf } from '../conditions/operands';
import { has, isField } from '../cursor';
import { saidTo, says } from '../saying';
import type { Understanding } from '../understanding';
import type { RecordType } from '@lib/rules';
import type { Chunk } from '../../grounding/link-words';
import { namesRecords } from '../../grounding/fields/own-words';

/** So far the noun may stand behind "another". */
const NEAR = 2;
/** So surely a word names a field of its own. */
const NAMED = 0.8;

/** "also stands on another lot", "more than five complaints of patients": what only other records tell. */
export function otherRecords({ cut }: Understanding, recordType: RecordType): Chunk | undefined {
  for (const chunks of cut.conditions) {
    const found = chunks.find((_, at) => namesAnother(chunks, at, recordType) || countsThings(chunks, at, recordType));
    if (found) return found;
  }
  return undefined;
}

/** "another order", "ein anderer Auftrag", `其他医生`; "all other orders" are those that are left. */
function namesAnother(chunks: readonly Chunk[], at: number, recordType: RecordType): boolean {
  const behind = chunks[at]?.quote === undefined ? saidTo(chunks, at, 'anotherOne') : undefined;
  if (behind === undefined || has(chunks[at - 1], 'det', 'allTags')) return false;
  const noun = chunks
    .slice(behind, behind + NEAR)
    .find(chunk => has(chunk, 'noun', 'ones') || namesRecords(recordType, chunk.key));
  return noun !== undefined && !has(noun, 'tagNoun') && !isField(noun) && noun.values.length === 0;
}

/** "more than five complaints of patients": so many of another kind of records, of which "patients" only says whose they are. */
function countsThings(chunks: readonly Chunk[], at: number, recordType: RecordType): boolean {
  const [compares, amount, things, of, whose] = chunks.slice(at, at + 5);
  return (
    comparatorOf(compares) !== undefined &&
    amount?.number !== undefined &&
    !amount.number.unit &&
    has(things, 'noun') &&
    (things?.fields[0]?.score ?? 0) < NAMED &&
    things?.values.length === 0 &&
    !says(things, 'headNoun') &&
    !namesRecords(recordType, things?.key ?? '') &&
    has(of, 'of') &&
    isField(whose)
  );
}
