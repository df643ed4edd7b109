import { has, isBound } from '../cursor';
import { type Mention, type ParseState, raise } from './parse-state';
import { raiseUnknown } from './values/value-list';

/** A field with something unsaid or vague: remembered as a question to ask. */
export function parseUnfinished(state: ParseState, mention: Mention, at: number): undefined {
  const { chunks } = state;
  const chunk = chunks[at];
  const fields = mention.links.map(link => link.field);
  const field = fields[0];
  if (!chunk || !field || state.question) return undefined;
  if (has(chunk, 'vague', 'vagueSmall') && isBound(chunks[at + 1]))
    raise(state, at, {
      kind: 'vague',
      word: chunk.text,
      fields: fields.slice(0, 1),
      small: has(chunk, 'vagueSmall'),
    });
  else if (
    at > mention.to &&
    chunk.roles.length === 0 &&
    chunk.fields.length === 0 &&
    chunk.values.length === 0 &&
    chunk.date === undefined &&
    field.type === 'text'
  ) {
    raiseUnknown(state, at, field, chunk.text);
  }
  return undefined;
}
