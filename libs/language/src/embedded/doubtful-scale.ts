import type { Action, JsonLogic } from '@lib/rules';
import { isMoneyField } from './conditions/main-amount';
import { testsOf } from './meaning';
import { askRule } from './questions';
import type { Reading } from './readings';
import { writeCondition } from './write-condition';
import type { Grounding } from '../grounding/link-words';
import { say } from '../grounding/messages';
import type { Question, TranslationRequest } from '../translator';

/** "a limit of 50" where values are in the thousands: 50 or 50 thousand? */
export function doubtfulScale(
  reading: Reading,
  request: TranslationRequest,
  actions: readonly Action[],
  grounding: Grounding,
): Question | undefined {
  for (const { test, field } of testsOf(reading.meaning)) {
    if (test.is !== 'compare' || test.value <= 0 || test.value >= 1000) continue;
    const held = request.sample
      .map(record => record[field.name])
      .filter((value): value is number => typeof value === 'number');
    const thousands = test.value * 1000;
    const [least, most] = [Math.min(...held), Math.max(0, ...held)];
    const none = test.operator === '==' && reading.rows?.length === 0;
    // "salaries over 45": far below all there are, where 45 thousand lies among them.
    const more = test.operator === '>' || test.operator === '>=';
    const all = more && isMoneyField(field, grounding) && least >= 100 * test.value && least < thousands;
    if (!((none || all) && most >= thousands) && !(isGrouped(request.text, test.value) && most >= 100 * test.value))
      continue;
    const conditions: JsonLogic[] = [test.value, thousands].map(value =>
      writeCondition({ kind: 'test', field, test: { ...test, value }, score: 1, spans: [] }),
    );
    const asked = say(request.language, 'orThousand', field.label, String(test.value));
    return askRule(asked, conditions, actions, request);
  }
  return undefined;
}

/** "45.000": three digits behind a point are thousands to many people, and a fraction to others. */
const isGrouped = (text: string, value: number): boolean =>
  [...text.matchAll(/(?<![\d.,])\d{1,3}[.,]\d{3}(?![\d.,]*\d)/g)].some(
    ([written]) => Number(written.replace(',', '.')) === value,
  );
