import { has, isBound } from '../cursor';
import { opensSaying, saidTo, says } from '../saying';
import { fieldMention, type Parsed, type ParseState, testOn } from './parse-state';
import { absenceOf, presenceOf } from './having';

/** "somebody left a note on the order", "used a coupon": what was done shows in its field. */
export function parseLeft(state: ParseState, at: number): Parsed | undefined {
  const { chunks } = state;
  const article = saidTo(chunks, at, 'leaves');
  if (article === undefined || !says(chunks[article], 'indefinite')) return undefined;
  const mention = fieldMention(state, article + 1);
  const links = mention?.links.filter(link => link.score >= 0.9 && link.field.type === 'text') ?? [];
  const after = mention && chunks[mention.to];
  const ends =
    after === undefined || isBound(after) || has(after, 'on', 'in', 'for', 'and', 'or', 'but', 'give', 'then', 'dash');
  if (!mention || links.length === 0 || !ends) return undefined;
  const meaning = testOn(state, links, at, mention.to, field => presenceOf(state, field));
  return meaning && { meaning, to: mention.to };
}

/** "there is anything at all in the notes", "nothing in the fax field": that a field holds something, said before its name. */
export function parseContent(state: ParseState, at: number): Parsed | undefined {
  const { chunks } = state;
  let next = at;
  while (
    next < at + 3 &&
    has(chunks[next], 'have', 'be', 'where', 'filler') &&
    !has(chunks[next], 'something', 'nothing')
  )
    next++;
  const said = chunks[next];
  const nothing = has(said, 'nothing');
  if (said?.quote !== undefined || !(nothing || has(said, 'something'))) return undefined;
  let from = next + 1;
  // "something written in the notes"
  while (from < next + 4 && has(chunks[from], 'any', 'filler', 'be', 'does', 'give') && !has(chunks[from], 'in'))
    from++;
  if (!opensSaying(chunks[from], 'inside', 'beside')) return undefined;
  from++;
  while (has(chunks[from], 'det', 'them', 'fieldWord') && from < next + 7) from++;
  const mention = fieldMention(state, from);
  const links = mention?.links.filter(link => link.score >= 0.7) ?? [];
  if (!mention || links.length === 0 || links[0]?.field.type === 'boolean') return undefined;
  const meaning = testOn(state, links, at, mention.to, field =>
    nothing ? absenceOf(state, field) : presenceOf(state, field),
  );
  return meaning && { meaning, to: mention.to };
}
