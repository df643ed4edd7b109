import type { Field } from '@lib/rules';
import { parseFieldList } from '../field-lists';
import { parseUnfinished } from '../unfinished';
import { endsClause, has, isBound, isField, isParticiple, isValueOf, WEAK } from '../../cursor';
import { mentions, opensSaying, says } from '../../saying';
import { happenedFirst, isDatedHappening } from '../dates/dated-happenings';
import { othersFirst } from './held-by-others';
import { parseDeniedPeriod } from '../denials/denied-periods';
import { parseExpired } from '../elliptic';
import { mayOpenClause, opensClause } from '../denials/lacking';
import { join, negate, type TestMeaning } from '../../meaning/meaning';
import { comparatorOf } from '../operands';
import { fieldMention, type Parsed, type ParseState, spanOf, tested } from '../parse-state';
import { stateReached } from '../values/state-sooner';
import { saysVersions } from '../texts/pieces-held';
import { saysLeft } from '../numbers/quotas';
import { dueOf, saysExpired } from '../dates/said-dates';
import { endsWithNo } from '../values/stated-truth';
import type { FieldLink } from '../../../grounding/fields/field-index';
import { fieldSays } from '../../../grounding/fields/field-senses';
import type { Chunk } from '../../../grounding/link-words';

/** "no complaints", "no credit limit" mean 0 where that is how the records say that there are none, else that nothing stands there. */
export function absenceOf(state: ParseState, field: Field): TestMeaning['test'] {
  if (field.type === 'boolean') return { is: 'boolean', value: false, orEmpty: true };
  if (field.type !== 'number') return { is: 'empty' };
  const { hasEmpty, hasZero, saysNoneByZero } = state.grounding.columns.factsOf(field);
  // What nobody has paid is 0, where records say so of some.
  const unpaid = hasZero && fieldSays(field, 'paidWord');
  if (saysNoneByZero || unpaid || saysLeft(field)) return { is: 'compare', operator: '==', value: 0 };
  const empty =
    field.profile && field.profile.records > 0
      ? field.profile.filled < field.profile.records
      : hasEmpty || (field.nullable === true && !hasZero);
  return empty ? { is: 'empty' } : { is: 'compare', operator: '==', value: 0 };
}

export function presenceOf(state: ParseState, field: Field): TestMeaning['test'] {
  const absence = absenceOf(state, field);
  // An amount of 0 is none, whether it is written or left out.
  // A balance below 0 is one.
  const { hasZero, range } = state.grounding.columns.factsOf(field);
  if (field.type === 'number' && hasZero && (range?.[0] ?? 0) >= 0) return { is: 'compare', operator: '>', value: 0 };
  if (absence.is === 'boolean') return { is: 'boolean', value: true };
  return absence.is === 'empty' ? { is: 'filled' } : { is: 'compare', operator: '>', value: 0 };
}

/** "without an e-mail", "no phone or email", "have a website": fields that are empty or filled. */
export function parseHaving(state: ParseState, at: number, negated: boolean): Parsed | undefined {
  const { chunks } = state;
  const opener = chunks[at];
  const absent = has(opener, 'without') || (has(opener, 'no') && !opener?.dimensioned);
  const present = !absent && has(opener, 'have');
  if (!opener || (!absent && !present)) return undefined;
  const denied = absent ? parseDeniedPeriod(state, at) : undefined;
  if (denied) return denied;
  const reached = present ? parseReached(state, at) : undefined;
  if (reached) return reached;
  let next = at + 1;
  // "no tienen ningún correo": said twice, meant once.
  while (
    next < at + 4 &&
    (has(chunks[next], 'det', 'any', 'filled', 'filler', 'have', 'be') || (absent && has(chunks[next], 'no'))) &&
    // "with long waiting times": how long is said, though nobody knows from where on.
    !has(chunks[next], 'vague', 'vagueSmall') &&
    !isField(chunks[next])
  )
    next++;
  // "with just one item": so many, and not merely some.
  const one = present ? chunks.slice(at + 1, next).find(chunk => chunk.number?.value === 1) : undefined;
  // "somebody has written a comment", "without having left a phone number"
  const done =
    !isField(chunks[next]) && isDone(chunks[next]) && has(chunks[next + 1], 'det') && isField(chunks[next + 2]);
  if (done) next += 2;
  const expired = parseExpired(state, next);
  if (expired) return absent ? { meaning: negate(expired.meaning), to: expired.to } : expired;
  const said = fieldMention(state, next);
  // "only those who have paid", where an invoice is "Paid": the state, rather than an amount that is akin.
  if (present && said && isNearer(chunks[next], said.links)) return undefined;
  const told = said && { ...said, links: othersFirst(said.links, chunks[next], state.grounding) };
  const happened = told && isPerfect(opener, chunks[next]) ? { ...told, links: happenedFirst(told.links) } : told;
  // "no service planned": the next one, never the last.
  const planned = says(chunks[happened?.to ?? next], 'plannedWord');
  const first = happened && planned ? { ...happened, links: dueOf(state.grounding, happened.links) } : happened;
  if (!first || first.links.length === 0) return undefined;
  // "has the licence already lapsed": more is said of it than that it is there.
  if (present && saysExpired(state, { at: next, ...first })) return undefined;
  // "with telehealth set to yes": what it stands at is said behind.
  if (present && has(chunks[first.to], 'setTo') && has(chunks[first.to + 1], 'to')) return undefined;
  // "con sconto alto": how much there is, though nobody knows from where on.
  if (present && has(chunks[first.to], 'vague', 'vagueSmall') && first.links[0]?.field.type === 'number')
    return parseUnfinished(state, { at: next, ...first }, first.to);
  // "with email and phone missing": what is said behind a list of names goes for each of them.
  const listed = present ? parseFieldList(state, next, first.to) : undefined;
  if (listed && saysLack(chunks, listed.to - 1)) return listed;
  const tests: TestMeaning[] = [];
  let connective: 'and' | 'or' = 'and';
  // "no phone or no hospital" is either of them, "no phone or hospital" both.
  let repeated = false;
  let mention: typeof first | undefined = first;
  let to = first.to;
  while (mention) {
    const link = mention.links[0];
    if (!link || link.score < WEAK) break;
    const { field } = link;
    const rivals = mention.links.slice(1).filter(rival => rival.score >= link.score - 0.05 && link.score < 0.97);
    // "an unknown rating", "no complaints recorded" is what is not there, never 0.
    const recorded = absent && has(chunks[mention.to], 'filled');
    const missing = field.type !== 'boolean' && (recorded || has(opener, 'empty') || mentions(opener, 'unknownWord'));
    // "with doors closed to newcomers": the words say the opposite of the field themselves.
    const turned = field.type === 'boolean' && chunks[mention.to - 1]?.opposite === true;
    const test: TestMeaning['test'] = turned
      ? { is: 'boolean', value: absent }
      : !absent
        ? one?.number && field.type === 'number'
          ? { is: 'compare', operator: '==', value: one.number.value }
          : presenceOf(state, field)
        : missing
          ? { is: 'empty' }
          : (says(opener, 'zeroWord') ||
                has(chunks[mention.to - 1], 'leftOver') ||
                (has(opener, 'zero') && !has(opener, 'no'))) &&
              field.type === 'number'
            ? { is: 'compare', operator: '==', value: 0 }
            : absenceOf(state, field);
    state.lastField = field;
    tests.push({
      kind: 'test',
      field,
      test,
      score: 0.9,
      spans: spanOf(state, at, mention.to),
      ...(rivals.length > 0 && {
        alternatives: rivals.map(rival => ({
          field: rival.field,
          test: absent ? absenceOf(state, rival.field) : presenceOf(state, rival.field),
        })),
      }),
    });
    to = mention.to;
    const joint = chunks[to];
    if (!has(joint, 'or', 'and', 'nor', 'comma', 'slash')) break;
    let follow = to + 1;
    while (
      // "ni el importe ni | la fecha de | entrega": a general word only announces the field.
      has(chunks[follow], 'or', 'and', 'nor', 'det', 'no', 'without', 'any', 'fieldWord') &&
      !isField(chunks[follow]) &&
      follow < to + 4
    )
      follow++;
    if (has(chunks[follow], 'have', 'where') && !isField(chunks[follow])) break;
    if (opensClause(state, to)) break;
    // "with an e-mail but without a phone": the one is there, the other is not.
    if (!absent && chunks.slice(to + 1, follow).some(chunk => has(chunk, 'no', 'without'))) break;
    // "lacking the age, the sex, or both"
    if (has(chunks[follow - 1], 'or') && has(chunks[follow], 'both') && tests.length > 1) {
      connective = 'or';
      repeated = true;
      to = follow + 1;
      break;
    }
    const another = fieldMention(state, follow);
    // A field with a comparison of its own begins a new test.
    if (!another || saysMore(chunks, another.to, another.links)) break;
    if (
      absent &&
      (has(joint, 'and') || mayOpenClause(chunks, to)) &&
      isClause(chunks[follow], field, another.links[0]?.field)
    )
      break;
    if (has(joint, 'or') || has(chunks[to + 1], 'or')) connective = 'or';
    if (chunks.slice(to + 1, follow).some(chunk => has(chunk, 'no', 'without'))) repeated = true;
    mention = another;
  }
  // "no phone but an e-mail address"
  const beside = absent && tests.length === 1 && has(chunks[to], 'but') ? butThere(state, to + 1) : undefined;
  const lacked = beside && join('and', tests);
  if (beside && lacked) return { meaning: { kind: 'and', items: [lacked, beside.meaning] }, to: beside.to };
  const filled = behindFilled(chunks, to);
  // A comparison behind the field: "have a risk score of 90", "with revenue above".
  // "with status available" of a status that holds it: its value, and no word for being there.
  const stands = filled > to && !isValueOf(chunks[to], first.links);
  if (tests.length === 1 && !stands && saysMore(chunks, first.to, first.links)) return undefined;
  const last = tests.at(-1);
  if (last && filled > to) tests.splice(-1, 1, { ...last, spans: [...last.spans, ...spanOf(state, to, filled)] });
  to = filled;
  // "without phone or email" means neither of them; where a phone or an e-mail is missing, one of them is.
  const neither = absent && connective === 'or' && !repeated && !mentions(opener, 'lacking');
  const meaning = join(neither ? 'and' : connective, tests);
  return meaning && { meaning: negated && absent && tests.length === 1 ? meaning : meaning, to };
}

/** "but an e-mail address", "but a fax": what is there beside what is not, where nothing more is said of it. */
function butThere(state: ParseState, at: number): Parsed | undefined {
  const { chunks } = state;
  const named = has(chunks[at], 'det') && !isField(chunks[at]) ? at + 1 : at;
  const mention = fieldMention(state, named);
  const field = mention?.links[0]?.field;
  if (!mention || !field || chunks[named]?.values.length !== 0 || field.type === 'boolean') return undefined;
  const to = has(chunks[mention.to], 'fieldWord') ? mention.to + 1 : mention.to;
  return endsClause(chunks[to]) ? tested(state, field, presenceOf(state, field), at, to) : undefined;
}

/** "no manager and working remotely": what somebody is or does is nothing that they lack beside what they have not. */
const isClause = (chunk: Chunk | undefined, before: Field, field: Field | undefined): boolean =>
  field?.type === 'boolean' && (before.type !== 'boolean' || opensSaying(chunk, 'gerund', 'participle'));

/** "missing", "not available": the last word of a list says that nothing is there, and leads to no other field. */
const saysLack = (chunks: readonly Chunk[], at: number): boolean =>
  (has(chunks[at], 'empty') || has(chunks[at - 1], 'not')) &&
  endsClause(chunks[at + 1], 'as', 'tag', 'add', 'have', 'in', 'where');

/** "no review has been recorded": that it was put there says no more than that it is there. */
export function behindFilled(chunks: readonly Chunk[], at: number): number {
  let next = at;
  while (
    next < at + 3 &&
    has(chunks[next], 'be', 'have', 'filler') &&
    !isField(chunks[next]) &&
    !has(chunks[next], 'filled', 'empty', 'not')
  )
    next++;
  // "for which no maintenance is planned"
  const put = next > at && has(chunks[next - 1], 'be') && isDone(chunks[next]) && !isField(chunks[next]);
  const word = chunks[next];
  const planned = next === at && says(word, 'plannedWord') && !isField(word) && word?.values.length === 0;
  return (has(chunks[next], 'filled') || put || planned) && !has(chunks[next], 'empty')
    ? behindFilled(chunks, next + 1)
    : at;
}

/** "unless they have shipped": what has happened, rather than what somebody has. */
const isPerfect = (opener: Chunk, chunk: Chunk | undefined): boolean =>
  has(opener, 'be') && chunk !== undefined && isParticiple(chunk) && !has(chunk, 'noun');

const isNearer = (chunk: Chunk | undefined, [link]: readonly FieldLink[]): boolean =>
  chunk !== undefined &&
  link !== undefined &&
  chunk.values.some(
    ({ field, score, via }) =>
      score > link.score &&
      // "with night shift", "mit Nachtschicht": what the records of a field hold says more than that something stands there.
      // "have shipped", where a cost is called so as well: what has happened is no number that somebody has.
      (link.score < (via === undefined || field === link.field ? CALLED : AKIN) ||
        (link.field.type === 'number' && link.score < 0.98 && isParticiple(chunk))),
  );

/** Fields that are called otherwise score less, and those that are only akin less again. */
const CALLED = 0.9;
const AKIN = 0.8;

/** A verb that says no more than that something came to be there ("written", "entered"). */
const isDone = (chunk: Chunk | undefined): boolean =>
  chunk !== undefined &&
  says(chunk, 'brought') &&
  chunk.values.length === 0 &&
  chunk.number === undefined &&
  !chunk.opposite;

/** "sin telemedicina con más de 1.500 pacientes": a number cannot be compared with this kind of field. */
function isAboutOther(chunks: readonly Chunk[], at: number, links: readonly FieldLink[]): boolean {
  const number = chunks.slice(at + 1, at + 3).findIndex(chunk => chunk.number !== undefined);
  return (
    number >= 0 &&
    !has(chunks[at + number + 2], 'characters', 'long') &&
    links.every(({ field }) => field.type === 'boolean' || field.type === 'text')
  );
}

/** Whether something is said of the field that ends here, so that its mere presence is not meant. */
function saysMore(chunks: readonly Chunk[], at: number, links: readonly FieldLink[]): boolean {
  let next = at;
  while (
    next < at + 4 &&
    has(chunks[next], 'be', 'of', 'det', 'filler', 'not', 'never', 'in', 'where', 'dash', 'except', 'outside') &&
    !chunks[next]?.number &&
    chunks[next]?.values.length === 0 &&
    comparatorOf(chunks[next]) === undefined
  )
    next++;
  const chunk = chunks[next];
  if (!chunk || isBound(chunk))
    return (
      has(chunk, 'colon') && (chunks[next + 1]?.number !== undefined || (chunks[next + 1]?.values.length ?? 0) > 0)
    );
  // "with phone not available"
  if (has(chunk, 'filled') && has(chunks[next - 1], 'not')) return true;
  // "with firmware 2.1": figures parted by a point may be how a text is written.
  if (saysVersions(chunks, next)) return true;
  if (chunk.number && !chunk.number.unit && next === at && /^\d+\.\d+$/.test(chunk.text)) return true;
  if (chunk.number) return !isAboutOther(chunks, next - 1, links);
  if (chunk.date || chunk.duration || chunk.quote !== undefined) return true;
  if (
    has(
      chunk,
      'empty',
      'contains',
      'startsWith',
      'endsWith',
      'matches',
      'between',
      'outside',
      'before',
      'after',
      'since',
      'until',
      'longerThan',
      'shorterThan',
      'expired',
      'inForce',
      'inPast',
      'inFuture',
      'last',
      'next',
      'trueWord',
      'falseWord',
      'negative',
      'zero',
      'free',
    )
  )
    return true;
  if (links[0]?.field.type === 'boolean' && (endsWithNo(chunks, next) || has(chunk, 'eq', 'neq'))) return true;
  // "con il badge non attivo" of a "Badge active": a word of its name that stands apart.
  const [link] = links;
  if (link?.field.type === 'boolean' && chunk.fields.some(({ field, score }) => field === link.field && score >= 0.6))
    return true;
  if (comparatorOf(chunk) !== undefined) return !isAboutOther(chunks, next, links);
  // "een e-mailadres zonder @": the field lacks a piece of text.
  const piece = has(chunk, 'without') ? chunks[next + 1] : undefined;
  if (piece && piece.fields.length + piece.values.length + piece.roles.length === 0 && !piece.number) return true;
  return isValueOf(chunk, links);
}

/** "who have left", where records hold the state "Left": the state, unless it is told when it was reached. */
function parseReached(state: ParseState, at: number): Parsed | undefined {
  if (!mentions(state.chunks[at], 'perfect')) return undefined;
  const said = fieldMention(state, at + 1);
  const dated = [at + 2, at + 3].some(i => state.chunks[i]?.date !== undefined);
  if (dated || (said && isDatedHappening(state, said))) return undefined;
  const chunk = state.chunks[at + 1];
  // "has winnipeg jets", "has 0 apps": what is had is no deed.
  if (!says(chunk, 'happened', 'participle', 'past')) return undefined;
  const reached = stateReached(chunk, said?.links ?? []);
  return reached && tested(state, reached.field, { is: 'oneOf', values: [reached.stored] }, at, at + 2);
}
