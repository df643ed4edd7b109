import type { FieldType, JsonValue, Reading } from '@lib/rules';
import { compileValue, UNREADABLE } from '../reading/read-value';
import type { Evidence, FileHints } from './evidence';
import { isDated } from './infer-date';
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
  const { texts, textCount, numbers, booleans, lists, objects } = evidence;
  const filled = textCount + numbers + booleans + lists + objects;
  for (const looksRight of [isQuantity, isDated]) {
    const kept = new Map([...texts].filter(([text]) => looksRight(text)));
    const keptCount = [...kept.values()].reduce((sum, count) => sum + count, 0);
    const own = looksRight === isQuantity ? numbers : 0;
    if (keptCount + own < Math.max(FEWEST, filled * MOST) || keptCount + own === filled) continue;
    const agreeing = {
      ...evidence,
      texts: kept,
      textCount: keptCount,
      numbers: own,
      booleans: 0,
      lists: 0,
      objects: 0,
    };
    const reading = inferReading(agreeing, hints);
    if (reading.type !== 'text' && reading.type !== 'list') return { type: reading.type, isOdd: isOddFor(reading) };
  }
  return undefined;
}

function isOddFor(reading: Reading): AlmostReading['isOdd'] {
  const read = compileValue(reading);
  return value => read(value) === UNREADABLE;
}
