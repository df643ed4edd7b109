import type { Action, Field } from '@lib/rules';
import { actsOnIt, targetsAt } from './action-target';
import { type ActionContext, endsSentence, type FoundAction, mayBeginAction, type ReadAction } from '../action-text';
import { endsOrder, leavesOrder } from '../clause-end';
import { isListedValue } from '../clause-start';
import { has, isBound, isField } from '../../cursor';
import { says } from '../../saying';
import type { Role } from '../../../grounding/lexicon';
import type { Chunk, Grounding } from '../../../grounding/link-words';

/** The field "it" stands for: the last one spoken of. */
export function lastFieldOf(chunks: readonly Chunk[]): Field | undefined {
  return chunks.findLast(chunk => (chunk.fields[0]?.score ?? 0) >= 0.6)?.fields[0]?.field;
}

/** Whether an action may open here. */
export function opensClause(chunks: readonly Chunk[], at: number): boolean {
  const previous = chunks[at - 1];
  if (saysHeld(chunks, at) || isListedValue(chunks, at)) return false;
  return (
    !previous ||
    isBound(previous) ||
    !has(previous, 'det', 'any', 'without', 'have', 'no', 'as', 'not', 'where', 'be', 'in', 'of') ||
    has(previous, 'then', 'also', 'and', 'dash', 'give', 'empty')
  );
}

/** "no boss entered in the system", "no room recorded": what is not there, and where it would be. */
function saysHeld(chunks: readonly Chunk[], at: number): boolean {
  if (!has(chunks[at], 'filled') || !isField(chunks[at - 1]) || !has(chunks[at - 2], 'no', 'without')) return false;
  let next = at + 1;
  while (has(chunks[next], 'in', 'det') && next < at + 3) next++;
  const place = chunks[next];
  return next > at + 1 && has(place, 'filler') && !isField(place) && place?.values.length === 0;
}

const ON_FIELD = [
  ['upper', 'upperCase'],
  ['lower', 'lowerCase'],
  ['title', 'titleCase'],
  ['trim', 'trim'],
  ['mask', 'maskValue'],
  ['clear', 'clearValue'],
] as const satisfies readonly (readonly [Role, Action['type']])[];

const CHANGES = ON_FIELD.map(([role]) => role);

type OnField = (typeof ON_FIELD)[number][1];

const CASES = ['upper', 'lower', 'title'] as const;

/** What a word does to a field alone. */
export const kindOf = (chunk: Chunk | undefined): OnField | undefined =>
  has(chunk, ...CHANGES) && chunk?.quote === undefined ? ON_FIELD.find(([role]) => has(chunk, role))?.[1] : undefined;

const on = (type: OnField, fields: readonly Field[]): Action[] => fields.map(field => ({ type, field: field.name }));

/** "uppercase the country", "trim city and name", "make the name uppercase", "write the hall all in capitals". */
export const parseOnField: ReadAction = (context, at, grounding, before) => {
  const { chunks } = context;
  const verb = chunks[at];
  if (!verb || verb.quote !== undefined || !opensClause(chunks, at)) return undefined;
  const it = parseOnIt(context, at, before) ?? parseCaseLast(context, at, before);
  if (it) return it;
  const passive =
    parseAsked(context, at, grounding) ?? parsePassive(context, at, grounding) ?? parseNominal(context, at, grounding);
  if (passive) return passive;
  const ordered = has(verb, 'give') ? parseOrdered(context, at, grounding) : undefined;
  if (ordered) return ordered;
  const type = kindOf(verb);
  const late = has(verb, 'setTo') || says(verb, 'writing', 'reshape');
  if (!type && !late) return undefined;
  // "put in capitals the city": the case may stand first.
  const early = late && !type && caseAt(chunks, at + 1) !== undefined ? caseAt(chunks, at + 1) : undefined;
  const targets = targetsAt(chunks, early ? early.to : at + 1, grounding);
  if (!targets && type) return parseTwice(context, at, type, grounding);
  if (!targets) return undefined;
  const said = type ?? early?.type;
  // "blank last visit: tag never-seen": it says which records.
  const marked = has(chunks[targets.to], 'colon', 'arrow', 'comma', 'dash') || chunks[targets.to]?.key === '=';
  const pointed = has(chunks[at + 1], 'det') && !isField(chunks[at + 1]);
  if (type === 'clearValue' && has(verb, 'empty') && marked && !pointed && mayBeginAction(chunks, targets.to + 1))
    return undefined;
  if (type === 'clearValue' && has(verb, 'empty') && !pointed && has(chunks[at - 1], 'if')) return undefined;
  // "reset the status to new": what it is set to stands behind.
  if (type === 'clearValue' && has(verb, 'setTo') && has(chunks[targets.to], 'to') && chunks[targets.to + 1])
    return undefined;
  if (said) return { actions: on(said, targets.fields), to: afterEmphasis(chunks, targets.to, said) };
  const behind = caseAt(chunks, targets.to);
  return behind
    ? { actions: on(behind.type, targets.fields), to: behind.to }
    : parseCaseLater(context, targets.to, targets.fields);
};

/** "then make it upper case", "empty that field": the field that was acted on last, or else spoken of last. */
function parseOnIt(context: ActionContext, at: number, before: readonly Chunk[]): FoundAction | undefined {
  const { chunks } = context;
  let next = at + 1;
  while (next < at + 3 && has(chunks[next], 'them', 'det') && !isField(chunks[next])) next++;
  const named = has(chunks[next], 'fieldWord') && !isField(chunks[next]) ? next + 1 : next;
  const late = has(chunks[at], 'setTo') || says(chunks[at], 'writing', 'reshape');
  const field = context.acted ?? lastFieldOf(before);
  if (!field) return undefined;
  // "make them lower case", "pásalos a minúsculas": only texts have a case.
  const behind = late && field.type === 'text' ? caseAt(chunks, named) : undefined;
  if (named === at + 1)
    return behind && endsOrder(chunks, behind.to) ? { actions: on(behind.type, [field]), to: behind.to } : undefined;
  if (
    !has(chunks[at + 1], 'them') ||
    (says(chunks[at + 1], 'themAlone') && named === next && !context.acted && !behind)
  )
    return undefined;
  const type = kindOf(chunks[at]);
  if (behind) return { actions: on(behind.type, [field]), to: behind.to };
  // "blank it out": the particle of the verb stands behind.
  const to = type ? afterEmphasis(chunks, named, type) : named;
  return type && endsOrder(chunks, to) ? { actions: on(type, [field]), to } : undefined;
}

/** "Kundennamen, die auf GmbH enden, in Großbuchstaben": the case ends a sentence that opened with its field. */
function parseCaseLast({ chunks }: ActionContext, at: number, before: readonly Chunk[]): FoundAction | undefined {
  const previous = chunks[at - 1];
  if (!previous || !(has(previous, 'comma', 'then', 'arrow', 'colon') || previous.quote !== undefined))
    return undefined;
  const said = caseAt(chunks, at);
  const to = said && behindVerbs(chunks, said.to);
  const after = to === undefined ? undefined : chunks[to];
  if (!said || to === undefined || (after && !isBound(after) && !has(after, 'and', 'besides'))) return undefined;
  const opener = before.find(chunk => !has(chunk, 'det', 'then') && !(has(chunk, 'filler') && !isField(chunk)));
  const field = isField(opener) && opener?.values.length === 0 ? opener.fields[0]?.field : undefined;
  return field?.type === 'text' ? { actions: on(said.type, [field]), to } : undefined;
}

/** How far a case may stand behind its field. */
const FAR = 12;

/** "schreibe die E-Mail der französischen Mitarbeiter in Kleinbuchstaben": whose field it is stands before the case. */
function parseCaseLater(context: ActionContext, at: number, fields: readonly Field[]): FoundAction | undefined {
  const { chunks } = context;
  if (!has(chunks[at], 'of', 'in', 'for', 'det', 'where') && !chunks[at]?.values[0]) return undefined;
  for (let next = at + 1; next < at + FAR && next < chunks.length && !endsSentence(chunks, next); next++) {
    const behind = caseAt(chunks, next);
    if (behind && endsOrder(chunks, behind.to))
      return { actions: on(behind.type, fields), to: behind.to, inner: [at, next] };
  }
  return undefined;
}

/** "soll der Nachname in Großbuchstaben geschrieben werden": the verb of the order first, what is to be done last. */
function parseOrdered(context: ActionContext, at: number, grounding: Grounding): FoundAction | undefined {
  const { chunks } = context;
  const targets = targetsAt(chunks, at + 1, grounding);
  if (!targets) return undefined;
  const said = caseAt(chunks, targets.to) ?? lateVerb(chunks, targets.to, true);
  return said && { actions: on(said.type, targets.fields), to: behindVerbs(chunks, said.to) };
}

/** Verbs that only close the clause: "… umwandeln", "… geschrieben werden". */
function behindVerbs(chunks: readonly Chunk[], at: number): number {
  let next = at;
  while (next < at + 3 && has(chunks[next], 'give', 'be', 'setTo') && chunks[next]?.quote === undefined) next++;
  return isBound(chunks[next]) || has(chunks[next], 'and', 'if', 'for', 'where', 'amp') ? next : at;
}

/** "trim and upper-case the serial number": two things done to the same. */
function parseTwice(context: ActionContext, at: number, type: OnField, grounding: Grounding): FoundAction | undefined {
  const { chunks } = context;
  if (!has(chunks[at + 1], 'and', 'comma', 'amp')) return undefined;
  const second = has(chunks[at + 2], 'and', 'then') ? at + 3 : at + 2;
  const other = kindOf(chunks[second]);
  const targets = other && targetsAt(chunks, second + 1, grounding);
  return targets && { actions: [...on(type, targets.fields), ...on(other, targets.fields)], to: targets.to };
}

/** "lower case", "into capitals", "all in upper case"; and masks and emptiness that are said as a state: "auf unleserlich". */
function caseAt(chunks: readonly Chunk[], at: number): { readonly type: OnField; readonly to: number } | undefined {
  let next = at;
  while (
    next < at + 4 &&
    has(chunks[next], 'to', 'into', 'in', 'allTags', 'be', 'filler', 'det') &&
    !has(chunks[next], ...CASES, 'mask')
  )
    next++;
  const type = ON_FIELD.find(
    ([role]) => (role === 'mask' || CASES.some(one => one === role)) && has(chunks[next], role),
  )?.[1];
  return type && chunks[next]?.quote === undefined ? { type, to: next + 1 } : undefined;
}

/** "uppercase the city completely", "clear the phone out": no more than emphasis. */
function afterEmphasis(chunks: readonly Chunk[], at: number, type: OnField): number {
  let next = at;
  while (has(chunks[next], 'off') || (kindOf(chunks[next]) === type && next > 0 && !isField(chunks[next]))) next++;
  return next;
}

/** "could the phone numbers of leavers be wiped?": the field between its two verbs, with whose it is. */
function parseAsked(context: ActionContext, at: number, grounding: Grounding): FoundAction | undefined {
  const { chunks } = context;
  if (!has(chunks[at], 'may', 'give') || (at > 0 && !isBound(chunks[at - 1]) && !has(chunks[at - 1], 'filler')))
    return undefined;
  const targets = targetsAt(chunks, at + 1, grounding);
  if (!targets) return undefined;
  let be = targets.to;
  while (
    be < targets.to + FAR &&
    chunks[be] &&
    !isBound(chunks[be]) &&
    !(has(chunks[be], 'be') && kindOf(chunks[be + 1]))
  )
    be++;
  const type = has(chunks[be], 'be') ? kindOf(chunks[be + 1]) : undefined;
  if (!type || !leavesOrder(chunks, be + 2)) return undefined;
  return {
    actions: on(type, targets.fields),
    to: be + 2,
    ...(be > targets.to && { inner: [targets.to, be] as const }),
  };
}

/** "phone and e-mail must be masked", "salaries above 5000 have to be hidden": the field stands before its verb. */
function parsePassive(context: ActionContext, at: number, grounding: Grounding): FoundAction | undefined {
  const { chunks } = context;
  if (!has(chunks[at], 'give')) return undefined;
  let next = at + 1;
  while (
    next < at + 6 &&
    has(chunks[next], 'give', 'be', 'then', 'filler', 'allTags', 'in', 'into', 'det') &&
    !kindOf(chunks[next])
  )
    next++;
  const type = kindOf(chunks[next]);
  if (!type || !(leavesOrder(chunks, next + 1) || has(chunks[next + 1], 'filler'))) return undefined;
  // "give them", "should be cleared": which field is said before.
  let first = at;
  while (first > 0 && !endsSentence(chunks, first - 1) && !has(chunks[first - 1], 'arrow')) first--;
  for (let from = at - 1; from >= first; from--) {
    const targets = targetsAt(chunks, from, grounding);
    const opens = from === first || isBound(chunks[from - 1]) || has(chunks[from - 1], 'and', 'then', 'det');
    if (targets?.to === at && opens && targets.fields.length > 0) {
      const widest = widestBefore(chunks, first, at, grounding) ?? { from, fields: targets.fields };
      return { actions: on(type, widest.fields), to: next + 1, from: widest.from };
    }
  }
  const subject = targetsAt(chunks, first, grounding);
  return subject && { actions: on(type, subject.fields), to: next + 1 };
}

/** The longest list of fields that ends right here. */
function widestBefore(
  chunks: readonly Chunk[],
  first: number,
  end: number,
  grounding: Grounding,
): { readonly from: number; readonly fields: readonly Field[] } | undefined {
  for (let from = first; from < end; from++) {
    const targets = targetsAt(chunks, from, grounding);
    const opens = from === first || isBound(chunks[from - 1]) || has(chunks[from - 1], 'and', 'then');
    if (opens && targets?.to === end) return { from, fields: targets.fields };
  }
  return undefined;
}

/** "order number in upper case for Italian orders": no verb at all. */
function parseNominal(context: ActionContext, at: number, grounding: Grounding): FoundAction | undefined {
  const { chunks } = context;
  // "Bei abgebrochenen Projekten den Projektleiter leeren": behind whose field it is.
  const whose = has(chunks[at - 1], 'noun') || (chunks[at - 1]?.values.length ?? 0) > 0 || isLedByWhose(chunks, at);
  const behind = has(chunks[at], 'det') && whose && !isField(chunks[at]);
  const opens = behind || at === 0 || isBound(chunks[at - 1]) || has(chunks[at - 1], 'and', 'then', 'arrow');
  const targets = opens && !actsOnIt(chunks, at) ? targetsAt(chunks, at, grounding) : undefined;
  if (!targets || kindOf(chunks[at])) return undefined;
  const said = caseAt(chunks, targets.to);
  const late = (behind ? undefined : said) ?? lateVerb(chunks, targets.to, behind);
  // "first names all caps? make them …": asked of the records, no order.
  if (!late || (!behind && chunks[late.to]?.key === '?' && chunks[late.to + 1])) return undefined;
  // "e-mails in capitals should be lower case": how they are written now, and what they are to be.
  const anew = has(chunks[late.to], 'give') ? caseAt(chunks, late.to + 1) : undefined;
  if (anew) return { actions: on(anew.type, targets.fields), to: behindVerbs(chunks, anew.to) };
  const actions = on(late.type, targets.fields);
  let to = behindVerbs(chunks, late.to);
  // "in lower case and without blanks around it": more of the same field.
  while (has(chunks[to], 'and', 'comma')) {
    const joint = has(chunks[to + 1], 'and') ? to + 2 : to + 1;
    const more = caseAt(chunks, joint) ?? trimAt(chunks, joint);
    if (!more) break;
    actions.push(...on(more.type, targets.fields));
    to = more.to;
  }
  return { actions, to };
}

/** "Bei Kunden, die vor 2015 geworben wurden, | die Notizen leeren": whose it is opens the clause, however it ends. */
function isLedByWhose(chunks: readonly Chunk[], at: number): boolean {
  let first = at;
  while (first > 0 && !endsSentence(chunks, first - 1) && !has(chunks[first - 1], 'arrow', 'colon')) first--;
  const opener = chunks[first];
  return has(opener, 'for') && !has(opener, 'if', 'give') && !has(chunks[at - 1], 'det', 'in', 'of', 'with', 'where');
}

const trimAt = (chunks: readonly Chunk[], at: number): { readonly type: OnField; readonly to: number } | undefined =>
  has(chunks[at], 'trim') && chunks[at]?.quote === undefined && !isField(chunks[at + 1])
    ? { type: 'trim', to: at + 1 }
    : undefined;

/** "die E-Mail maskieren", "Telefon und Fax leeren": the verb ends the clause. */
function lateVerb(
  chunks: readonly Chunk[],
  at: number,
  ordered = false,
): { readonly type: OnField; readonly to: number } | undefined {
  const type = kindOf(chunks[at]);
  // "graag de opmerkingen gewist zien"
  const to = says(chunks[at + 1], 'seenDone') ? at + 2 : at + 1;
  const after = chunks[to];
  return type &&
    (ordered || !has(chunks[at], 'empty')) &&
    (!after || isBound(after) || has(after, 'and', 'if') || (ordered && has(after, 'give', 'be')))
    ? { type, to }
    : undefined;
}
