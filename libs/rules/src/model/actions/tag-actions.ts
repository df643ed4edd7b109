import { actionRow, type ActionContext, type ActionRow, type Effect } from '../action-row';
import type { DataRecord } from '../record';
import { valueAt } from '../record';
import { findField, tagsFieldOf } from '../record-type';
import { hasTag, tagsIn } from '../tags';

/** Where the reasons of `flag` are kept: a list beside the tags, so that every reason is a change of its own. */
export const FLAGS_FIELD = 'flags';

/** Actions on lists of words: tags, and the reasons a record was flagged for. */
export const TAG_ACTIONS: readonly ActionRow[] = [
  actionRow({
    type: 'addTag',
    words: { en: ['tag', 'add tag', 'label', 'mark', 'categorise'], de: ['markieren', 'taggen'], fr: ['étiqueter'] },
    phrase: { en: 'add tag {value}', de: 'Tag {value} hinzufügen', fr: "ajouter l'étiquette {value}" },
    parameters: [{ name: 'value', kind: 'word' }],
    list: 'tags',
    apply: ({ value }, record, context) => adding(record, tagsFieldOf(context.recordType), value, context),
  }),
  actionRow({
    type: 'removeTag',
    words: { en: ['remove tag', 'untag', 'drop tag'], de: ['Tag entfernen'], fr: ["retirer l'étiquette"] },
    phrase: { en: 'remove tag {value}', de: 'Tag {value} entfernen', fr: "retirer l'étiquette {value}" },
    parameters: [{ name: 'value', kind: 'word' }],
    list: 'tags',
    apply: ({ value }, record, context) => {
      const path = tagsFieldOf(context.recordType);
      const tag = value.trim();
      return hasTag(listAt(record, path, context), tag) ? [{ path, remove: tag }] : [];
    },
  }),
  actionRow({
    type: 'removeAllTags',
    words: {
      en: ['remove all tags', 'clear tags', 'untag completely'],
      de: ['alle Tags entfernen'],
      fr: ['retirer toutes les étiquettes'],
    },
    phrase: {
      en: 'remove all tags',
      de: 'alle Tags entfernen',
      fr: 'retirer toutes les étiquettes',
      es: 'quitar todas las etiquetas',
      it: 'rimuovere tutte le etichette',
      pt: 'remover todas as etiquetas',
      nl: 'alle tags verwijderen',
      da: 'fjern alle tags',
      zh: '移除所有标签',
      ja: 'すべてのタグを削除する',
    },
    parameters: [],
    list: 'tags',
    apply: (_action, record, context) => emptying(record, tagsFieldOf(context.recordType), context),
  }),
  actionRow({
    type: 'flag',
    words: { en: ['flag', 'flag for review', 'report'], de: ['melden'], fr: ['signaler'] },
    phrase: { en: 'flag for review as {reason}', de: 'zur Prüfung melden als {reason}', fr: 'signaler comme {reason}' },
    parameters: [{ name: 'reason', kind: 'word' }],
    list: 'flags',
    apply: ({ reason }, record, context) => adding(record, FLAGS_FIELD, reason, context),
  }),
];

function adding(record: DataRecord, path: string, value: string, context: ActionContext): readonly Effect[] {
  const tag = value.trim();
  return hasTag(listAt(record, path, context), tag) ? [] : [{ path, add: tag }];
}

/** One change per tag, as if each had been removed; a list that also holds what is no text is emptied as a whole. */
function emptying(record: DataRecord, path: string, context: ActionContext): readonly Effect[] {
  const tags = listAt(record, path, context);
  const texts = tags.filter(tag => typeof tag === 'string');
  if (texts.length < tags.length) return [{ path, from: valueAt(record, path) ?? null, to: [] }];
  return [...new Set(texts.map(tag => tag.trim()))].map(remove => ({ path, remove }));
}

function listAt(record: DataRecord, path: string, { recordType, run }: ActionContext): ReturnType<typeof tagsIn> {
  const value = valueAt(record, path);
  if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
    return run.stop('not-writable', `"${path}" holds no list.`);
  }
  return tagsIn(value, findField(recordType, path)?.reading.listSeparator);
}
