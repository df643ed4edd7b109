import type { Mention, ParseState } from './parse-state';
import { wordsOf } from '../../grounding/fold';

const ABSENCE = /\b(exempt|exempted|exemption|waived|free|excluded)\b/;

/** "orders with VAT", where a yes/no field says "VAT exempt": spoken of without the word for the absence, it is there. */
export function lacksAbsence({ chunks }: ParseState, { at, to, links }: Mention): boolean {
  const field = links[0]?.field;
  if (field?.type !== 'boolean' || (links[0]?.score ?? 0) >= 0.95) return false;
  const said = chunks
    .slice(at, to)
    .map(chunk => chunk.key)
    .join(' ');
  return (
    ABSENCE.test(field.label.toLowerCase()) &&
    !ABSENCE.test(said) &&
    wordsOf(field.label).includes(chunks[at]?.key ?? '')
  );
}
