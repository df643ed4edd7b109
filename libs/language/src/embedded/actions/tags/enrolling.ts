import type { Field } from '@lib/rules';
import type { ActionContext, FoundAction } from '../action-text';
import { endsClause } from '../clause-end';
import { startsClause } from '../clause-start';
import { setTo } from '../values/new-value';
import { has, isBound, isParticiple } from '../../cursor';
import { opensSaying, says } from '../../saying';
import type { Chunk } from '../../../grounding/link-words';

/** A score that names a yes/no field by its verb. */
const NAMED = 0.8;

/** So far the records reach at most, up to what they are to get. */
const FAR = 14;

/**
 * "unsubscribe everyone in China", "disconnect the machines in Lyon", "add everyone in HR to the newsletter": what is
 * ordered of records is that a yes/no field comes to be so, and no condition.
 */
export function parseEnrolling(context: ActionContext, at: number): FoundAction | undefined {
  const { chunks } = context;
  const verb = chunks[at];
  if (!verb || verb.quote !== undefined || verb.values.length > 0 || !opens(chunks, at)) return undefined;
  const way = wayOf(verb);
  if (way === undefined) return undefined;
  const records = at + 1;
  const given = givenBehind(chunks, records);
  if (given) {
    const words = chunks.slice(records, given.from);
    // "Zet de kostenplaats op 4200 voor collega's die op afstand werken": that is how they are, and no more.
    if (words.some(chunk => has(chunk, 'where') && !has(chunk, 'det', 'in')) || words.some(setsSomething))
      return undefined;
    const told = words.some(chunk => !has(chunk, 'them') || has(chunk, 'noun'));
    if (!told && !context.conditionBefore) return undefined;
    return {
      actions: [setTo(given.field, way)],
      to: given.to,
      ...(told && { inner: [records, given.from] as const }),
    };
  }
  const [named] = verb.fields;
  const orders = says(verb, 'starting', 'stopping', 'enrolling', 'withdrawing');
  if (named?.field.type !== 'boolean' || named.score < NAMED || / /.test(verb.key)) return undefined;
  // "spoedorders die nog niet verzonden zijn": a noun is no order, and what says which they are stands behind none.
  const told = isParticiple(verb) || says(verb, 'participle', 'past', 'happened', 'paidWord', 'adjectival');
  if ((told && !orders) || has(chunks[records], 'where')) return undefined;
  return pointsAtRecords(chunks, records, orders)
    ? { actions: [setTo(named.field, verb.opposite !== true)], to: records }
    : undefined;
}

/** A field or a number between the verb and what the records are said to get: something else is to be set. */
const setsSomething = (chunk: Chunk): boolean =>
  chunk.number !== undefined || (chunk.fields[0] !== undefined && chunk.fields[0].score >= NAMED);

const opens = (chunks: readonly Chunk[], at: number): boolean =>
  startsClause(chunks, at) && (at === 0 || isBound(chunks[at - 1]) || has(chunks[at - 1], 'and', 'then'));

/** Whether the verb says that it is to be so, or no more. */
function wayOf(verb: Chunk): boolean | undefined {
  if (says(verb, 'withdrawing', 'stopping')) return false;
  if (says(verb, 'enrolling', 'starting')) return true;
  if (verb.fields[0]?.field.type === 'boolean') return verb.opposite !== true;
  if (has(verb, 'remove') && !has(verb, 'tagNoun')) return false;
  return has(verb, 'add') && !has(verb, 'tagNoun') ? true : undefined;
}

const LEADS = ['to', 'from', 'for', 'off'] as const;

interface Given {
  readonly field: Field;
  readonly from: number;
  readonly to: number;
}

/** "… to the newsletter", "… vom Newsletter": behind the records, at the end of the clause, what they get. */
function givenBehind(chunks: readonly Chunk[], records: number): Given | undefined {
  let to = records;
  while (to < records + FAR && !endsClause(chunks, to)) to++;
  const link = chunks[to - 1]?.fields[0];
  if (link?.field.type !== 'boolean' || link.score < NAMED || chunks[to - 1]?.opposite) return undefined;
  const article = has(chunks[to - 2], 'det') && has(chunks[to - 3], ...LEADS);
  const lead = article ? to - 3 : to - 2;
  const first = chunks[records];
  // "remove all clinics with telehealth": what they have says which they are.
  const had = has(chunks[lead], 'with', 'have', 'without') || has(chunks[to - 2], 'with', 'have', 'without');
  const leads = has(chunks[lead], ...LEADS, 'det') || opensSaying(chunks[lead], 'comesFrom', 'towards');
  const led = lead > records && leads && !had;
  return led && has(first, 'det', 'noun', 'ones', 'them', 'people', 'for') && first?.fields.length === 0
    ? { field: link.field, from: lead, to }
    : undefined;
}

/** "everyone", "the machines", "a las personas"; behind a word that is nothing but an order the bare noun as well. */
function pointsAtRecords(chunks: readonly Chunk[], at: number, orders: boolean): boolean {
  if (has(chunks[at], 'det') && [at, at + 1].some(next => has(chunks[next], 'noun', 'ones'))) return true;
  return orders && (has(chunks[at], 'noun') || (has(chunks[at], 'for') && has(chunks[at + 1], 'noun', 'ones')));
}
