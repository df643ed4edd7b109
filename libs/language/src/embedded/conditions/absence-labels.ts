import type { Mention, ParseState } from './parse-state';
import { mentions } from '../saying';
import { wordsOf } from '../../grounding/fold';
import { fieldSays } from '../../grounding/field-senses';

/** "orders with VAT", where a yes/no field says "VAT exempt": spoken of without the word for the absence, it is there. */
export function lacksAbsence({ chunks }: ParseState, { at, to, links }: Mention): boolean {
  const field = links[0]?.field;
  if (field?.type !== 'boolean' || (links[0]?.score ?? 0) >= 0.95) return false;
  return (
    fieldSays(field, 'exempt') &&
    !chunks.slice(at, to).some(chunk => mentions(chunk, 'exempt')) &&
    wordsOf(field.label).includes(chunks[at]?.key ?? '')
  );
}
