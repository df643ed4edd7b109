import { operationOf, readNode } from '../../json-logic/read-condition';
import { visitCondition } from '../../json-logic/visit-condition';
import type { JsonLogic } from '../../model/json';
import { composed } from '../../model/same-text';

/** A place of the record a condition looks at: all of it, a path, or whether a list at a path holds one word. */
export interface Read {
  /** Absent where any part of the record may be read. */
  readonly path?: string;
  /** In NFC, trimmed and in lower case: no other word of the list makes a difference. */
  readonly word?: string;
}

const COMPUTED: ReadonlySet<string> = new Set(['var', 'missing', 'missing_some']);

/** Everything a condition reads of a record; elements of its lists are read through the list. */
export function readsOfCondition(condition: JsonLogic): readonly Read[] {
  const reads: Read[] = [];
  const words = new Set<string>();
  for (const { node, at, inElement } of visitCondition(readNode(condition), '')) {
    if (inElement) continue;
    if (node.kind === 'operation' && (node.operator === 'in' || node.operator === 'contains')) {
      const listAt = node.operator === 'in' ? 1 : 0;
      const list = node.operands[listAt];
      const word = node.operands[1 - listAt];
      if (list?.kind !== 'field' || list.fallback !== undefined || word?.kind !== 'literal') continue;
      if (typeof word.value !== 'string' || word.value.trim() === '') continue;
      reads.push({ path: list.path, word: foldedWord(word.value) });
      words.add(`${at}/${node.operator}/${listAt}`);
    } else if (node.kind === 'field') {
      if (!words.has(at)) reads.push({ path: node.path });
    } else if (node.kind === 'logic' && COMPUTED.has(operationOf(node.logic)?.operator ?? 'var')) return [{}];
  }
  return reads;
}

/** A word as reads and writes of lists are compared: operators compare in NFC and may ignore capitals, and writing trims. */
export function foldedWord(word: string): string {
  return composed(word).trim().toLowerCase();
}
