import { endsClause, has } from '../../cursor';
import { absenceOf } from './having';
import { type Mention, type ParseState, type Said, saidOf } from '../parse-state';
import { negate } from '../../meaning/meaning';
import { closesSaying, mentions, says } from '../../saying';
import { wordsOf } from '../../../grounding/words/fold';
import { fieldSays, wordSays } from '../../../grounding/fields/field-senses';

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

/** "guard missing", "guard is there", where a yes/no field says "Guard installed": whether there is the thing, not what is known of it. */
export function thingThere(state: ParseState, mention: Mention, at: number): Said | undefined {
  const { chunks } = state;
  const field = mention.links[0]?.field;
  const missing = says(chunks[at], 'lacking');
  if (field?.type !== 'boolean' || !(missing || closesSaying(chunks[at], 'inPlace'))) return undefined;
  if (!missing) return saidOf(state, mention, mention.links, at + 1, () => ({ is: 'boolean', value: true }));
  const done = wordsOf(field.label).filter(word => wordSays(word, 'participle'));
  const said = chunks.slice(mention.at, mention.to).flatMap(({ key }) => key.split(' '));
  if (done.length === 0 || done.some(word => said.includes(word))) return undefined;
  const there = saidOf(state, mention, mention.links, at + 1, () => ({ is: 'boolean', value: true }));
  return there && { ...there, meaning: negate(there.meaning) };
}

/** "fax: none", "assigned to nobody": that there is none of it. */
export function noneThere(state: ParseState, mention: Mention, at: number): Said | undefined {
  const { chunks } = state;
  const said = has(chunks[at], 'colon', 'eq') ? at + 1 : at;
  const none = says(chunks[said], 'nobody', 'noneOfIt') && chunks[said]?.values.length === 0;
  if (!none || !endsClause(chunks[said + 1])) return undefined;
  return saidOf(state, mention, mention.links, said + 1, field => absenceOf(state, field));
}
