import { readCondition } from '../json-logic/read-condition';
import type { JsonLogic } from '../model/json';
import type { RecordType } from '../model/record-type';
import { lexiconFor } from './lexicons';
import { sayCondition } from './say-condition';
import { type Explanation, textOfTokens } from './token';

/** A condition by itself in words, as it stands inside the sentence of a rule. Undefined where it is beyond all bounds. */
export function explainCondition(
  condition: JsonLogic,
  recordType: RecordType,
  language?: string,
): Explanation | undefined {
  const read = readCondition(condition);
  if (!read.ok) return undefined;
  const tokens = sayCondition({ lexicon: lexiconFor(language), recordType }, read.value, '/condition');
  return { text: textOfTokens(tokens), tokens };
}
