import fc from 'fast-check';
import hard from '../../../../../test/explanations/hard-type.json';
import customer from '../../../../../test/fixtures/customer-type.json';
import { arbitraryRecord, arbitraryRule } from '../../../../../test/explanations/arbitrary-rule';
import { canonicalCondition } from '../../../../../test/explanations/canonical-condition';
import { compileCondition } from '../../compile/compile-condition';
import { EntryTableBuilder } from '../../model/entry-table';
import { jsonEqual } from '../../model/json-equal';
import { LANGUAGES } from '../../model/language';
import type { DataRecord } from '../../model/record';
import type { RecordType } from '../../model/record-type';
import type { RuleDraft } from '../../model/rule';
import { validateRule } from '../../validate/validate-rule';
import { explainRule } from '../explain-rule';
import { readExplanation } from './read-explanation';

const clock = { now: '2026-01-15T00:00:00.000Z', timeZone: 'UTC' };
const RUNS = Number(process.env['EXPLANATION_RUNS'] ?? 60);

const suppliers = new EntryTableBuilder(1);
suppliers.add('Germany');
const types: readonly RecordType[] = [
  customer as RecordType,
  { ...(hard as unknown as RecordType), lists: new Map([['suppliers@7', suppliers.build('c')]]) },
].map(type => ({ ...type, fields: type.fields }));

/** Which records a rule selects, by json-logic's truth; a record it cannot judge is a case of its own. */
function rowsOf(rule: RuleDraft, recordType: RecordType, over: readonly DataRecord[]): string {
  const verdict = validateRule(rule, recordType);
  if (!verdict.ok) throw new Error(`${JSON.stringify(rule.condition)} ${JSON.stringify(verdict.error)}`);
  const compiled = compileCondition(verdict.value, recordType);
  return over
    .map(record => compiled.test(record, clock))
    .map(tried => (tried.ok ? Number(tried.value) : 'e'))
    .join('');
}

const sorted = (uses: RuleDraft['glossary'] = []): readonly string[] => uses.map(use => JSON.stringify(use)).sort();

describe.each(types)('explanations of $name rules', recordType => {
  const records = fc.sample(arbitraryRecord(recordType), { seed: 7, numRuns: 120 });
  const withoutName = { recordType: recordType.name, name: 'r' };

  it.each(LANGUAGES)('are read back to the same rule (%s)', language => {
    fc.assert(
      fc.property(arbitraryRule(recordType), made => {
        const rule: RuleDraft = { ...withoutName, ...made };
        const { text, tokens } = explainRule(rule, recordType, language);
        const back = readExplanation(text, recordType, language);
        if (!back) throw new Error(`not read: ${text}\n${JSON.stringify(made)}`);
        const { condition, actions, glossary } = back;
        const same = canonicalCondition(rule.condition, recordType);
        expect({ text, condition: canonicalCondition(condition, recordType) }).toEqual({ text, condition: same });
        expect(actions).toEqual(made.actions);
        expect(sorted(glossary)).toEqual(sorted(made.glossary));
        expect(back.language).toBe(language);
        expect(back.tokens.map(token => token.text).join('')).toBe(tokens.map(token => token.text).join(''));
        const read: RuleDraft = { ...withoutName, condition, actions, ...(glossary && { glossary }) };
        if (rowsOf(read, recordType, records) !== rowsOf(rule, recordType, records))
          throw new Error(`other records: ${text}\n${JSON.stringify(rule.condition)}\n${JSON.stringify(condition)}`);
        if (!jsonEqual(rule.condition, condition)) {
          // Reading is settled: what was read is read back to itself.
          expect(readExplanation(explainRule(read, recordType, language).text, recordType)?.condition).toEqual(
            condition,
          );
        }
      }),
      { seed: 20_260_115, numRuns: RUNS },
    );
  });
});
