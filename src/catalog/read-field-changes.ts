import { fail, FIELD_TYPES, hasHiddenCharacter, isWellFormed, ok, type Problem, type Result } from '@lib/rules';

import type { FieldChange } from './record-type-change';

type Check = (value: unknown) => boolean;

const isText: Check = value => typeof value === 'string' && value.length <= 1000 && isWellFormed(value);
const isWords: Check = value => Array.isArray(value) && value.length <= 200 && value.every(isText);
const isFlag: Check = value => typeof value === 'boolean';
const isOneOf =
  (words: readonly unknown[]): Check =>
  value =>
    words.includes(value);

const READING: Readonly<Record<string, Check>> = {
  type: isOneOf(FIELD_TYPES),
  decimalMark: isOneOf(['.', ',']),
  unit: isText,
  dateFormat: value => typeof value === 'string' && /^[YMDHhms .,/:T-]{4,30}$/.test(value),
  trueWords: isWords,
  falseWords: isWords,
  emptyWords: isWords,
  listSeparator: value => typeof value === 'string' && value.length > 0 && value.length <= 10,
};

const FIELD: Readonly<Record<string, Check>> = {
  name: isText,
  remove: isOneOf([true]),
  label: value => isText(value) && !hasHiddenCharacter(value as string),
  type: isOneOf(FIELD_TYPES),
  description: isText,
  unit: value => value === null || isText(value),
  synonyms: isWords,
  nullable: isFlag,
  writable: isFlag,
  sensitivity: isOneOf(['none', 'personal']),
  reading: isObject,
};

/** Reads what a request says about fields; each mistake with its place. */
export function readFieldChanges(values: readonly unknown[]): Result<readonly FieldChange[], readonly Problem[]> {
  const problems: Problem[] = [];
  const wrong = (at: string, message: string) => problems.push({ severity: 'error', code: 'bad-field', at, message });
  const checkEach = (
    members: Record<string, unknown>,
    checks: Readonly<Record<string, Check>>,
    at: string,
    unknown: (name: string) => string,
  ): void => {
    for (const [name, item] of Object.entries(members)) {
      const check = Object.hasOwn(checks, name) ? checks[name] : undefined;
      if (!check) wrong(`${at}/${name}`, unknown(name));
      else if (!check(item)) wrong(`${at}/${name}`, `"${name}" is not as expected.`);
    }
  };
  const noReading = (name: string) => `A reading has no "${name}"; it has ${Object.keys(READING).join(', ')}.`;
  values.forEach((value, index) => {
    if (!isObject(value) || typeof value['name'] !== 'string')
      return wrong(`/fields/${index}`, 'A change of a field is an object with the name of the field.');
    checkEach(value, FIELD, `/fields/${index}`, name => `"${name}" cannot be changed.`);
    const { reading } = value;
    if (isObject(reading)) checkEach(reading, READING, `/fields/${index}/reading`, noReading);
  });
  return problems.length > 0 ? fail(problems) : ok(values as readonly FieldChange[]);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
