import type { Field, RecordType } from '../api/contracts';
import { labelOf } from '../catalog/label-of';
import { displayValue } from '../preview/display-value';

const MOST = 4;

/** Prompts this catalog can answer, made from its own labels and values: the first thing a new steward can press. */
export function examplePrompts(recordType: Pick<RecordType, 'name' | 'fields' | 'tagsField'>): readonly string[] {
  const tags = recordType.tagsField ?? 'tags';
  const fields = recordType.fields.filter(
    field => field.name !== tags && field.profile !== undefined && field.profile.filled > 0,
  );
  const category = fields.find(field => isCategory(field) && /country/i.test(field.name)) ?? fields.find(isCategory);
  const amount = fields.find(field => field.type === 'number' && isSpread(field));
  const gap =
    fields.find(field => field.type === 'text' && !isCategory(field) && emptyCount(field) > 0) ??
    fields.find(field => emptyCount(field) > 0);
  const date = fields.find(
    field => (field.type === 'date' || field.type === 'datetime') && typeof field.profile?.max === 'string',
  );
  const other = fields.find(field => field !== category && isCategory(field));
  const examples: string[] = [];
  if (category && amount) {
    examples.push(
      `tag records where ${words(category)} is ${value(category)} and ${words(amount)} is above ${threshold(amount)} as VIP`,
    );
  } else if (category) examples.push(`tag records where ${words(category)} is ${value(category)} as Reviewed`);
  if (gap) examples.push(`tag records where ${words(gap)} is missing as Incomplete`);
  if (date) examples.push(`show records where ${words(date)} is before ${String(date.profile?.max).slice(0, 4)}-01-01`);
  if (other) examples.push(`show records where ${words(other)} is not ${value(other)}`);
  if (amount && !category) examples.push(`show records where ${words(amount)} is above ${threshold(amount)}`);
  return examples.slice(0, MOST);
}

const words = (field: Field): string => {
  const label = labelOf(field);
  return /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
};
const emptyCount = (field: Field): number => (field.profile ? field.profile.records - field.profile.filled : 0);
const value = (field: Field): string => displayValue(field.profile?.frequent[0]?.value) ?? '';

/** Few values that come back often, short enough to say. */
function isCategory(field: Field): boolean {
  const profile = field.profile;
  const top = profile?.frequent[0];
  if (field.type !== 'text' || !profile || !top || typeof top.value !== 'string') return false;
  return (
    profile.distinct >= 2 &&
    profile.distinct <= Math.max(60, profile.records / 20) &&
    top.count >= 2 &&
    top.value.length <= 24
  );
}

function isSpread(field: Field): boolean {
  const { min, max } = field.profile ?? {};
  return typeof min === 'number' && typeof max === 'number' && max - min >= 10 && (field.profile?.distinct ?? 0) > 10;
}

/** A round number in the middle of the orders of magnitude a field has: amounts are seldom spread evenly. */
function threshold(field: Field): string {
  const { min, max } = field.profile ?? {};
  if (typeof min !== 'number' || typeof max !== 'number') return '0';
  const middle = Math.sqrt(Math.max(min, 1) * Math.max(max, 1));
  const power = 10 ** Math.floor(Math.log10(middle));
  return new Intl.NumberFormat('en').format(Math.round(middle / power) * power);
}
