import type { Field } from '@lib/rules';
import { endsClause, has } from '../../cursor';
import { allowedTo, boundSaid } from '../bound-nouns';
import { FACTORS, isPartOf } from './parts';
import { fieldMention, linksOfTypes, type ParseState } from '../parse-state';
import { wordsOf } from '../../../grounding/words/fold';
import type { Chunk } from '../../../grounding/link-words';
import { isGeneralWord } from '../../../grounding/fields/general-words';
import { stem } from '../../../grounding/words/stem';
import { isDateField } from '../../../grounding/fields/date-field';
import { fieldSays } from '../../../grounding/fields/field-senses';
import type { Sense } from '../../../grounding/senses';

/** "its maximum" behind "panel size", or what is allowed, is the "max panel": the number that bounds another and shares a word with it. */
function boundOf(
  { chunks, grounding }: ParseState,
  at: number,
  of: Field,
): { readonly field: Field; readonly to: number } | undefined {
  const allowed = allowedTo(chunks, at);
  const named = allowed === undefined ? boundSaid(chunks[at]) : 'upperBound';
  const field = named && of.type === 'number' ? siblingOf(grounding.columns.numbers, of, named) : undefined;
  return field && { field, to: allowed ?? allowedTo(chunks, at + 1) ?? at + 1 };
}

/** "the last" behind "the next service" is the "last service": the day that shares a word with it and lies on that side of now. */
function otherTurnOf({ chunks, grounding }: ParseState, at: number, of: Field): Field | undefined {
  const turn = has(chunks[at], 'last') ? 'passed' : has(chunks[at], 'next') ? 'ahead' : undefined;
  const alone = !chunks[at]?.date && chunks[at]?.fields.length === 0 && endsClause(chunks[at + 1], 'be', 'ones');
  return turn && alone && isDateField(of) ? siblingOf(grounding.columns.dates, of, turn) : undefined;
}

/** The one field beside another that its name shares a word with, and that is called so. */
function siblingOf(fields: readonly Field[], of: Field, called: Sense): Field | undefined {
  const wordsIn = (field: Field): readonly string[] => [...wordsOf(field.label), ...wordsOf(field.name)];
  const own = new Set(
    wordsIn(of)
      .filter(word => !isGeneralWord(word))
      .map(stem),
  );
  const found = fields.filter(
    field => field.name !== of.name && fieldSays(field, called) && wordsIn(field).some(word => own.has(stem(word))),
  );
  return found.length === 1 ? found[0] : undefined;
}

/** "cost", "double the cost", "1.5 times the cost" behind a comparison; `of` is the field that is compared. */
export function readFieldOperand(
  state: ParseState,
  at: number,
  of?: Field,
): { readonly field: Field; readonly factor?: number; readonly to: number } | undefined {
  const { chunks } = state;
  let next = at;
  let factor: number | undefined;
  const named = FACTORS.find(([role]) => has(chunks[next], role));
  const number = chunks[next]?.number;
  if (named) {
    factor = named[1];
    next++;
  } else if (number && (number.unit?.base === 'x' || has(chunks[next + 1], 'times'))) {
    factor = number.value;
    next += number.unit?.base === 'x' ? 1 : 2;
  } else if (
    number &&
    number.unit?.base === '%' &&
    ((has(chunks[next + 1], 'of') && !has(chunks[next + 1], 'for')) || has(chunks[next + 1], 'det'))
  ) {
    factor = (number.value * number.unit.factor) / 100;
    next += 2;
  } else if (number && isPartOf(chunks[next])) {
    factor = number.value;
    next++;
  } else if (number) return undefined;
  // "before they were ordered", "before the device was even installed"
  while (
    (has(chunks[next], 'det', 'of', 'filler', 'fieldWord', 'them', 'be', 'noun') || isOwn(chunks, next)) &&
    next < at + 6 &&
    !linksOfTypes(chunks[next], undefined).length
  )
    next++;
  const turn = of && factor === undefined ? otherTurnOf(state, next, of) : undefined;
  if (turn) return { field: turn, to: has(chunks[next + 1], 'ones') ? next + 2 : next + 1 };
  const mention = fieldMention(state, next);
  const link =
    of && factor === undefined ? mention?.links.find(other => ofOneKind(of, other.field)) : mention?.links[0];
  const bound = of && (!link || link.score < 0.9 || allowedTo(chunks, next)) ? boundOf(state, next, of) : undefined;
  if (bound) return { ...bound, ...(factor !== undefined && { factor }) };
  if (!mention || !link || link.score < 0.6) return undefined;
  return { field: link.field, to: mention.to, ...(factor !== undefined && { factor }) };
}

/** "invoiced more than ordered": a number is compared with a number, and a day with a day. */
const ofOneKind = (one: Field, other: Field): boolean =>
  (one.type === 'number') === (other.type === 'number') && isDateField(one) === isDateField(other);

/** "above its own limit": the word that says whose it is again. */
const isOwn = (chunks: readonly Chunk[], at: number): boolean => has(chunks[at], 'have') && has(chunks[at - 1], 'det');
