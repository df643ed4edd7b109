import { has, isBound, isFiller, isUnknown } from '../cursor';
import { opensSaying, saidTo } from '../saying';
import { fieldMention, type Parsed, type ParseState, testOn } from './parse-state';

/** "gmail in their e-mail", "the word Senior in the job title": a piece of text, with the field behind that holds it. */
export function parsePartIn(state: ParseState, at: number): Parsed | undefined {
  const { chunks } = state;
  let next = at;
  while (
    next < at + 2 &&
    has(chunks[next], 'have', 'det', 'contains') &&
    chunks[next]?.quote === undefined &&
    !has(chunks[next], 'word')
  )
    next++;
  const named = has(chunks[next], 'word') && chunks[next]?.quote === undefined;
  if (named) next++;
  const literal = chunks[next];
  if (!literal || isBound(literal)) return undefined;
  const plain = isUnknown(literal) && !literal.number && !literal.date;
  const held = /^\p{Lu}/u.test(literal.text) && literal.values.length > 0;
  if (literal.quote === undefined && !plain && !named && !held) return undefined;
  let joint = saidTo(chunks, next + 1, 'anywhere') ?? next + 1;
  while (joint < next + 3 && isFiller(chunks[joint]) && !has(chunks[joint], 'in', 'among')) joint++;
  if (!has(chunks[joint], 'among') && !opensSaying(chunks[joint], 'inside')) return undefined;
  let from = joint + 1;
  while (from < joint + 3 && has(chunks[from], 'det', 'them')) from++;
  const mention = fieldMention(state, from);
  const links = mention?.links.filter(link => link.field.type === 'text' && link.score >= 0.75) ?? [];
  // "has Pediatrics in its name": a value of another field that is looked for in the text of this one.
  const elsewhere =
    from > joint + 1 && literal.values.every(({ field }) => !mention?.links.some(link => link.field === field));
  if (literal.quote === undefined && !plain && !named && !(elsewhere && (links[0]?.score ?? 0) >= 0.9))
    return undefined;
  const after = mention && chunks[mention.to];
  const ends =
    after === undefined ||
    isBound(after) ||
    has(after, 'and', 'or', 'but', 'give', 'where', 'dash', 'if', 'in', 'then');
  if (!mention || links.length === 0 || !ends) return undefined;
  const text = literal.quote ?? literal.text;
  const meaning = testOn(state, links, at, mention.to, () => ({ is: 'text', operator: 'contains', texts: [text] }));
  return meaning && { meaning, to: mention.to };
}
