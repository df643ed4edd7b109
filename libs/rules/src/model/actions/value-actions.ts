import { actionRow, type ActionRow, type Effect } from '../action-row';
import type { JsonValue } from '../json';
import { jsonEqual } from '../json-equal';
import { valueAt, type DataRecord } from '../record';

/** Actions that give a field another value. */
export const VALUE_ACTIONS: readonly ActionRow[] = [
  actionRow({
    type: 'setValue',
    words: { en: ['set', 'change', 'make', 'update'], de: ['setzen', 'ändern'], fr: ['mettre', 'définir'] },
    phrase: { en: 'set {field} to {value}', de: '{field} auf {value} setzen', fr: 'mettre {field} à {value}' },
    parameters: [
      { name: 'field', kind: 'target' },
      { name: 'value', kind: 'value' },
    ],
    apply: ({ field, value }, record) => writing(record, field, value),
  }),
  actionRow({
    type: 'clearValue',
    words: { en: ['clear', 'empty', 'blank', 'delete', 'erase'], de: ['leeren', 'löschen'], fr: ['vider', 'effacer'] },
    phrase: { en: 'clear {field}', de: '{field} leeren', fr: 'vider {field}' },
    parameters: [{ name: 'field', kind: 'target' }],
    apply: ({ field }, record) => writing(record, field, null),
  }),
  actionRow({
    type: 'copyValue',
    words: { en: ['copy'], de: ['kopieren'], fr: ['copier'] },
    phrase: { en: 'copy {from} to {to}', de: '{from} nach {to} kopieren', fr: 'copier {from} dans {to}' },
    parameters: [
      { name: 'from', kind: 'source' },
      { name: 'to', kind: 'target' },
    ],
    apply: ({ from, to }, record) => writing(record, to, valueAt(record, from) ?? null),
  }),
];

/** The effect of writing a value: none where the record says the same already. A missing value is null. */
export function writing(record: DataRecord, path: string, to: JsonValue): readonly Effect[] {
  const from = valueAt(record, path) ?? null;
  return jsonEqual(from, to) ? [] : [{ path, from, to }];
}
