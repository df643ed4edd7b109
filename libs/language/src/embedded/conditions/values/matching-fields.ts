import { endsClause, has } from '../../cursor';
import { fieldMention, type Mention, type Parsed, type ParseState, testOn } from '../parse-state';

/** "billing country matches the shipping country": two fields of one kind that hold the same; a pattern is no field. */
export function parseMatchingField(state: ParseState, { at, links }: Mention, next: number): Parsed | undefined {
  const { chunks } = state;
  if (!has(chunks[next], 'matches') || chunks[next]?.quote !== undefined) return undefined;
  const mention = fieldMention(state, has(chunks[next + 1], 'det', 'them') ? next + 2 : next + 1);
  const other = mention?.links[0];
  if (!mention || !other || other.score < 0.85 || !endsClause(chunks[mention.to])) return undefined;
  const own = links.filter(({ field }) => field.type === other.field.type && field !== other.field);
  const meaning = testOn(state, own, at, mention.to, () => ({ is: 'field', operator: '==', other: other.field }));
  return meaning && { meaning, to: mention.to };
}
