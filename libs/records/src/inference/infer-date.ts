import { dateFormat, type Reading } from '@lib/rules';
import { compileDate, compileDatetime } from '../reading/read-date';
import type { Evidence, FileHints } from './evidence';
import { namesDate } from './name-hints';

const DAYS = ['DD.MM.YYYY', 'DD/MM/YYYY', 'MM/DD/YYYY', 'DD-MM-YYYY', 'MM-DD-YYYY', 'YYYY/MM/DD', 'YYYY.MM.DD'];
const NAMED = ['DD MMM YYYY', 'DD-MMM-YYYY', 'DD-MMM-YY', 'MMM DD, YYYY', 'DD. MMM YYYY'];
const SHORT = ['DD.MM.YY', 'DD/MM/YY', 'MM/DD/YY'];
const TIMES = ['', ' HH:mm', ' HH:mm:ss', ', HH:mm', ' HH:mm A', ' HH:mm:ss A'];
const FORMATS = [...[...DAYS, ...SHORT].flatMap(day => TIMES.map(time => day + time)), ...NAMED, 'YYYYMMDD'];
/** What every one of these formats looks like from afar. */
const DATED =
  /^\s*(?:\d{1,4}[./-]\s?(?:\d{1,2}|[A-Za-z]{3,})[./\s-]|\d{1,2} [A-Za-z]{3}|[A-Za-z]{3,9}\.? \d|\d{8}\s*$)/;
/** Share of the filled values that must be dates. */
const ENOUGH = 0.8;
const MAX_JUDGED = 2000;

/** The reading under which the values, or such a share of them, are days or moments; or nothing. */
export function inferDate(evidence: Evidence, hints: FileHints, enough = ENOUGH): Reading | undefined {
  if (evidence.textCount === 0) return undefined;
  const texts = [...evidence.texts].slice(0, MAX_JUDGED);
  const judged = texts.reduce((sum, [, count]) => sum + count, 0);
  const iso = isoReading(texts, judged, enough);
  if (iso) return iso;
  // Trying every format on every value is dear; most columns plainly hold no dates.
  const dated = texts.reduce((sum, [text, count]) => sum + (DATED.test(text) ? count : 0), 0);
  if (dated / judged < enough / 2) return undefined;
  const scored = FORMATS.filter(format => format !== 'YYYYMMDD' || namesDate(evidence.label))
    .map(format => ({ format, share: shareOf(texts, judged, format, enough) }))
    .filter(({ share }) => share >= enough);
  if (scored.length === 0) return undefined;
  const best = Math.max(...scored.map(({ share }) => share));
  const tied = scored.filter(({ share }) => share === best).map(({ format }) => format);
  const preferred = (hints.dayFirst ?? hints.decimalMark === ',') ? /^DD/ : /^MM/;
  const format =
    tied.length > 1 && /^..[/-]/.test(tied[0]!) ? (tied.find(one => preferred.test(one)) ?? tied[0]!) : tied[0]!;
  return { type: dateFormat(format).hasTime ? 'datetime' : 'date', dateFormat: format };
}

/** Whether these values alone say that the day comes first (or the month) where parts are set apart by `/` or `-`. */
export function clearDayFirst(evidence: Evidence): boolean | undefined {
  let votes = 0;
  for (const [text] of [...evidence.texts].slice(0, MAX_JUDGED)) {
    const found = /^\s*(\d{1,2})[/-](\d{1,2})[/-]\d{2,4}\b/.exec(text);
    if (!found) continue;
    const [first, second] = [Number(found[1]), Number(found[2])];
    if (first > 12 && first <= 31 && second <= 12) votes += 1;
    if (second > 12 && second <= 31 && first <= 12) votes -= 1;
  }
  return votes === 0 ? undefined : votes > 0;
}

function isoReading(
  texts: readonly (readonly [string, number])[],
  judged: number,
  enough: number,
): Reading | undefined {
  const readDate = compileDate({ type: 'date' });
  const readDatetime = compileDatetime({ type: 'datetime' });
  let days = 0;
  let moments = 0;
  for (const [text, count] of texts) {
    if (text.trim().length <= 10 && readDate(text) !== undefined) days += count;
    else if (readDatetime(text) !== undefined) moments += count;
  }
  if ((days + moments) / judged < enough) return undefined;
  return { type: moments > days * 0.05 ? 'datetime' : 'date' };
}

function shareOf(
  texts: readonly (readonly [string, number])[],
  judged: number,
  spelling: string,
  enough: number,
): number {
  const format = dateFormat(spelling);
  const iso = compileDatetime({ type: 'datetime' });
  let own = 0;
  let other = 0;
  let missed = 0;
  for (const [text, count] of texts) {
    const trimmed = text.trim();
    if (format.parse(trimmed)) own += count;
    else if (iso(trimmed) !== undefined) other += count;
    else if ((missed += count) / judged > 1 - enough) return 0;
  }
  return own === 0 ? 0 : (own + other) / judged;
}
