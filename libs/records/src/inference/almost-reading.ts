import type { FieldType, JsonValue, Reading } from '@lib/rules';
import { compileValue, UNREADABLE } from '../reading/read-value';
import type { Evidence, FileHints } from './evidence';
import { inferDate } from './infer-date';
import { isQuantity } from './infer-number';
import { inferReading } from './infer-reading';

/** How a text field would be read but for a few of its values. */
export interface AlmostReading {
  readonly type: FieldType;
  /** Whether a value is one of those few. */
  isOdd(value: JsonValue): boolean;
}

/** Share of the filled values that must agree before the others are the odd ones. */
const MOST = 0.6;
const FEWEST = 2;

/** The reading that most values of a text field share, where they do. */
export function almostReading(evidence: Evidence, hints: FileHints | undefined): AlmostReading | undefined {
  const reading = almostNumber(evidence, hints) ?? almostDate(evidence, hints);
  return reading && { type: reading.type, isOdd: isOddFor(reading) };
}

/** What the values that look like quantities are read as by themselves: "n/k" and "007" among them are the odd ones. */
function almostNumber(evidence: Evidence, hints: FileHints | undefined): Reading | undefined {
  const texts = new Map([...evidence.texts].filter(([text]) => isQuantity(text)));
  const textCount = total(texts);
  const kept = textCount + evidence.numbers;
  if (!areMost(kept, evidence)) return undefined;
  const reading = inferReading({ ...evidence, texts, textCount, booleans: 0, lists: 0, objects: 0 }, hints);
  return reading.type === 'text' || reading.type === 'list' ? undefined : reading;
}

/** What most values are days of, though too few for all to be read so: "soon" and 30 February are the odd ones. */
function almostDate(evidence: Evidence, hints: FileHints | undefined): Reading | undefined {
  const reading = inferDate(evidence, hints ?? {}, MOST);
  if (!reading) return undefined;
  const isOdd = isOddFor(reading);
  const kept = total(new Map([...evidence.texts].filter(([text]) => !isOdd(text))));
  return areMost(kept, evidence) ? reading : undefined;
}

/** Whether so many values are most of the filled ones, yet not all. */
function areMost(kept: number, { textCount, numbers, booleans, lists, objects }: Evidence): boolean {
  const filled = textCount + numbers + booleans + lists + objects;
  return kept >= Math.max(FEWEST, filled * MOST) && kept < filled;
}

const total = (texts: ReadonlyMap<string, number>): number =>
  [...texts.values()].reduce((sum, count) => sum + count, 0);

function isOddFor(reading: Reading): AlmostReading['isOdd'] {
  const read = compileValue(reading);
  return value => read(value) === UNREADABLE;
}
