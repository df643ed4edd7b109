import fc from 'fast-check';
import customer from '../../../../../test/fixtures/customer-type.json';
import { arbitraryRecord, arbitraryRule } from '../../../../../test/explanations/arbitrary-rule';
import { compileCondition } from '../../compile/compile-condition';
import { jsonEqual } from '../../model/json-equal';
import { LANGUAGES } from '../../model/language';
import type { DataRecord } from '../../model/record';
import type { RecordType } from '../../model/record-type';
import type { RuleDraft, ValidRule } from '../../model/rule';
import { validateRule } from '../../validate/validate-rule';
import { explainRule } from '../explain-rule';
import { readExplanation } from './read-explanation';

const recordType = customer as RecordType;
const clock = { now: '2026-01-15T00:00:00.000Z', timeZone: 'UTC' };
const RUNS = Number(process.env['EXPLANATION_RUNS'] ?? 150);
const records = fc.sample(arbitraryRecord(recordType), { seed: 7, numRuns: 120 });

function valid(draft: RuleDraft): ValidRule {
  const verdict = validateRule(draft, recordType);
  if (!verdict.ok) throw new Error(`${JSON.stringify(draft.condition)} ${JSON.stringify(verdict.error)}`);
  return verdict.value;
}

/** Which records a rule selects, by json-logic's truth; a record it cannot judge is a case of its own. */
function rowsOf(rule: RuleDraft, over: readonly DataRecord[]): string {
  const compiled = compileCondition(valid(rule), recordType);
  return over
    .map(record => compiled.test(record, clock))
    .map(verdict => (verdict.ok ? Number(verdict.value) : 'e'))
    .join('');
}

describe.each(LANGUAGES)('%s', language => {
  it('is read back to the same rule', () => {
    const failures: string[] = [];
    fc.assert(
      fc.property(arbitraryRule(recordType), made => {
        const rule: RuleDraft = { recordType: 'customer', name: 'r', ...made };
        const { text } = explainRule(rule, recordType, language);
        const back = readExplanation(text, recordType, language);
        const same =
          back &&
          jsonEqual([...back.actions], [...rule.actions]) &&
          rowsOf({ ...rule, condition: back.condition }, records) === rowsOf(rule, records);
        if (!same)
          failures.push(
            `${text}\n    ${JSON.stringify(rule.condition)}\n    ${JSON.stringify(back?.condition)} ${JSON.stringify(back?.actions)}`,
          );
        if (!process.env['EXPLANATION_RUNS'] && !same) throw new Error(failures[0]);
      }),
      { seed: 20_260_115, numRuns: RUNS },
    );
    if (failures.length > 0)
      throw new Error(
        `${failures.length} of ${RUNS}\n${failures
          .sort((a, b) => a.length - b.length)
          .slice(0, 12)
          .join('\n')}`,
      );
  });
});
