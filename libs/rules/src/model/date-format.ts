const PART = /YYYY|YY|MMM|MM|DD|HH|mm|ss|A/g;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_NAMES = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The parts of an instant, as a format names them. */
export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** Longest format worth reading. */
const MAX_FORMAT_LENGTH = 40;

/** What is wrong with a format as a way to read dates; undefined where it says year, month and day, each part once. */
export function dateFormatFault(spelling: string): string | undefined {
  if (spelling.length > MAX_FORMAT_LENGTH) return `it is longer than ${MAX_FORMAT_LENGTH} characters`;
  const kinds = (spelling.match(PART) ?? []).map(part => (part.startsWith('Y') ? 'Y' : part.slice(0, 2)));
  if (new Set(kinds).size < kinds.length) return 'it names a part twice';
  return ['Y', 'MM', 'DD'].every(kind => kinds.includes(kind)) ? undefined : 'it must name year, month and day';
}

/** How dates of one format are read and written: `parse(write(parts))` gives the same parts. */
export interface DateFormat {
  readonly hasTime: boolean;
  parse(text: string): DateParts | undefined;
  write(parts: DateParts): string;
}

const formats = new Map<string, DateFormat>();

/** The format spelled in the letters `YYYY MM DD HH mm ss` (also `YY`, `MMM` for English month names, `A` for AM/PM). */
export function dateFormat(spelling: string): DateFormat {
  let format = formats.get(spelling);
  if (!format) {
    format = compileFormat(spelling);
    if (formats.size < 1000) formats.set(spelling, format);
  }
  return format;
}

function compileFormat(spelling: string): DateFormat {
  const parts: string[] = [];
  let pattern = '';
  let at = 0;
  for (const found of spelling.matchAll(PART)) {
    pattern += escapeText(spelling.slice(at, found.index)) + patternOf(found[0], spelling);
    parts.push(found[0]);
    at = found.index + found[0].length;
  }
  const regexp = new RegExp(`^${pattern}${escapeText(spelling.slice(at))}$`, 'i');
  return {
    hasTime: parts.includes('HH'),
    parse: text => {
      const found = regexp.exec(text);
      if (!found) return undefined;
      const read = { year: 1970, month: 1, day: 1, hour: 0, minute: 0, second: 0 };
      for (const [index, part] of parts.entries()) setPart(read, part, found[index + 1]!);
      return isReal(read) ? read : undefined;
    },
    write: date => spelling.replace(PART, part => writePart(date, part, spelling.includes('A'))),
  };
}

function patternOf(part: string, spelling: string): string {
  const compact = /^[A-Za-z]+$/.test(spelling);
  if (part === 'YYYY') return '(\\d{4})';
  if (part === 'MMM') return `(${MONTHS.join('|')})[a-z]*\\.?`;
  if (part === 'A') return '([ap])\\.?m\\.?';
  return compact || part === 'YY' || part === 'mm' || part === 'ss' ? '(\\d{2})' : '(\\d{1,2})';
}

function escapeText(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/ +/g, '[ \\u00a0]+');
}

function setPart(parts: { -readonly [key in keyof DateParts]: number }, part: string, text: string): void {
  switch (part) {
    case 'YYYY':
      parts.year = Number(text);
      break;
    case 'YY':
      // The usual window: 1970 to 2069.
      parts.year = Number(text) + (Number(text) < 70 ? 2000 : 1900);
      break;
    case 'MMM':
      parts.month = MONTHS.indexOf(text.toLowerCase()) + 1;
      break;
    case 'MM':
      parts.month = Number(text);
      break;
    case 'DD':
      parts.day = Number(text);
      break;
    case 'HH':
      parts.hour = Number(text);
      break;
    case 'mm':
      parts.minute = Number(text);
      break;
    case 'ss':
      parts.second = Number(text);
      break;
    default:
      if (parts.hour > 12 || parts.hour === 0) parts.hour = 99;
      else parts.hour = (parts.hour % 12) + (text.toLowerCase() === 'p' ? 12 : 0);
  }
}

function writePart(date: DateParts, part: string, twelveHours: boolean): string {
  switch (part) {
    case 'YYYY':
      return String(date.year).padStart(4, '0');
    case 'YY':
      return two(date.year % 100);
    case 'MMM':
      return MONTH_NAMES[date.month - 1]!;
    case 'MM':
      return two(date.month);
    case 'DD':
      return two(date.day);
    case 'HH':
      return two(twelveHours ? ((date.hour + 11) % 12) + 1 : date.hour);
    case 'mm':
      return two(date.minute);
    case 'ss':
      return two(date.second);
    default:
      return date.hour < 12 ? 'AM' : 'PM';
  }
}

function two(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether the calendar and the clock have such a moment. */
export function isReal({ year, month, day, hour, minute, second }: DateParts): boolean {
  if (month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 59) return false;
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day <= DAYS[month - 1]! + (leap ? 1 : 0);
}

/** `2024-05-01` */
export function isoDate(parts: DateParts): string {
  return `${String(parts.year).padStart(4, '0')}-${two(parts.month)}-${two(parts.day)}`;
}

/** `2024-05-01T10:00:00Z` */
export function isoDatetime(parts: DateParts): string {
  return `${isoDate(parts)}T${two(parts.hour)}:${two(parts.minute)}:${two(parts.second)}Z`;
}
