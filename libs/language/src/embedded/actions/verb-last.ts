import type { Action, Field } from '@lib/rules';
import { targetAt, targetsAt } from './values/action-target';
import { type ActionContext, endsSentence, type FoundAction, type ReadAction } from './action-text';
import { endsOrder } from './clause-end';
import { behindLastVerbs } from './last-verbs';
import { kindOf } from './values/field-changes';
import { setsField } from './values/field-set';
import { readNewValue } from './values/new-value';
import { opensQuestion, readStated } from './values/setting-records';
import { statedAt } from './values/stated-value';
import { has, isBound } from '../cursor';
import { says } from '../saying';
import type { Chunk, Grounding } from '../../grounding/link-words';

/** How far the verb may stand behind what it is about. */
const FAR = 14;

const CASES = ['upper', 'lower', 'title', 'mask'] as const;

/** Whether a thing to be done may be named from here on. */
const opens = (chunks: readonly Chunk[], at: number): boolean =>
  at === 0 || isBound(chunks[at - 1]) || has(chunks[at - 1], 'and', 'then', 'arrow', 'dash');

/** What the last words of an order do to a field: "entfernen", "in Großbuchstaben umwandeln". */
function deedAt(
  chunks: readonly Chunk[],
  at: number,
): { readonly type: NonNullable<ReturnType<typeof kindOf>>; readonly to: number } | undefined {
  const type = kindOf(chunks[at]);
  if (!type || (has(chunks[at], 'empty') && !has(chunks[at], ...CASES))) return undefined;
  const to = behindLastVerbs(chunks, at + 1);
  return endsOrder(chunks, to) ? { type, to } : undefined;
}

/** "Bewertung bei allen gesperrten Anbietern entfernen", "modelnaam van alles in Eindhoven in hoofdletters zetten": whose field it is stands before the verb. */
export const parseDeedLast: ReadAction = (context, at, grounding) => {
  const { chunks } = context;
  if (chunks[at]?.quote !== undefined || !opens(chunks, at)) return undefined;
  const targets = targetsAt(chunks, at, grounding);
  if (!targets || kindOf(chunks[at]) || isVerb(chunks[at])) return undefined;
  // "van alles | wat in Eindhoven staat"
  const clause = has(chunks[targets.to - 1], 'noun') && has(chunks[targets.to], 'where', 'ask');
  if (!clause && !has(chunks[targets.to], 'of', 'for', 'in', 'allTags')) return undefined;
  if (has(chunks[targets.to], ...CASES) || has(chunks[targets.to], 'if')) return undefined;
  // "Priorität auf Low, Notizen leeren": the first is set, and the verb is that of the next.
  if (setsField(chunks, at)) return undefined;
  for (let verb = targets.to + 2; verb < targets.to + FAR && verb < chunks.length; verb++) {
    if (endsSentence(chunks, verb) || has(chunks[verb], 'colon', 'arrow')) return undefined;
    const deed = deedAt(chunks, verb);
    // "die Stufe auf Bronze setzen | und das Tag Partner entfernen": another verb ended the order before.
    if (!deed && has(chunks[verb], 'setTo', 'fill', 'add') && endsOrder(chunks, verb + 1)) return undefined;
    if (!deed) continue;
    let end = verb;
    while (end > targets.to + 1 && (has(chunks[end - 1], 'then') || isLead(chunks, end - 1))) end--;
    const actions: Action[] = targets.fields.map(({ name }: Field) => ({ type: deed.type, field: name }));
    return { actions, to: deed.to, inner: [targets.to, end] };
  }
  return undefined;
};

/** "make all supplier names lower case": a verb that orders, though somebody's pay may be spoken of so. */
const isVerb = (chunk: Chunk | undefined): boolean =>
  has(chunk, 'setTo') && !chunk?.fields.some(({ score }) => score >= CALLED);

/** So surely a field is called by its name. */
const CALLED = 0.98;

/** "… in | Großbuchstaben": what leads to the case. */
const isLead = (chunks: readonly Chunk[], at: number): boolean =>
  has(chunks[at], 'in', 'into', 'to', 'comma') && chunks[at]?.values.length === 0;

/** "fehlende Telefonnummern mit unbekannt auffüllen", "ontbrekende e-mails aanvullen met X": what is missing, and what is put there. */
export const parseFillingLast: ReadAction = (context, at, grounding) => {
  const { chunks } = context;
  if (!has(chunks[at], 'empty') || chunks[at]?.quote !== undefined) return undefined;
  const target = targetAt(chunks, at + 1, grounding);
  if (!target || target.field.type === 'list') return undefined;
  const fills = (place: number): boolean => has(chunks[place], 'fill', 'setTo', 'replace');
  const early = has(chunks[target.to], 'fill') ? target.to + 1 : target.to;
  if (!has(chunks[early], 'with', 'into', 'to')) return undefined;
  if (early > target.to) {
    const read = readNewValue(context, early + 1, target.field, grounding);
    return read && endsOrder(chunks, read.to) ? filled(target.field, read) : undefined;
  }
  for (let verb = early + 2; verb < early + FAR && verb < chunks.length && !endsSentence(chunks, verb); verb++) {
    if (!fills(verb) || !endsOrder(chunks, behindLastVerbs(chunks, verb + 1))) continue;
    const read = readNewValue({ ...context, chunks: chunks.slice(0, verb) }, early + 1, target.field, grounding);
    return read?.to === verb ? filled(target.field, { ...read, to: behindLastVerbs(chunks, verb + 1) }) : undefined;
  }
  return undefined;
};

function filled(field: Field, { value, to }: NonNullable<ReturnType<typeof readNewValue>>): FoundAction | undefined {
  return value === null ? undefined : { actions: [{ type: 'fillEmpty', field: field.name, value }], to };
}

/** "…, kommen auf maintenance", "… gaan naar inactive": where records are put that were told of before. */
function parseComingTo(context: ActionContext, at: number, grounding: Grounding): FoundAction | undefined {
  const { chunks, tags } = context;
  const closes = isBound(chunks[at - 1]) || has(chunks[at - 1], 'then', 'noun');
  if (!closes || !says(chunks[at], 'landsOn') || !has(chunks[at + 1], 'to') || opensQuestion(chunks)) return undefined;
  const stated = statedAt(chunks, at + 2, tags);
  return stated && endsOrder(chunks, stated.to) ? readStated(context, stated, grounding) : undefined;
}

/** "Roboter …, auf Wartung umstellen", "iedereen met verlof weer op active zetten": the value alone before the verb that ends the order. */
export const parseValueLast: ReadAction = (context, at, grounding) => {
  const { chunks, tags } = context;
  const joint = chunks[at];
  if (!context.conditionBefore || joint?.quote !== undefined) return undefined;
  const coming = parseComingTo(context, at, grounding);
  if (coming) return coming;
  if (!has(joint, 'to') || has(joint, 'from', 'until')) return undefined;
  if (joint?.values.length) return undefined;
  const stated = statedAt(chunks, at + 1, tags);
  const verb = stated && chunks[stated.to];
  if (!stated || verb?.quote !== undefined || !(has(verb, 'setTo', 'move') || says(verb, 'bringsTo'))) return undefined;
  const to = behindLastVerbs(chunks, stated.to + 1);
  return endsOrder(chunks, to) ? readStated(context, { ...stated, to }, grounding) : undefined;
};
