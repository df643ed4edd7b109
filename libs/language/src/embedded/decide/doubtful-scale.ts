import { type Action, type Field, type JsonLogic, valueAt } from '@lib/rules';
import { isMoneyField } from '../conditions/numbers/main-amount';
import { testsOf } from '../meaning/meaning';
import { askRule, askRules } from './questions';
import type { Reading } from '../meaning/readings';
import { writeCondition } from '../meaning/write-condition';
import type { Grounding } from '../../grounding/link-words';
import { say } from '../../grounding/messages';
import type { Question, TranslationRequest } from '../../translator';

/** "a limit of 50", "set the limit to 50.000" where values are in the thousands: 50 or 50 thousand? */
export const doubtfulScale = (
  reading: Reading,
  request: TranslationRequest,
  actions: readonly Action[],
  grounding: Grounding,
): Question | undefined =>
  doubtfulLimit(reading, request, actions, grounding) ?? doubtfulValue(reading, request, actions);

function doubtfulLimit(
  reading: Reading,
  request: TranslationRequest,
  actions: readonly Action[],
  grounding: Grounding,
): Question | undefined {
  for (const { test, field } of testsOf(reading.meaning)) {
    if (test.is !== 'compare' || test.value <= 0 || test.value >= 1000) continue;
    const thousands = test.value * 1000;
    const [least, most] = reachOf(field, request);
    const none = test.operator === '==' && reading.rows?.length === 0;
    // "salaries over 45": far below all there are, where 45 thousand lies among them.
    const more = test.operator === '>' || test.operator === '>=';
    const all = more && isMoneyField(field, grounding) && least >= 100 * test.value && least < thousands;
    if (!((none || all) && most >= thousands) && !(isGrouped(request.text, test.value) && most >= 100 * test.value))
      continue;
    const conditions: JsonLogic[] = [test.value, thousands].map(value =>
      writeCondition({ kind: 'test', field, test: { ...test, value }, score: 1, spans: [] }),
    );
    return askRule(orThousand(field, test.value, request), conditions, actions, request);
  }
  return undefined;
}

/** A value to be set is asked about only where it is written with a mark that may part thousands. */
function doubtfulValue(
  { condition }: Reading,
  request: TranslationRequest,
  actions: readonly Action[],
): Question | undefined {
  for (const action of actions) {
    if (action.type !== 'setValue' || typeof action.value !== 'number') continue;
    const { value } = action;
    const field = request.recordType.fields.find(({ name }) => name === action.field);
    if (!field || !isGrouped(request.text, value) || reachOf(field, request)[1] < 100 * value) continue;
    const rules = [value, value * 1000].map(meant => ({
      condition,
      actions: actions.map(other => (other === action ? { ...action, value: meant } : other)),
    }));
    return askRules(orThousand(field, value, request), rules, request);
  }
  return undefined;
}

const orThousand = (field: Field, value: number, request: TranslationRequest): string =>
  say(request.language, 'orThousand', field.label, String(value));

/** The least and the most of the sample's numbers. */
function reachOf(field: Field, request: TranslationRequest): readonly [number, number] {
  const held = request.sample
    .map(record => valueAt(record, field.name))
    .filter((value): value is number => typeof value === 'number');
  return [Math.min(...held), Math.max(0, ...held)];
}

/** "45.000": three digits behind a point are thousands to many people, and a fraction to others. */
const isGrouped = (text: string, value: number): boolean =>
  [...text.matchAll(/(?<![\d.,])\d{1,3}[.,]\d{3}(?![\d.,]*\d)/g)].some(
    ([written]) => Number(written.replace(',', '.')) === value,
  );
