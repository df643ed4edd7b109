import { actionRow, type ActionRow, type Effect } from '../action-row';
import type { JsonValue } from '../json';
import { valueAt, type DataRecord } from '../record';
import { composed } from '../same-text';
import { rewriting } from './text-actions';
import { writing } from './value-actions';

/** Actions that put in order what stands there already; run twice they change nothing more. */
export const TIDY_ACTIONS: readonly ActionRow[] = [
  actionRow({
    type: 'removeLineBreaks',
    words: {
      en: ['remove line breaks', 'join lines', 'put on one line'],
      de: ['Zeilenumbrüche entfernen'],
      fr: ['supprimer les sauts de ligne'],
    },
    phrase: {
      en: 'remove line breaks from {field}',
      de: 'Zeilenumbrüche aus {field} entfernen',
      fr: 'supprimer les sauts de ligne de {field}',
      es: 'quitar los saltos de línea de {field}',
      it: 'rimuovere le interruzioni di riga da {field}',
      pt: 'remover as quebras de linha de {field}',
      nl: 'regeleinden uit {field} verwijderen',
      da: 'fjern linjeskift fra {field}',
      zh: '移除{field}中的换行',
      ja: '{field}から改行を取り除く',
    },
    parameters: [{ name: 'field', kind: 'target' }],
    targets: ['text'],
    // Lines are joined by one blank, so that the last word of one and the first of the next stay two words.
    apply: ({ field }, record) =>
      rewriting(record, field, text => {
        const lines = text.split(LINE_BREAK);
        return lines.length === 1 ? text : joinedLines(lines);
      }),
  }),
  actionRow({
    type: 'collapseBlanks',
    words: {
      en: ['collapse blanks', 'collapse spaces', 'remove double spaces', 'squeeze blanks'],
      de: ['doppelte Leerzeichen entfernen', 'Leerzeichen zusammenfassen'],
      fr: ['réduire les espaces'],
    },
    phrase: {
      en: 'collapse blanks in {field}',
      de: 'Leerzeichen in {field} zusammenfassen',
      fr: 'réduire les espaces multiples de {field}',
      es: 'reducir los espacios repetidos de {field}',
      it: 'ridurre gli spazi ripetuti in {field}',
      pt: 'reduzir os espaços repetidos de {field}',
      nl: 'herhaalde spaties in {field} samenvoegen',
      da: 'saml gentagne mellemrum i {field}',
      zh: '合并{field}中的连续空格',
      ja: '{field}の連続する空白を一つにまとめる',
    },
    parameters: [{ name: 'field', kind: 'target' }],
    targets: ['text'],
    // Tabs and no-break spaces are blanks too; line breaks are not.
    apply: ({ field }, record) => rewriting(record, field, text => text.replace(BLANKS, ' ')),
  }),
  actionRow({
    type: 'uniqueValues',
    words: {
      en: ['unique values', 'remove duplicates from', 'deduplicate'],
      de: ['doppelte Werte entfernen', 'eindeutige Werte'],
      fr: ['dédoublonner', 'valeurs uniques'],
    },
    phrase: {
      en: 'keep each value of {field} once',
      de: 'jeden Wert von {field} nur einmal behalten',
      fr: 'garder chaque valeur de {field} une seule fois',
      es: 'conservar cada valor de {field} una sola vez',
      it: 'mantenere ogni valore di {field} una sola volta',
      pt: 'manter cada valor de {field} uma só vez',
      nl: 'elke waarde van {field} één keer behouden',
      da: 'behold hver værdi i {field} én gang',
      zh: '{field}中的每个值只保留一次',
      ja: '{field}の各値を一度だけ残す',
    },
    parameters: [{ name: 'field', kind: 'target' }],
    targets: ['list'],
    apply: ({ field }, record, { run }) => {
      const list = valueAt(record, field);
      if (!Array.isArray(list)) return [];
      run.step(1 + list.length);
      return uniquely(record, field, list as readonly JsonValue[]);
    },
  }),
];

// CR LF, LF, CR, and the breaks Unicode names: next line, line and paragraph separator, vertical tab, form feed.
const LINE_BREAK = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;
const BLANKS = /[\t\p{Zs}]+/gu;

/** The lines with one blank between, blanks that stood around the breaks gone; the outer ends stay as they are. */
function joinedLines(lines: readonly string[]): string {
  const last = lines.length - 1;
  const trimmed = lines.map((line, i) => (i === 0 ? line.trimEnd() : i === last ? line.trimStart() : line.trim()));
  return trimmed.filter(line => line !== '').join(' ');
}

/** The first of each value stays; texts are the same when they differ in outer blanks only. */
function uniquely(record: DataRecord, field: string, list: readonly JsonValue[]): readonly Effect[] {
  const seen = new Set<string>();
  const kept = list.filter(value => {
    const key = JSON.stringify(typeof value === 'string' ? composed(value.trim()) : value);
    return !seen.has(key) && seen.add(key) !== undefined;
  });
  return kept.length === list.length ? [] : writing(record, field, kept);
}
