import { has, isBound, isField } from '../cursor';
import { fieldMention, type Parsed, type ParseState, testOn } from './parse-state';

/** "wem aus Deutschland fehlt noch die Telefonnummer", "bij wie ontbreekt het e-mailadres": what is not there stands behind its verb. */
export function parseMissingBehind(state: ParseState, at: number): Parsed | undefined {
  const { chunks } = state;
  const verb = chunks[at];
  if (!has(verb, 'empty') || has(verb, 'without') || verb?.quote !== undefined || verb?.values.length || isField(verb))
    return undefined;
  if (!has(chunks[at + 1], 'det') || isField(chunks[at + 1])) return undefined;
  const mention = fieldMention(state, at + 2);
  const after = mention && chunks[mention.to];
  if (!mention || (chunks[at + 2]?.values.length ?? 0) > 0) return undefined;
  if (after && !isBound(after) && !has(after, 'and', 'or', 'then', 'but')) return undefined;
  const meaning = testOn(state, mention.links, at, mention.to, () => ({ is: 'empty' }));
  return meaning && { meaning, to: mention.to };
}
