import { endsClause, has, isBound, isField } from '../cursor';
import { fieldMention, type Parsed, type ParseState, testOn } from './parse-state';
import type { Chunk } from '../../grounding/link-words';

/** "blank zone: tag X", "if empty phone": all that is said is that it is empty. */
const opensOwn = (chunks: readonly Chunk[], at: number): boolean =>
  at === 0 || isBound(chunks[at - 1]) || has(chunks[at - 1], 'if', 'and', 'or', 'noun', 'for', 'det');

/** "wem aus Deutschland fehlt noch die Telefonnummer", "bij wie ontbreekt het e-mailadres": what is not there stands behind its verb. */
export function parseMissingBehind(state: ParseState, at: number): Parsed | undefined {
  const { chunks } = state;
  const verb = chunks[at];
  if (!has(verb, 'empty') || has(verb, 'without') || verb?.quote !== undefined || verb?.values.length || isField(verb))
    return undefined;
  const bare = isField(chunks[at + 1]) && opensOwn(chunks, at);
  if (!bare && (!has(chunks[at + 1], 'det') || isField(chunks[at + 1]))) return undefined;
  const from = bare ? at + 1 : at + 2;
  const mention = fieldMention(state, from);
  if (!mention || (chunks[from]?.values.length ?? 0) > 0) return undefined;
  if (!endsClause(chunks[mention.to])) return undefined;
  const meaning = testOn(state, mention.links, at, mention.to, () => ({ is: 'empty' }));
  return meaning && { meaning, to: mention.to };
}
