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
  actionRow({
    type: 'fillEmpty',
    words: {
      en: ['fill', 'fill in', 'default', 'add value'],
      de: ['auffüllen', 'ergänzen', 'vorbelegen'],
      fr: ['compléter', 'remplir'],
    },
    phrase: {
      en: 'set {field} to {value} where it is empty',
      de: '{field} auf {value} setzen, wo es leer ist',
      fr: 'mettre {field} à {value} là où il est vide',
      es: 'poner {field} en {value} donde esté vacío',
      it: 'impostare {field} su {value} dove è vuoto',
      pt: 'definir {field} como {value} onde estiver vazio',
      nl: '{field} op {value} zetten waar het leeg is',
      da: 'sæt {field} til {value}, hvor det er tomt',
      zh: '在{field}为空时将其设为{value}',
      ja: '{field}が空の場合は{value}に設定する',
    },
    parameters: [
      { name: 'field', kind: 'target' },
      { name: 'value', kind: 'value' },
    ],
    apply: ({ field, value }, record) => (isEmptyValue(valueAt(record, field)) ? writing(record, field, value) : []),
  }),
  actionRow({
    type: 'moveValue',
    words: { en: ['move'], de: ['verschieben'], fr: ['déplacer'] },
    phrase: {
      en: 'move {from} to {to}',
      de: '{from} nach {to} verschieben',
      fr: 'déplacer {from} vers {to}',
      es: 'mover {from} a {to}',
      it: 'spostare {from} in {to}',
      pt: 'mover {from} para {to}',
      nl: '{from} naar {to} verplaatsen',
      da: 'flyt {from} til {to}',
      zh: '将{from}移至{to}',
      ja: '{from}を{to}へ移動する',
    },
    parameters: [
      { name: 'from', kind: 'moved' },
      { name: 'to', kind: 'target' },
    ],
    // Where there is nothing to move, nothing happens: a second run must not carry the emptiness on.
    apply: ({ from, to }, record) => {
      const value = valueAt(record, from);
      if (from === to || value === undefined || isEmptyValue(value)) return [];
      return [...writing(record, to, value), ...writing(record, from, null)];
    },
  }),
];

/** Whether a value counts as empty: missing, null, an empty text or an empty list. */
function isEmptyValue(value: JsonValue | undefined): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

/** The effect of writing a value: none where the record says the same already. A missing value is null, and what is empty cannot be emptied. */
export function writing(record: DataRecord, path: string, to: JsonValue): readonly Effect[] {
  const from = valueAt(record, path) ?? null;
  return jsonEqual(from, to) || (to === null && isEmptyValue(from)) ? [] : [{ path, from, to }];
}
