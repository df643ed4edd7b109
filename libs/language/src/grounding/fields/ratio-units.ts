import type { Field, RecordType } from '@lib/rules';
import { wordSays } from './field-senses';
import { wordsOf } from '../words/fold';
import { stem } from '../words/stem';

/** A number counted for one of something: "vehicles/day", or a "Price per kg" in money. */
export interface RatioUnit {
  readonly field: Field;
  /** What is counted, by the stem of its word; missing where only the label says for what. */
  readonly of?: string;
  /** For one of what. */
  readonly per: string;
}

const known = new WeakMap<RecordType, readonly RatioUnit[]>();

/** The number fields that are counted so, by their units or their labels. */
export function ratioUnits(recordType: RecordType): readonly RatioUnit[] {
  let found = known.get(recordType);
  if (!found) {
    const numbers = recordType.fields.filter(({ type }) => type === 'number');
    known.set(recordType, (found = numbers.flatMap(ratioOf)));
  }
  return found;
}

function ratioOf(field: Field): readonly RatioUnit[] {
  const unit = field.unit ?? field.reading.unit ?? '';
  const [of, per, ...more] = unit.split(/[/\u2044\u2215]/u).map(part => wordsOf(part));
  const [counted] = of ?? [];
  if (of?.length === 1 && counted !== undefined && per?.length === 1 && per[0] !== undefined && more.length === 0)
    return [{ field, of: stem(counted), per: per[0] }];
  const words = wordsOf(field.label);
  const at = words.findIndex((word, i) => i > 0 && i === words.length - 2 && wordSays(word, 'perWord'));
  const last = at > 0 ? words.at(-1) : undefined;
  return last === undefined ? [] : [{ field, per: last }];
}
