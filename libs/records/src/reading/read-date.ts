import { dateFormat, type DateParts, isoDate, isoDatetime, isReal, type Reading } from '@lib/rules';

const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const ISO_DATETIME =
  /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(\.\d{1,9})?)?\s?(Z|[+-]\d{2}(?::?\d{2})?)?$/i;
/** A day as programs export it that know only moments. */
const MIDNIGHT = /^(\d{4})-(\d{2})-(\d{2})[T ]00:00(?::00(?:\.0+)?)?Z?$/;
const UTC = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?Z$/;

/** ISO date text of a value, or `undefined`. ISO dates are read whatever the format says. */
export function compileDate(reading: Reading): (text: string) => string | undefined {
  const format = reading.dateFormat ? dateFormat(reading.dateFormat) : undefined;
  return text => {
    const trimmed = text.trim();
    const iso = ISO_DATE.exec(trimmed);
    if (iso) return isReal(partsOf(iso)) ? trimmed : undefined;
    const moment = MIDNIGHT.exec(trimmed);
    if (moment) return isReal(partsOf(moment)) ? trimmed.slice(0, 10) : undefined;
    const parts = format?.parse(trimmed);
    return parts && isoDate(parts);
  };
}

/**
 * UTC text (`…Z`) of a value, or `undefined`. A time without a zone is UTC; a date without a time is its first moment.
 * Text that already is UTC stays as it is.
 */
export function compileDatetime(reading: Reading): (text: string) => string | undefined {
  const format = reading.dateFormat ? dateFormat(reading.dateFormat) : undefined;
  return text => {
    const trimmed = text.trim();
    const iso = ISO_DATETIME.exec(trimmed);
    if (iso) {
      if (!isReal(partsOf(iso))) return undefined;
      return UTC.test(trimmed) ? trimmed : toUtc(iso);
    }
    const day = ISO_DATE.exec(trimmed);
    if (day) return isReal(partsOf(day)) ? `${trimmed}T00:00:00Z` : undefined;
    const parts = format?.parse(trimmed);
    return parts && isoDatetime(parts);
  };
}

function partsOf(found: RegExpExecArray): DateParts {
  return {
    year: Number(found[1]),
    month: Number(found[2]),
    day: Number(found[3]),
    hour: Number(found[4] ?? 0),
    minute: Number(found[5] ?? 0),
    second: Number(found[6] ?? 0),
  };
}

function toUtc(found: RegExpExecArray): string | undefined {
  const fraction = found[7] ?? '';
  const zone = found[8] ?? 'Z';
  const offset = /^z$/i.test(zone) ? 0 : offsetMinutes(zone);
  if (offset === undefined) return undefined;
  const parts = partsOf(found);
  const moment = new Date(0);
  moment.setUTCFullYear(parts.year, parts.month - 1, parts.day);
  moment.setUTCHours(parts.hour, parts.minute - offset, parts.second);
  const text = moment.toISOString();
  // Years outside 0000–9999 do not compare as text.
  return /^\d{4}-/.test(text) ? `${text.slice(0, 19)}${fraction}Z` : undefined;
}

function offsetMinutes(zone: string): number | undefined {
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(3).replace(':', '') || 0);
  if (hours > 14 || minutes > 59) return undefined;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}
