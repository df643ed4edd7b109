import { lexiconFor } from '../explain/lexicons';
import { fieldWords } from '../explain/saying';
import { readNode } from '../json-logic/read-condition';
import { visitCondition } from '../json-logic/visit-condition';
import type { JsonValue } from '../model/json';
import type { Problem } from '../model/problem';
import { type DataRecord, isUnreadAt, valueAt } from '../model/record';
import { type Field, findField } from '../model/record-type';
import type { ValidRule } from '../model/rule';
import type { PreviewOptions } from './preview';
import type { Steps } from '../model/steps';

/** Values in the fields a rule reads that could not be read as their field's type: they make no comparison true. */
export function* unreadableValues(
  rule: ValidRule,
  sample: readonly DataRecord[],
  { recordType, language }: PreviewOptions,
): Steps<readonly Problem[]> {
  const firstUse = new Map<Field, string>();
  for (const { node, at, inElement } of visitCondition(readNode(rule.condition), '/condition')) {
    const field = node.kind === 'field' && !inElement ? findField(recordType, node.path) : undefined;
    if (field && !firstUse.has(field)) firstUse.set(field, at);
  }
  const problems: Problem[] = [];
  for (const [field, at] of firstUse) {
    yield;
    const count = sample.filter(
      record => isUnreadAt(record, field.name) || isUnreadable(valueAt(record, field.name), field),
    ).length;
    if (count === 0) continue;
    const name = fieldWords({ lexicon: lexiconFor(language), recordType }, field.name);
    const [records, have] = count === 1 ? ['record', 'has'] : ['records', 'have'];
    const message = `${count} ${records} of the sample ${have} a ${name} that is no ${field.type}: no comparison with it is true.`;
    problems.push({ severity: 'info', code: 'unreadable-values', at, message });
  }
  return problems;
}

function isUnreadable(value: JsonValue | undefined, { type }: Field): boolean {
  if (value === null || value === undefined) return false;
  switch (type) {
    case 'number':
      return typeof value !== 'number';
    case 'boolean':
      return typeof value !== 'boolean';
    case 'date':
    case 'datetime':
      return typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}/.test(value);
    case 'text':
    case 'list':
      return false;
  }
}
