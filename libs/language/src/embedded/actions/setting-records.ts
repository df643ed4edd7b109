import type { Field } from '@lib/rules';
import { targetAt } from './action-target';
import { type ActionContext, endsSentence, type FoundAction, mayBeginAction, type ReadAction } from './action-text';
import { endsClause } from './clause-end';
import { startsClause } from './clause-start';
import { readNewValue, setTo } from './new-value';
import { namesNothing } from './tag-objects';
import { valueOf } from '../conditions/operands';
import { has, isBound } from '../cursor';
import { says } from '../saying';
import type { Chunk, Grounding } from '../../grounding/link-words';

/** The text field that a whole value of it, and nothing else, is said of. */
function ownerOf(chunk: Chunk | undefined, tags: string): Field | undefined {
  const exact = chunk?.values.filter(
    ({ field, via }) => field.name !== tags && field.type === 'text' && via !== 'part',
  );
  const fields = new Set(exact?.map(({ field }) => field));
  return fields.size === 1 ? [...fields][0] : undefined;
}

/** "on hold", "in transit": the value brings the little word that leads to it. */
function leadsItself(chunk: Chunk | undefined, { lexicons }: Grounding): boolean {
  const [first = '', ...rest] = (chunk?.key ?? '').split(' ');
  const roles = lexicons[0]?.roles.get(first) ?? [];
  return rest.length > 0 && ['on', 'in', 'to', 'for', 'lt'].some(role => roles.some(one => one === role));
}

const FAR = 12;

/** "put returned orders on hold", "move confirmed orders to shipped", "move them to CC-7700": the field is the one that holds the value. */
export const parseMovingRecords: ReadAction = (context, at, grounding) => {
  const { chunks, tags } = context;
  const verb = chunks[at];
  if (!has(verb, 'setTo', 'move') || verb?.quote !== undefined || !startsClause(chunks, at)) return undefined;
  let end = at + 1;
  while (end < at + FAR && !endsClause(chunks, end)) end++;
  if (!endsClause(chunks, end)) return undefined;
  const value = chunks[end - 1];
  const owner = ownerOf(value, tags);
  // "put all of them on cost centre X": the field may be named with its value.
  const beside = owner && chunks[end - 2]?.fields.some(({ field, score }) => field.name === owner.name && score >= 0.6);
  const joint = beside ? end - 3 : end - 2;
  const led = has(chunks[joint], 'to', 'into', 'on') && !has(chunks[joint], 'and', 'det', 'where');
  if (!owner || joint < at || !(led || leadsItself(value, grounding))) return undefined;
  const from = at + 1;
  const to = led ? joint : joint + 1;
  if (to <= from) return undefined;
  const named = targetAt(chunks, from, grounding);
  // "move the city to Lyon": a field is what is set.
  if (named && (named.to === to || chunks[named.to - 1]?.values.length === 0)) return undefined;
  const points = chunks
    .slice(from, to)
    .every(chunk => chunk.values.length === 0 && has(chunk, 'them', 'det', 'noun', 'ones', 'off', 'then'));
  if (points && !context.conditionBefore) return undefined;
  const read = readNewValue({ ...context, chunks: chunks.slice(0, end) }, end - 1, owner, grounding);
  return read && { actions: [setTo(owner, read.value)], to: read.to, ...(!points && { inner: [from, to] as const }) };
};

/** "… should go to on hold", "… must be retired": what the records are to be is a value of one field. */
export const parseToBeValue: ReadAction = (context, at, grounding, before) => {
  const { chunks, tags } = context;
  if (!context.conditionBefore || !has(chunks[at], 'give') || chunks[at]?.quote !== undefined) return undefined;
  if (has(chunks[at - 1], 'where', 'not', 'if') || has(chunks[at], 'have', 'gets')) return undefined;
  let next = at + 1;
  while (
    next < at + 4 &&
    has(chunks[next], 'give', 'be', 'then', 'to', 'into', 'setTo') &&
    !ownerOf(chunks[next], tags)
  )
    next++;
  const placed = parsePlaced(context, next, grounding, before);
  if (placed) return placed;
  const owner = ownerOf(chunks[next], tags);
  if (!owner || !endsClause(chunks, next + 1)) return undefined;
  // "where the country must be Germany" is said of a field.
  const last = before.at(-1);
  const named = last?.fields.some(({ score }) => score >= 0.6) === true && last.values.length === 0;
  if (named && before.slice(-4).some(chunk => has(chunk, 'where', 'if') && !has(chunk, 'have', 'with')))
    return undefined;
  const read = readNewValue(context, next, owner, grounding);
  return read?.to === next + 1 ? { actions: [setTo(owner, read.value)], to: read.to } : undefined;
};

/** "def. should be defect in status": the value that is there, the new one, and where both stand. */
function parsePlaced(
  context: ActionContext,
  at: number,
  grounding: Grounding,
  before: readonly Chunk[],
): FoundAction | undefined {
  const { chunks } = context;
  for (let place = at + 1; place < at + 4 && chunks[place] && !isBound(chunks[place]); place++) {
    const target = has(chunks[place], 'in') ? targetAt(chunks, place + 1, grounding) : undefined;
    if (!target || target.field.type !== 'text' || !endsClause(chunks, target.to)) continue;
    if (!before.some(chunk => valueOf(chunk, target.field) !== undefined)) return undefined;
    const read = readNewValue({ ...context, chunks: chunks.slice(0, place) }, at, target.field, grounding);
    return read?.to === place ? { actions: [setTo(target.field, read.value)], to: target.to } : undefined;
  }
  return undefined;
}

/** "retired doctors should not be accepting new patients": a yes/no field that is to be so, or not. */
export const parseToBeSo: ReadAction = (context, at, grounding) => {
  const { chunks } = context;
  const never = has(chunks[at], 'notToBe');
  const orders = never || (has(chunks[at], 'give') && !has(chunks[at], 'gets', 'have'));
  if (!context.conditionBefore || !orders || chunks[at]?.quote !== undefined) return undefined;
  if (has(chunks[at - 1], 'where', 'not', 'if') || chunks.some(chunk => has(chunk, 'ask') && !has(chunk, 'filler')))
    return undefined;
  let next = at + 1;
  while (next < at + 3 && has(chunks[next], 'be', 'give', 'then') && !chunks[next]?.fields[0]) next++;
  const target = targetAt(chunks, next, grounding);
  if (target?.field.type !== 'boolean' || (chunks[next]?.fields[0]?.score ?? 0) < 0.8 || !endsClause(chunks, target.to))
    return undefined;
  const opposite = chunks[target.to - 1]?.opposite === true;
  return { actions: [setTo(target.field, never === opposite)], to: target.to };
};

/** "assign Tom Baker as rep for orders from Leeds", "put House Account as sales rep": the value, then what it is there. */
export const parseValueAs: ReadAction = (context, at, grounding) => {
  const { chunks } = context;
  const verb = chunks[at];
  const ordered = has(verb, 'give') && context.conditionBefore;
  if (!(has(verb, 'setTo', 'add', 'fill') && startsClause(chunks, at)) && !ordered) return undefined;
  if (verb?.quote !== undefined) return undefined;
  for (let as = at + 2; as < at + 7 && chunks[as] && !isBound(chunks[as]); as++) {
    if (!has(chunks[as], 'as') || has(chunks[as], 'with', 'have')) continue;
    const target = targetAt(chunks, as + 1, grounding);
    const first = has(chunks[at + 1], 'then', 'off') ? at + 2 : at + 1;
    const after = target && chunks[target.to];
    if (!target || target.field.type === 'list' || has(chunks[first], 'them')) return undefined;
    if (!endsClause(chunks, target.to) && !has(after, 'for', 'on', 'to', 'of', 'where', 'in')) return undefined;
    // "should have N.N. entered as manager"
    const participle =
      has(chunks[as - 1], 'setTo', 'fill', 'add', 'give') &&
      as - 1 > first &&
      /(ed|t|n)$/.test(chunks[as - 1]?.key ?? '');
    if (ordered && !participle) return undefined;
    const last = participle || says(chunks[as - 1], 'across') ? as - 1 : as;
    const read = readNewValue({ ...context, chunks: chunks.slice(0, last) }, first, target.field, grounding);
    if (read?.to !== last) return undefined;
    const over = has(after, 'for', 'on', 'to') && !has(after, 'where', 'if') ? target.to + 1 : target.to;
    return { actions: [setTo(target.field, read.value)], to: over };
  }
  return undefined;
};

/** "sales rep should be Elena Rossi for French orders", "status of returned orders becomes closed": the field, the verb, the value. */
export const parseFieldToBe: ReadAction = (context, at, grounding) => {
  const { chunks } = context;
  const opens = at === 0 || isBound(chunks[at - 1]) || has(chunks[at - 1], 'and', 'then');
  const target = opens ? targetAt(chunks, at, grounding) : undefined;
  if (!target || target.field.type === 'list' || valueOf(chunks[target.to - 1], target.field)) return undefined;
  // "telehealth yes for psychiatrists"
  const so = target.field.type === 'boolean' && has(chunks[target.to], 'trueWord', 'falseWord');
  if (so && has(chunks[target.to + 1], 'for', 'where', 'if') && !has(chunks[target.to + 1], 'be'))
    return { actions: [setTo(target.field, has(chunks[target.to], 'trueWord'))], to: target.to + 1 };
  let verb = target.to;
  const owned = !isOrdering(chunks[verb]) && !has(chunks[verb], 'where');
  while (owned && verb < target.to + FAR && chunks[verb] && !isBound(chunks[verb]) && !isOrdering(chunks[verb])) verb++;
  const said = chunks.slice(target.to, verb);
  // "country written as UK should be GB": what stands there now says which records.
  const itself = said.some(chunk => valueOf(chunk, target.field) !== undefined || has(chunk, 'empty', 'contains'));
  if (owned && !itself && !has(said[0], 'of', 'for', 'in')) return undefined;
  if (!isOrdering(chunks[verb])) return undefined;
  let next = verb + 1;
  while (next < verb + 4 && has(chunks[next], 'give', 'be', 'then', 'setTo', 'to', 'as')) next++;
  const value = chunks[next];
  const plain =
    value?.quote !== undefined ||
    value?.number !== undefined ||
    value?.date !== undefined ||
    valueOf(value, target.field) !== undefined ||
    has(value, 'trueWord', 'falseWord') ||
    namesNothing(value) ||
    (value?.roles.length === 0 && value.fields.length === 0);
  const read = plain ? readNewValue(context, next, target.field, grounding) : undefined;
  const after = read && chunks[read.to];
  const when = has(after, 'for', 'where', 'if', 'on', 'in', 'onlyIf', 'unless');
  if (!read || !(when || (endsClause(chunks, read.to) && (owned || context.conditionBefore)))) return undefined;
  if (endsSentence(chunks, next)) return undefined;
  const action = [setTo(target.field, read.value)];
  return { actions: action, to: read.to, ...(owned && { inner: [itself ? at : target.to, verb] as const }) };
};

/** What orders a state, and tells of none: "should be", "becomes", not "is". */
const isOrdering = (chunk: Chunk | undefined): boolean =>
  has(chunk, 'give') && !has(chunk, 'gets', 'have', 'of') && chunk?.quote === undefined && !chunk?.fields[0];
