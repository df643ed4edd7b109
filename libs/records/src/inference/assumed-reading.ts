import type { Reading } from '@lib/rules';
import { compileValue, UNREADABLE } from '../reading/read-value';
import type { Evidence } from './evidence';
import { clearDecimalMark } from './infer-number';

/** What the values of a field did not say by themselves, and how they were taken. */
export interface Assumed {
  readonly about: 'day-order' | 'decimal-mark';
  /** The date format, or the decimal mark, they are read with. */
  readonly taken: string;
  /** The one that would fit them as well. */
  readonly other: string;
  /** A value that would be another with it, and what it is read as. */
  readonly example: string;
  readonly readAs: string | number;
}

const MAX_JUDGED = 2000;

/** "01/02/2026" and "1.234" can be read in two ways: what was taken for granted where no value of the field tells them apart. */
export function assumedReading(evidence: Evidence, reading: Reading): Assumed | undefined {
  const found = otherWay(reading);
  if (!found || (found.about === 'decimal-mark' && clearDecimalMark(evidence) !== undefined)) return undefined;
  const [read, readOther] = [compileValue(reading), compileValue(found.reading)];
  let differing: Pick<Assumed, 'example' | 'readAs'> | undefined;
  for (const [text] of [...evidence.texts].slice(0, MAX_JUDGED)) {
    const [value, other] = [read(text), readOther(text)];
    // One value that fits but one of them says which it is.
    if ((value === UNREADABLE) !== (other === UNREADABLE)) return undefined;
    if (value === other || value === UNREADABLE || differing) continue;
    if (typeof value === 'string' || typeof value === 'number') differing = { example: text.trim(), readAs: value };
  }
  const { about, taken, other } = found;
  return differing && { about, taken, other, ...differing };
}

function otherWay(reading: Reading): (Pick<Assumed, 'about' | 'taken' | 'other'> & { reading: Reading }) | undefined {
  if (reading.type === 'number') {
    const taken = reading.decimalMark ?? '.';
    const other = taken === '.' ? ',' : '.';
    return { about: 'decimal-mark', taken, other, reading: { ...reading, decimalMark: other } };
  }
  const taken = reading.dateFormat;
  const other = taken?.replace(/^(DD|MM)([/-])(DD|MM)/, '$3$2$1');
  if (taken === undefined || other === undefined || taken === other) return undefined;
  return { about: 'day-order', taken, other, reading: { ...reading, dateFormat: other } };
}
