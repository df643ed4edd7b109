import { type Field, tagsFieldOf } from '@lib/rules';
import { has } from '../../cursor';
import { isUntoldDay } from '../../conditions/dates/untold-day';
import { opensSaying, says } from '../../saying';
import type { Chunk, Grounding } from '../../../grounding/link-words';
import { isDateField } from '../../../grounding/fields/date-field';
import { namesRecords } from '../../../grounding/fields/own-words';

export interface Target {
  readonly field: Field;
  readonly to: number;
}

/** The field an action is about; the tags field is written by tag actions only. */
export function targetAt(
  chunks: readonly Chunk[],
  at: number,
  grounding: Grounding,
  tagsToo = false,
): Target | undefined {
  let next = at;
  while (
    next < at + 4 &&
    has(chunks[next], 'det', 'fieldWord', 'filler', 'of', 'them', 'also', 'then', 'both') &&
    !chunks[next]?.fields[0]
  )
    next++;
  // "every provider e-mail": whose it is, before the field.
  if (
    has(chunks[next], 'noun') &&
    isOnlyNoun(chunks[next]) &&
    (chunks[next]?.fields.length ?? 0) === 0 &&
    (chunks[next + 1]?.fields[0]?.score ?? 0) >= 0.9 &&
    namesRecords(grounding.recordType, chunks[next]?.key ?? '')
  )
    next++;
  let best: Target | undefined;
  const chunk = chunks[next];
  const link = chunk?.fields.find(candidate => tagsToo || candidate.field.name !== tagsFieldOf(grounding.recordType));
  // "correo-falta", "mail-ontbreekt": a part of a word put together is no field.
  const whole = !(chunks[next + 1]?.glued && has(chunks[next + 1], 'dash') && chunks[next + 2]?.glued);
  const named = chunk?.quote === undefined && whole && link && link.score >= 0.5 && !tellsRecords(chunks, next);
  if (named && !(isDateField(link.field) && isUntoldDay(chunk, grounding))) best = { field: link.field, to: next + 1 };
  while (best && isGeneral(chunks[best.to], best.field) && (chunks[best.to]?.fields[0]?.score ?? 0) < FIRM)
    best = { ...best, to: best.to + 1 };
  // "el nombre del médico": whose it is goes without saying.
  if (best && has(chunks[best.to], 'of') && has(chunks[best.to + 1], 'noun') && isOnlyNoun(chunks[best.to + 1]))
    best = { ...best, to: best.to + 2 };
  // "het e-mailadres | van de klant": what could be called so as well says whose it is.
  const whose = best && opensSaying(chunks[best.to], 'ofDate') && !chunks[best.to]?.values.length;
  if (best && whose && chunks[best.to]?.fields.some(({ field, score }) => field === best?.field && score >= 0.5))
    best = { ...best, to: best.to + 1 };
  // "mets la priorité Urgent": what the field may hold is no part of its name.
  const held = best && chunks[best.to]?.values.some(({ field, via }) => field === best?.field && via === undefined);
  if (best && !held && chunks[best.to]?.fields[0]?.field.name === best.field.name) best = { ...best, to: best.to + 1 };
  return best;
}

/** "delete all terminated employees": a value before the records says which of them, whatever field its word sounds like. */
const tellsRecords = (chunks: readonly Chunk[], at: number): boolean =>
  chunks[at]?.values.some(({ via, score }) => via === undefined && score > (chunks[at]?.fields[0]?.score ?? 0)) ===
    true && isOnlyNoun(chunks[at + 1]);

/** A general word that names a field of its own as surely as this is no part of the name before it. */
const FIRM = 0.5;

/** "the next dry dock date": a general word for what the field is. */
const isGeneral = (chunk: Chunk | undefined, field: Field): boolean =>
  has(chunk, 'fieldWord') || (says(chunk, 'dateWord') && isDateField(field));

const isOnlyNoun = (chunk: Chunk | undefined): boolean =>
  chunk?.quote === undefined && (chunk?.fields[0]?.score ?? 0) < 0.8 && chunk?.values.length === 0;

/** Names of fields that may be verbs as well ("make", "copy"). */
const VERBS = ['tag', 'trim', 'upper', 'lower', 'title', 'clear', 'setTo', 'mask', 'remove', 'copy', 'move'] as const;

/** "…, then make it upper case": the next thing to do, though "make" names a field as well. */
export function actsOnIt(chunks: readonly Chunk[], at: number): boolean {
  const verb = has(chunks[at], 'then', 'also') ? at + 1 : at;
  return has(chunks[verb], ...VERBS) && has(chunks[verb + 1], 'them');
}

/** Several of them: "city and name", "the phone, the fax and the e-mail". */
export function targetsAt(
  chunks: readonly Chunk[],
  at: number,
  grounding: Grounding,
  tagsToo = false,
): { readonly fields: readonly Field[]; readonly to: number } | undefined {
  const fields: Field[] = [];
  let next = at;
  for (;;) {
    const target = targetAt(chunks, next, grounding, tagsToo);
    if (!target) break;
    fields.push(target.field);
    next = target.to;
    let joint = next;
    while (joint < next + 2 && has(chunks[joint], 'and', 'comma', 'amp') && chunks[joint]?.quote === undefined) joint++;
    if (
      joint === next ||
      actsOnIt(chunks, joint) ||
      !targetAt(chunks, joint, grounding, tagsToo) ||
      (has(chunks[joint], ...VERBS) &&
        (has(chunks[joint + 1], 'tagNoun') || targetAt(chunks, joint + 1, grounding, tagsToo)))
    )
      break;
    next = joint;
  }
  return fields.length > 0 ? { fields: [...new Set(fields)], to: next } : undefined;
}
