import { type Mention, type ParseState, type Said, saidOf } from './parse-state';
import { negate } from '../meaning';
import { mentions, says } from '../saying';
import { wordsOf } from '../../grounding/fold';
import { fieldSays, wordSays } from '../../grounding/field-senses';

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

/** "guard missing", where a yes/no field says "Guard installed": the thing is not there, whatever is known of it. */
export function thingMissing(state: ParseState, mention: Mention, at: number): Said | undefined {
  const { chunks } = state;
  const field = mention.links[0]?.field;
  if (field?.type !== 'boolean' || !says(chunks[at], 'lacking')) return undefined;
  const done = wordsOf(field.label).filter(word => wordSays(word, 'participle'));
  const said = chunks.slice(mention.at, mention.to).flatMap(({ key }) => key.split(' '));
  if (done.length === 0 || done.some(word => said.includes(word))) return undefined;
  const there = saidOf(state, mention, mention.links, at + 1, () => ({ is: 'boolean', value: true }));
  return there && { ...there, meaning: negate(there.meaning) };
}
