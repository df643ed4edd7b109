import type { Field } from '@lib/rules';
import { has } from '../../cursor';
import { closesSaying, says } from '../../saying';
import { wordsOf } from '../../../grounding/words/fold';
import { wordSays } from '../../../grounding/fields/field-senses';
import type { Chunk, Grounding } from '../../../grounding/link-words';

/** "the date", where records keep several days and none of them is called just that: any may be meant. */
export const isUntoldDay = (chunk: Chunk | undefined, { columns: { dates } }: Grounding): boolean =>
  chunk !== undefined && isDateWord(chunk) && dates.length > 1 && !dates.some(isJustDate);

const isDateWord = (chunk: Chunk): boolean =>
  chunk.quote === undefined &&
  !chunk.date &&
  chunk.values.length === 0 &&
  (says(chunk, 'dateWord') || (has(chunk, 'on') && closesSaying(chunk, 'dateWord')));

/** "Date", "Datum": a day that is called no more than that. */
const isJustDate = ({ label }: Field): boolean =>
  wordsOf(label).length === 1 && wordSays(wordsOf(label)[0] ?? '', 'dateWord');
