import { fieldsReadBy, fieldsWrittenBy } from '../model/action-fields';
import { FLAGS_FIELD } from '../model/actions/tag-actions';
import { tagsFieldOf, type RecordType } from '../model/record-type';
import type { ValidRule } from '../model/rule';
import { operationOf, readNode } from '../json-logic/read-condition';
import { visitCondition } from '../json-logic/visit-condition';

/** A place rules meet at: a field, or one value of a list field that is written value by value. */
export interface Touch {
  readonly path: string;
  /** The tag, where only one is concerned. */
  readonly tag?: string;
  /** For a write: whether the tag is added or removed. */
  readonly removes?: boolean;
}

/** What a rule's condition and actions read. */
export function readsOf(rule: ValidRule): readonly Touch[] {
  const reads: Touch[] = [];
  const readTags = new Set<string>();
  for (const { node, at, inElement } of visitCondition(readNode(rule.condition), '')) {
    if (inElement) continue;
    if (node.kind === 'operation' && (node.operator === 'in' || node.operator === 'contains')) {
      const [list, value] = node.operator === 'in' ? [node.operands[1], node.operands[0]] : node.operands;
      if (list?.kind === 'field' && value?.kind === 'literal' && typeof value.value === 'string') {
        reads.push({ path: list.path, tag: value.value });
        readTags.add(`${at}/${node.operator}/${node.operator === 'in' ? 1 : 0}`);
      }
    } else if (node.kind === 'field' && !readTags.has(at)) reads.push({ path: node.path });
    else if (node.kind === 'logic') reads.push(...namesIn(node.logic).map(path => ({ path })));
  }
  reads.push(...rule.actions.flatMap(fieldsReadBy).map(path => ({ path })));
  return reads;
}

/** What a rule's actions write. */
export function writesOf(rule: ValidRule, recordType: RecordType): readonly Touch[] {
  return rule.actions.flatMap((action): readonly Touch[] => {
    switch (action.type) {
      case 'addTag':
      case 'removeTag':
        return [{ path: tagsFieldOf(recordType), tag: action.value.trim(), removes: action.type === 'removeTag' }];
      case 'flag':
        return [{ path: FLAGS_FIELD, tag: action.reason.trim(), removes: false }];
      default:
        return fieldsWrittenBy(action, recordType).map(path => ({ path }));
    }
  });
}

/** Whether two touches meet: one path within the other, and no different tags. Tags are read without case by some operators. */
export function meets(a: Touch, b: Touch): boolean {
  const [short, long] = a.path.length <= b.path.length ? [a.path, b.path] : [b.path, a.path];
  if (long !== short && !long.startsWith(`${short}.`)) return false;
  return a.tag === undefined || b.tag === undefined || a.tag.toLowerCase() === b.tag.toLowerCase();
}

function namesIn(logic: Parameters<typeof operationOf>[0]): readonly string[] {
  const operation = operationOf(logic);
  if (operation?.operator !== 'missing' && operation?.operator !== 'missing_some') return [];
  return operation.operands.flat().filter(operand => typeof operand === 'string');
}
