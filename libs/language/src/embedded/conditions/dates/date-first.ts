import type { Field } from '@lib/rules';
import { has, isBound, isFiller } from '../../cursor';
import { asDate, backOf, compareDate, fromTo, isMoving, relationOf, spanTest } from './date-tests';
import { comparatorOf, readSuffix } from '../operands';
import { fieldMention, ownDate, type Parsed, type ParseState, testOn } from '../parse-state';
import type { FieldLink } from '../../../grounding/fields/field-index';
import type { Chunk } from '../../../grounding/link-words';
import { DATE_TYPES } from '../../../grounding/fields/date-field';

/** The date field named right behind a date ("vor 2015 eingestellt"), unless something else is said of it. */
function fieldBehind(
  state: ParseState,
  at: number,
): { readonly links: readonly FieldLink[]; readonly to: number } | undefined {
  const { chunks } = state;
  let next = at;
  while (next < at + 4 && isFiller(chunks[next]) && !isBound(chunks[next]) && !dated(state, next)) next++;
  if (!dated(state, next)) return undefined;
  const mention = fieldMention(state, next);
  const links = mention?.links.filter(link => DATE_TYPES.includes(link.field.type) && link.score >= 0.6) ?? [];
  const first = mention?.links[0];
  if (!mention || !first || first.field.name !== links[0]?.field.name) return undefined;
  let after = mention.to;
  while (after < mention.to + 3 && has(chunks[after], 'be', 'filler') && !isBound(chunks[after])) after++;
  const own = chunks[after];
  const saysMore = own && (own.date ?? own.duration ?? relationOf(own) ?? comparatorOf(own)) !== undefined;
  return saysMore ? undefined : { links, to: mention.to };
}

const dated = (state: ParseState, at: number): boolean =>
  (state.chunks[at]?.fields ?? []).some(link => DATE_TYPES.includes(link.field.type) && link.score >= 0.6);

/** "seit über zwei Jahren nicht verifiziert", "más de 90 días sin iniciar sesión", "langer dan een jaar niet onderhouden": the last time is longer ago. */
function parseNotForLong(state: ParseState, at: number): Parsed | undefined {
  const { chunks } = state;
  if (!has(chunks[at], 'since', 'gt', 'gte', 'older', 'longerThan')) return undefined;
  let next = at + 1;
  while (next < at + 3 && has(chunks[next], 'gt', 'gte', 'older', 'det', 'filler') && !chunks[next]?.duration) next++;
  const date = chunks[next]?.date;
  const span = date ? undefined : chunks[next]?.duration;
  // "seit März keine Wartung": since a day, no longer than that.
  const since = date && has(chunks[at], 'since') ? date.start : undefined;
  const to = span ? { offset: `-${span.iso}` } : since;
  if (!to || !has(chunks[next + 1], 'not', 'never', 'without', 'no')) return undefined;
  const target = fieldBehind(state, next + 2);
  const test = target && testOn(state, target.links, at, target.to, () => ({ is: 'date', to }));
  return test && { meaning: test, to: target.to };
}

/** "15 years or more with the company": a length of time, and what has gone on for it. */
function parseSoLong(state: ParseState, at: number, negated: boolean): Parsed | undefined {
  const { duration } = state.chunks[at] ?? {};
  const suffix = duration && readSuffix(state.chunks, at + 1);
  const target = suffix && fieldBehind(state, suffix.to);
  const test =
    target &&
    testOn(state, target.links, at, target.to, field =>
      spanTest(field, undefined, duration?.iso ?? 'P0D', negated, suffix.operator),
    );
  if (test || !suffix || !duration) return test && { meaning: test, to: target.to };
  // "10日以上オープンのまま": a state that has lasted so long, as the record has.
  const held = state.chunks[suffix.to];
  const own = held?.values.some(({ field, score }) => field.type === 'text' && score >= 0.8)
    ? ownDate(state)
    : undefined;
  const lasted =
    own &&
    testOn(state, [{ field: own, score: 0.75 }], at, suffix.to, field =>
      spanTest(field, undefined, duration.iso, negated, suffix.operator),
    );
  return lasted && { meaning: lasted, to: suffix.to };
}

const edgeBehind = (chunk: Chunk | undefined): 'since' | 'until' | undefined =>
  has(chunk, 'orMore') ? 'since' : has(chunk, 'orLess') ? 'until' : undefined;

/** "seit mehr als 10 Tagen offen": a state that records hold, whatever day a word for it hints at. */
const holdsState = (chunk: Chunk | undefined): boolean =>
  (chunk?.values[0]?.score ?? 0) > (chunk?.fields[0]?.score ?? 0);

/** "12月生まれ": a month without its year is of this year or the one beside, which no day of birth is meant by. */
const bornOn = ({ grounding }: ParseState, field: Field | undefined): boolean =>
  grounding.fields.ofConcept('birth').some(link => link.field === field);

/** A date before the word it belongs to: "vor 2015 eingestellt", "tussen 1980 en 1989 geboren", "30日以内に注文された". */
export function parseDateFirst(state: ParseState, at: number, negated: boolean): Parsed | undefined {
  const { chunks } = state;
  const opener = chunks[at];
  if (!opener || opener.quote !== undefined || dated(state, at) || opener.fields.length > 0) return undefined;
  const notForLong = parseNotForLong(state, at);
  if (notForLong) return notForLong;
  const spread = has(opener, 'between', 'from');
  const relation = relationOf(opener);
  const operator = comparatorOf(opener);
  const leads = relation !== undefined || spread || has(opener, 'in', 'on', 'within', 'of', 'for');
  const long = opener.date ? undefined : parseSoLong(state, at, negated);
  if (long) return long;
  if (!opener.date && !leads) return undefined;
  let next = opener.date ? at : at + 1;
  while (!opener.date && next < at + 3 && has(chunks[next], 'det', 'filler') && !asDate(chunks[next])) next++;
  const chunk = chunks[next];
  const date = asDate(chunk);
  if (!date) {
    if (operator === undefined || operator === '!=' || !chunk?.duration) return undefined;
    const target = holdsState(chunks[next + 1]) ? undefined : fieldBehind(state, next + 1);
    const { iso } = chunk.duration;
    const test = target && testOn(state, target.links, at, target.to, field => spanTest(field, opener, iso, negated));
    return test && target && { meaning: test, to: target.to };
  }
  const joint = (spread || date === opener.date) && has(chunks[next + 1], 'and', 'to', 'dash', 'until');
  // "tra il 1980 e il 1989"
  const second = has(chunks[next + 2], 'det') && !chunks[next + 2]?.date ? next + 3 : next + 2;
  const high = joint ? asDate(chunks[second]) : undefined;
  // "sinds 2020 aangenomen": a word that opens a range may say "since" as well.
  if (spread && !high && relation === undefined) return undefined;
  // "2019 or earlier installed"
  const suffix = high || !opener.date ? undefined : edgeBehind(chunks[next + 1]);
  const target = fieldBehind(state, high ? second + 1 : suffix ? next + 2 : next + 1);
  if (!target || (date.yearless && bornOn(state, target.links[0]?.field))) return undefined;
  const said = isMoving(date) && operator !== undefined && !has(opener, 'before', 'after', 'since', 'until');
  const test = testOn(state, target.links, at, target.to, field =>
    high
      ? fromTo(field, date, high)
      : compareDate(field, said ? backOf(operator) : (suffix ?? (opener.date ? undefined : relation) ?? 'on'), date),
  );
  return test && { meaning: test, to: target.to };
}
