import { compileCondition, type JsonLogic, type RuleDraft, validateRule } from '@lib/rules';
import { evidenceOf } from '../../evidence';
import { typeWithLists, type TranslationRequest } from '../../translator';

/** Readings are told apart on at most this many records of the sample. */
const COMPARED = 2000;

/** Which records of the sample, at most so many looked at, a condition selects: as a list of indexes; `undefined` where it is no valid condition. */
export function selectedRows(
  condition: JsonLogic,
  request: TranslationRequest,
  most = COMPARED,
): readonly number[] | undefined {
  const draft: RuleDraft = { recordType: request.recordType.name, name: 'reading', condition, actions: [] };
  const recordType = typeWithLists(request);
  const checked = validateRule(draft, recordType);
  if (!checked.ok) return undefined;
  const rows: number[] = [];
  const { sample } = evidenceOf(request);
  const count = Math.min(most, sample.length);
  if (count === 0) return rows;
  // So few records are judged sooner than code for it is made.
  const compiled = compileCondition(checked.value, recordType, undefined, { generate: false });
  for (let i = 0; i < count; i++) {
    const record = sample[i];
    const held = record && compiled.test(record, request.clock);
    if (held?.ok && held.value) rows.push(i);
  }
  return rows;
}

export function sameRows(a: readonly number[] | undefined, b: readonly number[] | undefined): boolean {
  return a !== undefined && b !== undefined && a.length === b.length && a.every((row, i) => row === b[i]);
}
