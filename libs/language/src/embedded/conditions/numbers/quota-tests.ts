import type { Field } from '@lib/rules';
import { allowedTo } from '../bound-nouns';
import { type Counted, countedAt } from './counted-quota';
import { endsClause, has, isBound, isFiller } from '../../cursor';
import { opensSaying, saidTo, says } from '../../saying';
import type { Meaning, Ordering, Test } from '../../meaning/meaning';
import { type Comparator, comparatorOf, inUnitOf, readNumberOperand, readSuffix } from '../operands';
import { type Parsed, type ParseState, spanOf, tested } from '../parse-state';
import { partAt } from './parts';
import { type Quota, quotasOf } from './quotas';
import { fieldSays } from '../../../grounding/fields/field-senses';

/** "leave left", "free seats" */
const leftBehind = (state: ParseState, to: number): number | undefined =>
  has(state.chunks[to - 1], 'leftOver') || has(state.chunks[to - 2], 'leftOver')
    ? to
    : has(state.chunks[to], 'leftOver')
      ? to + 1
      : has(state.chunks[to], 'filler') && has(state.chunks[to + 1], 'leftOver')
        ? to + 2
        : undefined;

const usedAgainst = ({ used, total }: Quota, operator: Ordering, factor?: number): readonly [Field, Test] => [
  used,
  { is: 'field', operator, other: total, ...(factor !== undefined && { factor }) },
];

const isOrdering = (operator: Comparator | undefined): operator is Ordering =>
  operator !== undefined && operator !== '==' && operator !== '!=';

const remainder = (
  state: ParseState,
  { total, used }: Quota,
  operator: Comparator,
  number: Parameters<typeof inUnitOf>[1],
  from: number,
  to: number,
): Parsed =>
  tested(
    state,
    total,
    { is: 'computed', sign: '-', other: used, operator, value: inUnitOf(total, number, state.grounding) },
    from,
    to,
  );

/** "more than 15 days of leave left", "leave left is under 5", "no seats left", "still have budget left". */
function parseLeft(state: ParseState, at: number): Parsed | undefined {
  const { chunks } = state;
  // "a quien le queden más de 10 días": that it is left may stand before how much of it.
  const led = has(chunks[at], 'leftOver') && !comparatorOf(chunks[at]);
  const from = led ? at + 1 : at;
  const said = comparatorOf(chunks[from]);
  const operand = readNumberOperand(chunks, said === undefined ? from : from + 1);
  if (operand && !operand.high && operand.number.unit?.base !== '%') {
    const counted = countedAt(state, operand.to);
    const to = counted && (leftBehind(state, counted.to) ?? (led ? counted.to : undefined));
    const operator = operand.operator ?? said ?? '==';
    return counted && to !== undefined ? remainder(state, counted.quota, operator, operand.number, at, to) : undefined;
  }
  const absent = has(chunks[at], 'no', 'without');
  const present = has(chunks[at], 'have') && !absent;
  const counted = countedAt(state, absent || present ? at + 1 : at, absent || present ? 3 : 0);
  const to = counted && leftBehind(state, counted.to);
  if (!counted || to === undefined) return undefined;
  if (absent || present) {
    const [field, test] = usedAgainst(counted.quota, absent ? '>=' : '<');
    return tested(state, field, test, at, to);
  }
  let next = to;
  while (next < to + 3 && has(chunks[next], 'be', 'filler') && comparatorOf(chunks[next]) === undefined) next++;
  const operator = comparatorOf(chunks[next]);
  const number = readNumberOperand(chunks, operator === undefined ? next : next + 1);
  const comparison = number?.operator ?? operator;
  return number && !number.high && comparison !== undefined
    ? remainder(state, counted.quota, comparison, number.number, at, number.to)
    : undefined;
}

/** "over budget", "have reached or gone over their maximum", "used up more than 80 % of the interval": what is taken, against all there is. */
function parseAgainstTotal(state: ParseState, at: number): Parsed | undefined {
  const { chunks } = state;
  const first = comparatorOf(chunks[at]);
  if (!isOrdering(first)) return parsePartOrLess(state, at);
  let next = at + 1;
  let operator: Ordering = first;
  // "reached or exceeded", "at or over"
  const again = has(chunks[next], 'or') ? reachesAgain(state, next + 1) : undefined;
  if (again !== undefined) {
    operator = first === '<' || first === '<=' ? '<=' : '>=';
    next = again;
  }
  const { part: factor, to } = partAt(chunks, next);
  const counted = countedAt(state, to, 4);
  if (!counted || counted.field !== counted.quota.total) return undefined;
  const after = chunks[counted.to];
  if (after?.number || (comparatorOf(after) !== undefined && chunks[counted.to + 1]?.number)) return undefined;
  const left = leftBehind(state, counted.to);
  if (left !== undefined && factor !== undefined) {
    const turned: Ordering = operator === '>' ? '<' : operator === '>=' ? '<=' : operator === '<' ? '>' : '>=';
    const [field, test] = usedAgainst(counted.quota, turned, 1 - factor);
    return tested(state, field, test, at, left);
  }
  const [field, test] = usedAgainst(counted.quota, operator, factor);
  return tested(state, field, test, at, usedBehind(state, counted));
}

/** "90% of the award is spent": that it is taken, said once more. */
function usedBehind({ chunks }: ParseState, { quota, to }: Counted): number {
  const verb = has(chunks[to], 'be') ? to + 1 : to;
  const again =
    chunks[verb]?.fields.some(({ field, score }) => field === quota.used && score >= 0.6) ||
    (verb > to && has(chunks[verb], 'does') && endsClause(chunks[verb + 1]));
  const more = chunks[verb + 1]?.number ?? comparatorOf(chunks[verb + 1]);
  return again && more === undefined ? verb + 1 : to;
}

/** "spent more than 90% of the award": what is taken, then how much of all there is. */
function parseUsedOf(state: ParseState, at: number): Parsed | undefined {
  const { chunks } = state;
  const counted = countedAt(state, has(chunks[at], 'have') ? at + 1 : at, 0);
  if (!counted || counted.field !== counted.quota.used) return undefined;
  let next = counted.to;
  while (next < counted.to + 2 && has(chunks[next], 'be', 'filler') && comparatorOf(chunks[next]) === undefined) next++;
  if (comparatorOf(chunks[next]) === undefined) return undefined;
  const parsed = parseAgainstTotal(state, next);
  return parsed?.meaning.kind === 'test' && parsed.meaning.field === counted.field
    ? { ...parsed, meaning: { ...parsed.meaning, spans: spanOf(state, at, parsed.to) } }
    : undefined;
}

/** "half the credits or less", "80% of the seats and up": a part of all there may be, and its comparison behind it. */
function parsePartOrLess(state: ParseState, at: number): Parsed | undefined {
  const { part: factor, to } = partAt(state.chunks, at);
  const counted = factor === undefined ? undefined : countedAt(state, to, 4);
  const suffix = counted && readSuffix(state.chunks, counted.to);
  if (!counted || !suffix || !isOrdering(suffix.operator)) return undefined;
  const [field, test] = usedAgainst(counted.quota, suffix.operator, factor);
  return tested(state, field, test, at, suffix.to);
}

function reachesAgain(state: ParseState, at: number): number | undefined {
  for (let next = at; next < at + 3; next++) if (isOrdering(comparatorOf(state.chunks[next]))) return next + 1;
  return undefined;
}

/** "more leave than they are entitled to", "taken more days than allowed". */
function parseMoreThan(state: ParseState, at: number): Parsed | undefined {
  const { chunks } = state;
  // "has taken more leave than …"
  if (
    has(chunks[at], 'have') &&
    comparatorOf(chunks[at + 1]) === undefined &&
    comparatorOf(chunks[at + 2]) !== undefined
  )
    return parseMoreThan(state, at + 1);
  const led = comparatorOf(chunks[at]) === undefined && comparatorOf(chunks[at + 1]) !== undefined;
  const opened = led ? countedAt(state, at, 0) : undefined;
  if (led && !opened && !has(chunks[at], 'have')) return undefined;
  const from = led ? at + 1 : at;
  const operator = comparatorOf(chunks[from]);
  if (!isOrdering(operator)) return undefined;
  let than = from + 1;
  while (than < from + 5 && chunks[than] && !opensSaying(chunks[than], 'than') && !isBound(chunks[than])) than++;
  if (!opensSaying(chunks[than], 'than')) return undefined;
  const about = opened ?? countedAt(state, from + 1, 2);
  const allowed = allowedTo(chunks, than + 1);
  const limit = countedAt(state, than + 1, 4);
  const to = allowed ?? (limit?.field === limit?.quota.total ? limit?.to : undefined);
  if (!about || to === undefined || (allowed === undefined && about.quota !== limit?.quota)) return undefined;
  const [field, test] = usedAgainst(about.quota, operator);
  return tested(state, field, test, at, to);
}

/** The one quota of places that can be taken. */
function placesOf(state: ParseState): Quota | undefined {
  const quotas = quotasOf(state.grounding);
  const places = quotas.filter(({ total }) => fieldSays(total, 'places'));
  return places.length === 1 ? places[0] : undefined;
}

/** "panel more than 90 % full", "at least half full", "above 80 % of capacity": the share of all places that is taken. */
function parseFilled(state: ParseState, at: number): Parsed | undefined {
  const { chunks } = state;
  const counted = countedAt(state, at, 0);
  const quota = counted?.quota ?? placesOf(state);
  let next = counted?.to ?? at;
  while (next < at + 6 && has(chunks[next], 'be', 'filler', 'where', 'to') && comparatorOf(chunks[next]) === undefined)
    next++;
  const said = comparatorOf(chunks[next]);
  const share = partAt(chunks, said === undefined ? next : next + 1);
  if (!quota || share.part === undefined) return undefined;
  const suffix = readSuffix(chunks, share.to);
  let to = suffix?.to ?? share.to;
  if (has(chunks[to], 'filler') && saidTo(chunks, to, 'filledTo') === undefined) to++;
  const operator = suffix?.operator ?? said;
  const filled = saidTo(chunks, to, 'filledTo');
  if (filled === undefined || !isOrdering(operator)) return undefined;
  to = filled;
  const late = suffix ? undefined : readSuffix(chunks, to);
  const [field, test] = usedAgainst(quota, late && isOrdering(late.operator) ? late.operator : operator, share.part);
  return tested(state, field, test, at, late?.to ?? to);
}

/** "panel is full", "a full panel": all of what may be taken is. */
function parseFull(state: ParseState, at: number): Parsed | undefined {
  const { chunks } = state;
  const first = says(chunks[at], 'filledTo');
  const counted = countedAt(state, first ? at + 1 : at, 0);
  let full = counted?.to ?? at;
  while (counted && full < counted.to + 2 && has(chunks[full], 'be', 'filler') && !says(chunks[full], 'filledTo'))
    full++;
  const to = first ? counted?.to : full + 1;
  if (!counted || to === undefined || !(first || says(chunks[full], 'filledTo')) || !endsClause(chunks[to]))
    return undefined;
  const [field, test] = usedAgainst(counted.quota, '>=');
  return tested(state, field, test, at, to);
}

/** "could still take at least 300 more patients", "room for 20 more", "fully booked". */
function parseRoom(state: ParseState, at: number): Parsed | undefined {
  const { chunks } = state;
  // "panels that could take at least 200 more"
  const led = countedAt(state, at, 0);
  const opener = led && has(chunks[led.to], 'where') ? led.to + 1 : at;
  if (led && opener > at) return has(chunks[opener], 'roomFor', 'fullUp') ? parseRoom(state, opener) : undefined;
  const full = has(chunks[at], 'fullUp');
  if (!full && !has(chunks[at], 'roomFor')) return undefined;
  const quota = placesOf(state);
  if (!quota) return undefined;
  if (full) {
    const [field, test] = usedAgainst(quota, '>=');
    return tested(state, field, test, at, at + 1);
  }
  let next = at + 1;
  while (next < at + 3 && has(chunks[next], 'filler', 'det', 'of') && comparatorOf(chunks[next]) === undefined) next++;
  const said = comparatorOf(chunks[next]);
  const operand = readNumberOperand(chunks, said === undefined ? next : next + 1);
  if (!operand || operand.high) return undefined;
  let to = operand.to;
  while (to < operand.to + 3 && has(chunks[to], 'gt', 'noun', 'filler', 'of') && !isBound(chunks[to])) to++;
  const more = countedAt(state, to, 0);
  if (more?.quota === quota) to = more.to;
  const suffix = operand.operator ? undefined : readSuffix(chunks, to);
  // "can take 2,000 patients in total": how many there may be, not how many more.
  const end = suffix?.to ?? to;
  if (has(chunks[end], 'together')) {
    const value = inUnitOf(quota.total, operand.number, state.grounding);
    const operator = suffix?.operator ?? operand.operator ?? said ?? '>=';
    return tested(state, quota.total, { is: 'compare', operator, value }, at, end + 1);
  }
  const limit = has(chunks[to], 'before', 'until') ? countedAt(state, to + 2, 3) : undefined;
  if (limit?.field === quota.total) to = limit.to;
  return remainder(state, quota, operand.operator ?? said ?? '>=', operand.number, at, to);
}

/** "over 500 still owed" */
function owedBehind(state: ParseState, at: number): Parsed | undefined {
  const { chunks } = state;
  const said = comparatorOf(chunks[at]);
  const operand = readNumberOperand(chunks, said === undefined ? at : at + 1);
  const operator = operand?.operator ?? said;
  if (!operand || operand.high || operator === undefined || !has(chunks[operand.to], 'owes')) return undefined;
  const due = dueOf(state);
  return due && remainder(state, due, operator, operand.number, at, operand.to + 1);
}

/** What is to be paid, and how much of it was. */
const dueOf = ({ grounding }: ParseState): Quota | undefined =>
  quotasOf(grounding).find(({ used }) => fieldSays(used, 'paidWord'));

/** "fully paid", where that is one name of what was paid */
function saysInFull({ chunks, grounding }: ParseState, at: number): boolean {
  const [first = '', ...rest] = chunks[at]?.key.split(' ') ?? [];
  return rest.length > 0 && (grounding.lexicons[0]?.roles.get(first)?.includes('inFull') ?? false);
}

/** "paid in full", "only partly paid", "still owe more than 100". */
function parsePaid(state: ParseState, at: number): Parsed | undefined {
  const { chunks } = state;
  const due = has(chunks[at], 'owes') ? dueOf(state) : undefined;
  if (due) {
    // "what is still owed on orders is more than 500"
    let next = at + 1;
    while (next < at + 6 && isFiller(chunks[next]) && comparatorOf(chunks[next]) === undefined) next++;
    const behind = comparatorOf(chunks[next]) !== undefined ? next : at + 1;
    const said = comparatorOf(chunks[behind]);
    const operand = readNumberOperand(chunks, said === undefined ? behind : behind + 1);
    if (operand && !operand.high)
      return remainder(state, due, operand.operator ?? said ?? '==', operand.number, at, operand.to);
    const [field, test] = usedAgainst(due, '<');
    return tested(state, field, test, at, at + 1);
  }
  const behind = owedBehind(state, at);
  if (behind) return behind;
  const led = has(chunks[at], 'inFull', 'inPart') ? at : undefined;
  const counted = countedAt(state, led === undefined ? at : at + 1, 0);
  if (!counted || counted.field !== counted.quota.used) return undefined;
  const whole = saysInFull(state, at);
  const extent = led ?? (has(chunks[counted.to], 'inFull', 'inPart') ? counted.to : whole ? at : undefined);
  if (extent === undefined) return undefined;
  const to = Math.max(counted.to, extent + 1);
  const { used } = counted.quota;
  if (whole || has(chunks[extent], 'inFull')) {
    const [field, test] = usedAgainst(counted.quota, '>=');
    return tested(state, field, test, at, to);
  }
  const [, below] = usedAgainst(counted.quota, '<');
  const some: Test = { is: 'compare', operator: '>', value: 0 };
  const spans = spanOf(state, at, to);
  const items = [some, below].map((test): Meaning => ({ kind: 'test', field: used, test, score: 0.9, spans }));
  state.lastField = used;
  return { meaning: { kind: 'and', items }, to };
}

/** How much of what there may be is taken or left: of leave, of seats, of a budget, of a bill. */
export function parseQuota(state: ParseState, at: number): Parsed | undefined {
  if (state.chunks[at]?.quote !== undefined || quotasOf(state.grounding).length === 0) return undefined;
  return (
    parseLeft(state, at) ??
    parseFilled(state, at) ??
    parseFull(state, at) ??
    parseRoom(state, at) ??
    parsePaid(state, at) ??
    parseMoreThan(state, at) ??
    parseUsedOf(state, at) ??
    parseAgainstTotal(state, at)
  );
}
