import { endsClause, has, isBound, isField } from '../../cursor';
import { absenceOf } from './having';
import { join, type Meaning } from '../../meaning/meaning';
import { fieldMention, type Parsed, type ParseState, testOn } from '../parse-state';
import type { Chunk } from '../../../grounding/link-words';

/** "blank zone: tag X", "if empty phone": all that is said is that it is empty. */
const opensOwn = (chunks: readonly Chunk[], at: number): boolean =>
  at === 0 ||
  isBound(chunks[at - 1]) ||
  has(chunks[at - 1], 'if', 'and', 'amp', 'or', 'noun', 'for', 'det', 'except', 'have');

/** "tracking code …, except empty codes": what is named short is the field that was spoken of, where the word may mean it. */
function spokenOf(
  { chunks, lastField }: ParseState,
  mention: ReturnType<typeof fieldMention>,
  at: number,
): ReturnType<typeof fieldMention> {
  const [best] = mention?.links ?? [];
  const last = chunks[at]?.fields.find(({ field }) => field === lastField);
  const short = best !== undefined && best.score < NAMED && best.field !== lastField;
  return mention && last && short ? { ...mention, links: [{ ...last, score: best.score }] } : mention;
}

/** A field by its own name. */
const NAMED = 0.95;

/** "wem aus Deutschland fehlt noch die Telefonnummer", "bij wie ontbreekt het e-mailadres": what is not there stands behind its verb. */
export function parseMissingBehind(state: ParseState, at: number): Parsed | undefined {
  const { chunks } = state;
  // "with nothing paid"
  if (has(chunks[at], 'have') && has(chunks[at + 1], 'nothing') && !isField(chunks[at]))
    return parseMissingBehind(state, at + 1);
  const verb = chunks[at];
  if (!has(verb, 'empty') || has(verb, 'without') || verb?.quote !== undefined || verb?.values.length || isField(verb))
    return undefined;
  const bare = isField(chunks[at + 1]) && opensOwn(chunks, at);
  if (!bare && (!has(chunks[at + 1], 'det') || isField(chunks[at + 1]))) return undefined;
  const from = bare ? at + 1 : at + 2;
  const mention = spokenOf(state, fieldMention(state, from), from);
  if (!mention || (chunks[from]?.values.length ?? 0) > 0) return undefined;
  if (!endsClause(chunks[mention.to])) return undefined;
  // "nothing paid": of an amount that may be 0 it is none.
  const none = has(verb, 'nothing');
  const meaning = testOn(state, mention.links, at, mention.to, field =>
    none ? absenceOf(state, field) : { is: 'empty' },
  );
  return meaning && withOthersMissing(state, { meaning, to: mention.to });
}

/** "mancano telefono e fax", "ontbreekt het telefoonnummer of het adres": the verb goes for each field that is named behind it. */
function withOthersMissing(state: ParseState, first: Parsed): Parsed {
  const { chunks } = state;
  const items: Meaning[] = [first.meaning];
  let { to } = first;
  let any = false;
  while (has(chunks[to], 'and', 'or', 'comma') && chunks[to]?.quote === undefined) {
    let next = has(chunks[to], 'comma') && has(chunks[to + 1], 'and', 'or') ? to + 2 : to + 1;
    const either = chunks.slice(to, next).some(joint => has(joint, 'or') && !has(joint, 'and'));
    while (next < to + 4 && has(chunks[next], 'det', 'fieldWord') && !isField(chunks[next])) next++;
    const mention = isField(chunks[next]) && chunks[next]?.values.length === 0 ? fieldMention(state, next) : undefined;
    const ends = mention && endsClause(chunks[mention.to]) && !has(chunks[mention.to], 'have', 'where');
    const other = ends ? testOn(state, mention.links, next, mention.to, () => ({ is: 'empty' })) : undefined;
    if (!mention || !other) break;
    items.push(other);
    any ||= either;
    to = mention.to;
  }
  return items.length === 1 ? first : { meaning: join(any ? 'or' : 'and', items) ?? first.meaning, to };
}
