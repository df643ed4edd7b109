import type { ActionContext, FoundAction } from '../action-text';
import { capitalNameAt } from './capital-names';
import { endsOrder } from '../clause-end';
import { wordEnd } from './tag-ends';
import { has, isBound } from '../../cursor';
import { says } from '../../saying';
import type { Chunk } from '../../../grounding/link-words';

/** Words that may still stand behind "as a tag": the verb of the order, and what is said besides. */
const CLOSING = ['add', 'setTo', 'give', 'then', 'tag', 'be'] as const;

/** What no tag is called by a word of. */
const GRAMMAR = [
  'det',
  'them',
  'where',
  'if',
  'and',
  'or',
  'not',
  'no',
  'give',
  'then',
  'add',
  'tag',
  'tagNoun',
  'be',
] as const;

const isName = (chunk: Chunk | undefined): boolean =>
  chunk !== undefined &&
  !isBound(chunk) &&
  (chunk.quote !== undefined ||
    (/^[\p{L}\p{N}]/u.test(chunk.text) && !chunk.date && !chunk.duration && !has(chunk, ...GRAMMAR)));

/** One word, or several with capitals: "→ Chase Payment as tag". */
function behindName(chunks: readonly Chunk[], at: number): number {
  let to = wordEnd(chunks, at);
  if (chunks[at]?.quote !== undefined || !/^\p{Lu}/u.test(chunks[at]?.text ?? '')) return to;
  while (to < at + LONGEST && /^[\p{Lu}\p{N}]/u.test(chunks[to]?.text ?? '') && !isBound(chunks[to]))
    to = wordEnd(chunks, to);
  return to;
}

/** A name has hardly more words. */
const LONGEST = 5;

/** "…: hitze als Tag", "… kriegen dolmetscher als Tag", "spoed als label erbij": one word, whatever it means elsewhere, and then that it is a tag. */
export function parseCalledLast({ chunks, text, conditionBefore }: ActionContext, at: number): FoundAction | undefined {
  if (!conditionBefore) return undefined;
  let from = at;
  while (from < at + 3 && has(chunks[from], 'give', 'then') && !isBound(chunks[from])) from++;
  const opens = from > at || isBound(chunks[at - 1]) || has(chunks[at - 1], 'and', 'then', 'arrow', 'dash', 'give');
  const first = chunks[from];
  if (!opens || !first || !isName(first)) return undefined;
  const as = behindName(chunks, from);
  const noun = has(chunks[as + 1], 'det') && !has(chunks[as + 1], 'tagNoun') ? as + 2 : as + 1;
  if (!has(chunks[as], 'as') || !has(chunks[noun], 'tagNoun') || chunks[noun]?.quote !== undefined) return undefined;
  let to = noun + 1;
  while (to < noun + 4 && has(chunks[to], ...CLOSING) && !isBound(chunks[to]) && !chunks[to]?.quote) to++;
  if (!endsOrder(chunks, to)) return undefined;
  return { actions: [{ type: 'addTag', value: first.quote ?? text.slice(first.start, chunks[as - 1]?.end) }], to };
}

/** "… zur überholung taggen", "…, mit gespräch taggen": one word that can be nothing but the tag before the verb that ends the order. */
export function parseTaggedLast(context: ActionContext, at: number): FoundAction | undefined {
  const { chunks, text, conditionBefore } = context;
  const lead = chunks[at];
  const named = parseNamedLast(context, at);
  if (named) return named;
  const serves = says(lead, 'purpose');
  if (!conditionBefore || !lead || lead.quote !== undefined || !(serves || says(lead, 'withWord'))) return undefined;
  const first = chunks[at + 1];
  if (!first || !isName(first) || first.number) return undefined;
  const verb = wordEnd(chunks, at + 1);
  if (!has(chunks[verb], 'tag') || chunks[verb]?.quote !== undefined || has(chunks[verb], 'tagNoun')) return undefined;
  let to = verb + 1;
  while (to < verb + 3 && has(chunks[to], 'give', 'be', 'may')) to++;
  // "Mitarbeiter mit Telefon taggen" may lack its tag: behind the end of a clause nobody is told of any more.
  const apart = serves || isBound(chunks[at - 1]) || has(chunks[at - 1], 'then');
  if (!apart || !endsOrder(chunks, to)) return undefined;
  return { actions: [{ type: 'addTag', value: first.quote ?? text.slice(first.start, chunks[verb - 1]?.end) }], to };
}

/** So far behind the beginning of its clause stands the verb at most. */
const FAR = 8;

/** "as" always leads to the tag; "with" only behind what records hold, for names have it as well. */
const leadsWithin = (chunks: readonly Chunk[], from: number, verb: number): boolean =>
  chunks
    .slice(from + 1, verb)
    .some(
      chunk =>
        chunk.quote === undefined &&
        ((has(chunk, 'as') && !has(chunk, 'with')) ||
          (says(chunk, 'withWord') && (chunks[from]?.values.length ?? 0) > 0)),
    );

/** The "with" or "as" that leads to the name, behind "please" and whom it is for: "Bitte mit …", "Die bitte als …". */
function leadTo(chunks: readonly Chunk[], at: number): number | undefined {
  let lead = at;
  while (lead < at + 3 && has(chunks[lead], 'then', 'them', 'det') && !isLead(chunks[lead])) lead++;
  return isLead(chunks[lead]) ? lead : undefined;
}

const isLead = (chunk: Chunk | undefined): boolean =>
  chunk?.quote === undefined && (says(chunk, 'withWord') || has(chunk, 'as'));

/** "…: Zu heiß taggen", "…, bitte mit Lizenz prüfen taggen": all that stands between the end of a clause and the verb, if it begins with a capital. */
function parseNamedLast(context: ActionContext, at: number): FoundAction | undefined {
  const { chunks, conditionBefore, listed } = context;
  const before = chunks[at - 1];
  if (!conditionBefore || !(isBound(before) || has(before, 'then') || listed === at)) return undefined;
  const lead = leadTo(chunks, at);
  const led = lead !== undefined;
  const from = led ? lead + 1 : at;
  let verb = from + 1;
  while (verb < from + FAR && chunks[verb] && !has(chunks[verb], 'tag', 'comma', 'colon', 'arrow')) verb++;
  // "Status Open, | Paid oder Shipped als Laufend taggen": the tag is what stands behind the word that leads to it.
  if (!led && leadsWithin(chunks, from, verb)) return undefined;
  const said = chunks[verb];
  if (!has(said, 'tag') || has(said, 'tagNoun') || said?.quote !== undefined || !/^\p{Ll}/u.test(said?.text ?? ''))
    return undefined;
  // "…, Paid of Shipped labelen als X": the name stands behind the verb.
  if (has(chunks[verb + 1], 'as')) return undefined;
  let to = verb + 1;
  while (to < verb + 3 && has(chunks[to], 'give', 'be', 'may')) to++;
  const name = endsOrder(chunks, to) ? capitalNameAt(context, from, verb) : undefined;
  return name?.to === verb ? { actions: [{ type: 'addTag', value: name.value }], to } : undefined;
}
