import { dateFormat, type DateParts, type Field, type JsonValue, type Reading } from '@lib/rules';
import { separatorOf } from '../reading/read-value';

/**
 * A read value as the text its field is written in (decimal comma, `31.12.2025`, ja/nein, separator, unit), so that
 * reading the text gives the value again. `before` is the text it replaces, whose habits it follows.
 */
export function writeValue(field: Field, value: JsonValue, before = ''): string {
  if (value === null) return '';
  const reading: Reading = { ...field.reading, type: field.type };
  switch (typeof value) {
    case 'string':
      return writeText(reading, value);
    case 'number':
      return writeNumber(reading, value, before);
    case 'boolean':
      return (value ? reading.trueWords?.[0] : reading.falseWords?.[0]) ?? writtenBoolean(reading, value);
    default:
      if (!Array.isArray(value)) return JSON.stringify(value);
      return writeList(reading, value as readonly JsonValue[], before);
  }
}

/** Whether values of a field come as text even where a format has types of its own, as its reading shows. */
export function comesAsText(field: Field): boolean {
  const { decimalMark, unit, dateFormat: format, trueWords, listSeparator } = field.reading;
  return decimalMark === ',' || [unit, format, trueWords, listSeparator].some(hint => hint !== undefined);
}

/** A field that knows only one word leaves the other side blank. */
function writtenBoolean(reading: Reading, value: boolean): string {
  return reading.trueWords || reading.falseWords ? '' : String(value);
}

function writeText(reading: Reading, value: string): string {
  if ((reading.type !== 'date' && reading.type !== 'datetime') || !reading.dateFormat) return value;
  const found = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}):(\d{2})(\.\d+)?Z)?$/.exec(value);
  if (!found) return value;
  const [year, month, day, hour, minute, second] = found.slice(1, 7).map(part => Number(part ?? 0));
  const parts = { year, month, day, hour, minute, second } as DateParts;
  const format = dateFormat(reading.dateFormat);
  const text = format.write(parts);
  const again = format.parse(text);
  // What the format cannot say (seconds, a far year) is written in ISO, which every date field reads.
  const same = again && (Object.keys(parts) as (keyof DateParts)[]).every(part => again[part] === parts[part]);
  return same && !found[7] ? text : value;
}

function writeNumber(reading: Reading, value: number, before: string): string {
  const decimalMark = reading.decimalMark ?? '.';
  const [whole = '', fraction] = String(value).split('.');
  const group = /\d([.,'\u2019 \u00a0\u2009\u202f])\d{3}(?!\d)/.exec(before)?.[1];
  const grouped =
    group && group !== decimalMark && /^-?\d+$/.test(whole) ? whole.replace(/\B(?=(?:\d{3})+$)/g, group) : whole;
  const text = fraction === undefined ? grouped : `${grouped}${decimalMark}${fraction}`;
  return reading.type === 'number' && reading.unit ? withUnit(text, reading.unit, before) : text;
}

function withUnit(text: string, unit: string, before: string): string {
  const place = before.indexOf(unit);
  if (place >= 0) {
    const leads = place <= 1 && /\d/.test(before.slice(place + unit.length));
    const gap = leads
      ? (/^\s*/.exec(before.slice(place + unit.length))?.[0] ?? '')
      : (/\s*$/.exec(before.slice(0, place))?.[0] ?? '');
    return leads ? leadWith(unit + gap, text) : text + gap + unit;
  }
  // A value stands without its unit where the others do too.
  if (/\d/.test(before)) return text;
  if (/^[$£¥]$/.test(unit)) return leadWith(unit, text);
  return /^[%‰°]$/.test(unit) ? text + unit : `${text} ${unit}`;
}

function leadWith(unit: string, text: string): string {
  return text.startsWith('-') ? `-${unit}${text.slice(1)}` : unit + text;
}

function writeList(reading: Reading, list: readonly JsonValue[], before: string): string {
  const separator = separatorOf(reading, before);
  const spaced = before.includes(`${separator} `);
  return list
    .map(element => (typeof element === 'string' ? element : JSON.stringify(element)))
    .join(spaced ? `${separator} ` : separator);
}
