import { actionRow, type ActionRow } from '../action-row';
import { dateFormat, isoDate, isoDatetime } from '../date-format';
import { plainNumber } from '../plain-number';
import { valueAt } from '../record';
import { findField, type FieldType } from '../record-type';
import { writing } from './value-actions';

/** Texts longer than this are no dates and no numbers. */
const MAX_LENGTH = 100;

/** Actions that write what people wrote in their own way in the one way programs read. What cannot be read stays as it is. */
export const NORMALISE_ACTIONS: readonly ActionRow[] = [
  actionRow({
    type: 'normaliseDate',
    words: {
      en: ['normalise date', 'normalize date', 'standardise date', 'read as a date'],
      de: ['Datum vereinheitlichen', 'Datum normalisieren'],
      fr: ['normaliser la date'],
    },
    phrase: {
      en: 'read {field} as a date written {dateFormat}',
      de: '{field} als Datum der Form {dateFormat} lesen',
      fr: 'lire {field} comme une date écrite {dateFormat}',
      es: 'leer {field} como fecha escrita {dateFormat}',
      it: 'leggere {field} come data scritta {dateFormat}',
      pt: 'ler {field} como data escrita {dateFormat}',
      nl: '{field} lezen als datum in de vorm {dateFormat}',
      da: 'læs {field} som en dato skrevet {dateFormat}',
      zh: '将{field}按{dateFormat}格式读作日期',
      ja: '{field}を{dateFormat}形式の日付として読む',
    },
    parameters: [
      { name: 'field', kind: 'target' },
      { name: 'dateFormat', kind: 'date-format' },
    ],
    targets: ['text', 'date', 'datetime'],
    apply: ({ field, dateFormat: format }, record, { recordType }) => {
      const text = valueAt(record, field);
      if (typeof text !== 'string' || text.length > MAX_LENGTH) return [];
      const date = normalDate(text, format, findField(recordType, field)?.type);
      return date === undefined ? [] : writing(record, field, date);
    },
  }),
  actionRow({
    type: 'normaliseNumber',
    words: {
      en: ['normalise number', 'normalize number', 'standardise number', 'read as a number'],
      de: ['Zahl vereinheitlichen', 'Zahl normalisieren'],
      fr: ['normaliser le nombre'],
    },
    phrase: {
      en: 'read {field} as a number with the decimal mark {decimalMark}',
      de: '{field} als Zahl mit dem Dezimalzeichen {decimalMark} lesen',
      fr: 'lire {field} comme un nombre au séparateur décimal {decimalMark}',
      es: 'leer {field} como número con el separador decimal {decimalMark}',
      it: 'leggere {field} come numero con il separatore decimale {decimalMark}',
      pt: 'ler {field} como número com o separador decimal {decimalMark}',
      nl: '{field} lezen als getal met het decimaalteken {decimalMark}',
      da: 'læs {field} som et tal med decimaltegnet {decimalMark}',
      zh: '将{field}读作以{decimalMark}为小数点的数字',
      ja: '{field}を小数点{decimalMark}の数値として読む',
    },
    parameters: [
      { name: 'field', kind: 'target' },
      { name: 'decimalMark', kind: 'choice', choices: ['.', ','] },
    ],
    targets: ['text', 'number'],
    apply: ({ field, decimalMark }, record, { recordType }) => {
      const text = valueAt(record, field);
      if (typeof text !== 'string' || text.length > MAX_LENGTH) return [];
      const plain = plainNumber(text, decimalMark);
      if (plain === undefined) return [];
      if (findField(recordType, field)?.type !== 'number') return writing(record, field, stable(plain, decimalMark));
      const number = Number(plain);
      return Math.abs(number) <= Number.MAX_SAFE_INTEGER ? writing(record, field, number) : [];
    },
  }),
];

const ISO = /^\d{4}-\d{2}-\d{2}(T|$)/;

function normalDate(text: string, format: string, type: FieldType | undefined): string | undefined {
  if (ISO.test(text)) return undefined;
  const read = dateFormat(format);
  const parts = read.parse(text.trim());
  if (!parts) return undefined;
  if (type === 'date') return isoDate(parts);
  return type === 'datetime' || read.hasTime ? isoDatetime(parts) : isoDate(parts);
}

/** A text that reads as itself the next time: three decimals could be taken for thousands, so they get a fourth. */
function stable(plain: string, decimalMark: '.' | ','): string {
  const again = plainNumber(plain, decimalMark);
  return again === undefined || again === plain ? plain : `${plain}0`;
}
