import type { Field } from '@lib/rules';
import { has, isField } from '../../cursor';
import { asDate, compareDate, fromTo, isMoving, openEnd } from './date-tests';
import type { Meaning, TestMeaning } from '../../meaning/meaning';
import { comparatorOf } from '../operands';
import { type Mention, type ParseState, type Said, testOn } from '../parse-state';
import type { DateLiteral } from '../../../grounding/dates/dates';
import type { FieldLink } from '../../../grounding/fields/field-index';
import type { Chunk } from '../../../grounding/link-words';

/** A date right behind the field: on that day, in that year, in the last 30 days. */
export function parseOnDate(
  state: ParseState,
  mention: Mention,
  links: readonly FieldLink[],
  at: number,
  date: DateLiteral,
  negated: boolean,
): Said | undefined {
  const { chunks } = state;
  const moving = isMoving(date);
  let to = at + 1;
  let test: (field: Field) => TestMeaning['test'] = field => compareDate(field, 'on', date);
  let absorbed = false;
  const told = openEnd(date, chunks[to]);
  const open = told ?? fromThenOn(chunks, at, date);
  if (open) {
    test = field => compareDate(field, open, date);
    if (told) to++;
  } else if (has(chunks[to], 'to', 'dash', 'until') && asDate(chunks[to + 1])) {
    const high = asDate(chunks[to + 1]) as DateLiteral;
    test = field => fromTo(field, date, high);
    to += 2;
  } else if (negated && (date.window === 'past' || moving)) {
    // "not ordered in the last year": the last one is longer ago; who never did is not meant.
    test = () => ({ is: 'date', to: date.start });
    absorbed = true;
  } else if (endsWithUntil(state, mention)) test = field => compareDate(field, 'until', date);
  else if (moving) test = field => compareDate(field, 'on', date);
  const meaning = testOn(state, links, mention.at, to, test);
  return meaning && orOtherDates(state, links, { meaning, to, absorbed });
}

/** "hire date from 2020-10-01": from then on, though nothing says until when. */
function fromThenOn(chunks: readonly Chunk[], at: number, { grain, start }: DateLiteral): 'since' | undefined {
  if (!has(chunks[at - 1], 'from') || has(chunks[at + 1], 'to', 'dash', 'until', 'lte')) return undefined;
  return grain === 'day' && 'iso' in start && isField(chunks[at - 2]) ? 'since' : undefined;
}

/** "due by Friday": the words that name the field end with the one for until when. */
function endsWithUntil({ chunks, grounding }: ParseState, { to }: Mention): boolean {
  const words = chunks[to - 1]?.key.split(' ') ?? [];
  return words.length > 1 && (grounding.lexicons[0]?.roles.get(words.at(-1) ?? '')?.includes('until') ?? false);
}

/** "in 2018 or 2019", "this year or last year": each of them will do. */
function orOtherDates(state: ParseState, links: readonly FieldLink[], first: Said): Said {
  const items: Meaning[] = [first.meaning];
  let to = first.to;
  for (;;) {
    let next = to;
    while (has(state.chunks[next], 'or', 'comma', 'in', 'on') && next < to + 3 && !state.chunks[next]?.date) next++;
    const date = next > to && has(state.chunks[to], 'or', 'comma') ? state.chunks[next]?.date : undefined;
    const follow = state.chunks[next + 1];
    const stands = follow === undefined || !(follow.number || follow.fields.length > 0 || comparatorOf(follow));
    const test = date && stands && testOn(state, links, next, next + 1, field => compareDate(field, 'on', date));
    if (!test) break;
    items.push(test);
    to = next + 1;
  }
  return items.length > 1 ? { ...first, meaning: { kind: 'or', items }, to } : first;
}
