import { endsClause, has, isBound } from '../../cursor';
import { opensSaying, saidTo, says } from '../../saying';
import { fieldMention, type Parsed, type ParseState, testOn } from '../parse-state';
import { absenceOf, presenceOf } from './having';

/** "somebody left a note on the order", "used a coupon": what was done shows in its field. */
export function parseLeft(state: ParseState, at: number): Parsed | undefined {
  const { chunks } = state;
  const led = saidTo(chunks, at, 'leaves');
  if (!says(chunks[led ?? at], 'indefinite')) return undefined;
  const mention = fieldMention(state, (led ?? at) + 1);
  const links = mention?.links.filter(link => link.score >= 0.9 && link.field.type === 'text') ?? [];
  const to = mention && (led === undefined ? doneBehind(state, mention.to) : mention.to);
  if (to === undefined) return undefined;
  const ends = endsClause(chunks[to], 'on', 'in', 'for');
  if (!mention || links.length === 0 || !ends) return undefined;
  const meaning = testOn(state, links, at, to, field => presenceOf(state, field));
  return meaning && { meaning, to };
}

/** "eine Notiz hinterlassen hat", "een notitie heeft achtergelaten": where clauses close with their verb, it stands behind the field. */
function doneBehind({ chunks, grounding }: ParseState, at: number): number | undefined {
  if (!grounding.lexicons[0]?.verbLastInClauses) return undefined;
  const helps = (i: number): boolean => has(chunks[i], 'have', 'be') && !isBound(chunks[i]);
  const to = saidTo(chunks, helps(at) ? at + 1 : at, 'leaves');
  return to !== undefined && helps(to) ? to + 1 : to;
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
  if (!opensSaying(chunks[from], 'inside', 'beside') && !has(chunks[from], 'among')) return undefined;
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
