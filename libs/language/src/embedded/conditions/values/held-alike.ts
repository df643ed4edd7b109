import type { Field } from '@lib/rules';
import { endsClause, has, isField } from '../../cursor';
import { mentions, saidTo } from '../../saying';
import { fieldMention, type Parsed, type ParseState, spanOf } from '../parse-state';
import type { Chunk } from '../../../grounding/link-words';
import { isDateField } from '../../../grounding/fields/date-field';
import { wordsOf } from '../../../grounding/words/fold';
import { fieldSays } from '../../../grounding/fields/field-senses';
import type { Sense } from '../../../grounding/senses';

/** How well a word must name a field that is one of two. */
const AKIN = 0.5;

/**
 * Whether two fields of one kind hold the same: "home and office city are the same", "billing and shipping country differ",
 * "shipped to another country than billed", "billed and shipped in the same country".
 */
export function parseHeldAlike(state: ParseState, at: number): Parsed | undefined {
  const { chunks } = state;
  if (!(isField(chunks[at]) || mentions(chunks[at], 'sentOff')) || !chunks.some(saysLikeness)) return undefined;
  return bothAlike(state, at) ?? kindShared(state, at);
}

const saysLikeness = (chunk: Chunk): boolean => mentions(chunk, 'agreeing', 'differing');

interface Likeness {
  readonly operator: '==' | '!=';
  readonly to: number;
}

function likenessAt(chunks: readonly Chunk[], at: number): Likeness | undefined {
  const unlike = saidTo(chunks, at, 'differing');
  if (unlike !== undefined) return { operator: '!=', to: unlike };
  const alike = saidTo(chunks, at, 'agreeing');
  return alike === undefined ? undefined : { operator: '==', to: alike };
}

/** "home city and office city are not the same": both are named before what is said of them; the first may leave their noun to the second. */
function bothAlike(state: ParseState, at: number): Parsed | undefined {
  const { chunks } = state;
  const first = fieldMention(state, at);
  const joint = first?.to ?? at + 1;
  if (!has(chunks[joint], 'and')) return undefined;
  const second = fieldMention(state, has(chunks[joint + 1], 'det') ? joint + 2 : joint + 1);
  const right = second?.links[0]?.field;
  if (!second || !right) return undefined;
  let next = second.to;
  let denied = false;
  while (next < second.to + 4 && has(chunks[next], 'be', 'does', 'both', 'not') && !likenessAt(chunks, next)) {
    denied ||= has(chunks[next], 'not');
    next++;
  }
  const likeness = likenessAt(chunks, next);
  if (!likeness) return undefined;
  // "are on the same day"
  const to = has(chunks[likeness.to], 'noun', 'day', 'fieldWord') ? likeness.to + 1 : likeness.to;
  if (!endsClause(chunks[to])) return undefined;
  const links = [...(first?.links ?? []), ...(chunks[at]?.fields ?? [])].map(({ field }) => field);
  const alike = (field: Field): boolean => ofKind(field, right);
  const left = links.find(field => alike(field) && lastWord(field) === lastWord(right)) ?? links.find(alike);
  return left && compared(state, left, denied ? opposite(likeness.operator) : likeness.operator, right, at, to);
}

/** "shipped to a different country than the billing one", "billed and shipped in the same country": what they hold is named, and by a word for each which of them. */
function kindShared(state: ParseState, at: number): Parsed | undefined {
  const { chunks } = state;
  let next = at + 1;
  const joined = has(chunks[next], 'and') ? next + 1 : undefined;
  if (joined !== undefined) next = joined + 1;
  while (next < at + 6 && has(chunks[next], 'in', 'to', 'from', 'det', 'filler') && !likenessAt(chunks, next)) next++;
  const likeness = likenessAt(chunks, next);
  const kind = likeness && chunks[likeness.to];
  const shared = kind?.fields.filter(({ score }) => score >= AKIN).map(({ field }) => field) ?? [];
  if (!likeness || shared.length < 2) return undefined;
  let other = joined ?? likeness.to + 1;
  const from = other;
  while (
    joined === undefined &&
    other < from + 4 &&
    has(chunks[other], 'det', 'be', 'them', 'where', 'filler') &&
    !oneOf(shared, chunks[other])
  )
    other++;
  const [left, right] = [oneOf(shared, chunks[at]), oneOf(shared, chunks[other])];
  if (!left || !right || left === right || !ofKind(left, right)) return undefined;
  const last = joined === undefined ? other + 1 : likeness.to + 1;
  const to = joined === undefined && has(chunks[last], 'ones', 'noun') ? last + 1 : last;
  return endsClause(chunks[to]) ? compared(state, left, likeness.operator, right, at, to) : undefined;
}

/** What tells one of two places from the other. */
const TELLING: readonly (readonly [said: Sense, called: Sense])[] = [
  ['billed', 'billed'],
  ['sentOff', 'destination'],
  ['destination', 'destination'],
];

/** The one of these fields that a word names, or that is called by what the word says. */
function oneOf(fields: readonly Field[], chunk: Chunk | undefined): Field | undefined {
  if (!chunk) return undefined;
  const told = TELLING.flatMap(([said, called]) =>
    mentions(chunk, said) ? fields.filter(field => fieldSays(field, called)) : [],
  );
  if (told.length > 0) return told[0];
  return chunk.fields.find(({ field, score }) => score >= AKIN && fields.includes(field))?.field;
}

const ofKind = (one: Field, other: Field): boolean =>
  one !== other && (one.type === other.type || (isDateField(one) && isDateField(other)));

const lastWord = ({ label }: Field): string | undefined => wordsOf(label).at(-1);

const opposite = (operator: '==' | '!='): '==' | '!=' => (operator === '==' ? '!=' : '==');

function compared(
  state: ParseState,
  field: Field,
  operator: '==' | '!=',
  other: Field,
  at: number,
  to: number,
): Parsed {
  state.lastField = field;
  const spans = spanOf(state, at, to);
  return { meaning: { kind: 'test', field, test: { is: 'field', operator, other }, score: 0.9, spans }, to };
}
