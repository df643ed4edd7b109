import { type ActionContext, endsSentence, isAndThe, mayBeginAction, plainly as has } from '../action-text';
import { concernedAt, endsOrder, isAlsoLast } from '../clause-end';
import { isBound } from '../../cursor';
import { saidTo, says } from '../../saying';
import { besideEnd } from '../orders-beside';
import { bringsField, setsField } from '../values/field-set';
import { listsHeld } from '../records-listed';
import { deedBehind } from './deed-behind-name';
import { isCapital, isClausal, isCompound, isDeedAsName, isGrammar, opensBesides, wordEnd } from './tag-ends';
import type { Chunk } from '../../../grounding/link-words';

/** So many words a clause has that names a tag and what is done with it. */
const SHORT = 4;

const CONDITIONAL = ['if', 'unless', 'except', 'onlyIf'] as const;

function endsTag(context: ActionContext, at: number, from: number): boolean {
  const { chunks } = context;
  const chunk = chunks[at];
  if (!chunk || endsSentence(chunks, at) || has(chunk, 'arrow')) return true;
  if (has(chunk, 'open') && !chunk.glued) return true;
  if (at === from) return false;
  // "(tag leased)": the bracket was opened before the tag.
  if (has(chunk, 'close') && !chunks.slice(from, at).some(part => has(part, 'open'))) return true;
  if (opensBesides(chunk) || isAlsoLast(chunks, at) || concernedAt(chunks, at) !== undefined) return true;
  if (at === wordEnd(chunks, from) && isWholeTag(context, from, at) && isGrammar(chunk)) return true;
  // "Tag "Intern" vergeben und …", "tag Focus hinzufügen und …": what stands behind is the verb.
  if (chunks[from]?.quote !== undefined && at === from + 1 && !has(chunk, 'and', 'or', 'comma', 'amp', 'slash'))
    return true;
  // "book-slot": the last part of one word is no verb.
  const inWord = chunk.glued && has(chunks[at - 1], 'dash') && chunks[at - 1]?.glued === true;
  // "etiqueta Por atribuir", "tag À ajouter": what is to be done with them, as a name.
  const named = at === from + 1 && isDeedAsName(chunks, from);
  if (has(chunk, 'add') && !inWord && !named && !/^\p{Lu}/u.test(chunk.text) && verbEndsClause(chunks, at)) return true;
  // "hw-alert" is one word, whatever its parts mean elsewhere.
  if (has(chunk, 'dash') && chunk.glued && chunks[at + 1]?.glued) return false;
  // "tag as old anything ordered …"
  if (
    !context.conditionBefore &&
    !/^\p{Lu}/u.test(chunk.text) &&
    has(chunk, 'noun') &&
    has(chunk, 'det') &&
    chunks[at + 1]
  )
    return true;
  const capital = /^\p{Lu}/u.test(chunk.text);
  // "tag junior all with less than 3 years": those it is for follow.
  if (!context.conditionBefore && !capital && has(chunk, 'allTags') && !chunk.glued && chunks[at + 1]) return true;
  // "mark the following staff as Key Users: E1004, E1019": whose tag it is.
  if (has(chunk, 'colon') && listsHeld(chunks, at + 1, context.tags)) return true;
  // "label as X: the condition", "add tag X to people hired …"
  if (
    !context.conditionBefore &&
    has(chunk, 'colon') &&
    (!(chunks[at + 1]?.glued ?? true) || chunks[at + 1]?.text === '\n')
  )
    return true;
  if (
    !context.conditionBefore &&
    !capital &&
    (says(chunk, 'receives') || (has(chunk, 'to', 'into') && !has(chunk, 'and'))) &&
    (has(chunks[at + 1], 'noun', 'det') ||
      ((chunks[at + 1]?.values[0] || has(chunks[at + 1], 'filler')) && has(chunks[at + 2], 'noun')))
  )
    return true;
  // "put the tag X on those records", "… on anything that is late"
  if (has(chunk, 'on', 'for') && /^\p{Ll}/u.test(chunk.text) && has(chunks[at + 1], 'them', 'det', 'ones')) return true;
  if (
    has(chunk, ...CONDITIONAL) &&
    !capital &&
    !has(chunk, 'to', 'from', 'for') &&
    (!has(chunk, 'where', 'in') || !context.conditionBefore)
  )
    return true;
  if (!context.conditionBefore && !capital && has(chunk, 'for', 'where') && !has(chunk, 'det', 'of')) return true;
  if (
    !context.conditionBefore &&
    !capital &&
    has(chunk, 'for') &&
    (says(chunk, 'forWord') || has(chunks[at + 1], 'where'))
  )
    return true;
  // "etiqueta como VIP los pedidos con …": whose tag it is follows.
  if (!context.conditionBefore && !capital && says(chunk, 'theMany') && !endsOrder(chunks, at + 2)) return true;
  if (!context.conditionBefore && !capital && has(chunk, 'det', 'for') && namesRecords(chunks[at + 1])) return true;
  if ((has(chunk, 'amp') || says(chunk, 'plus')) && mayBeginAction(chunks, at + 1)) return true;
  if (
    context.removing &&
    (has(chunk, 'off') ||
      (has(chunk, 'of', 'from', 'in', 'for') &&
        (has(chunks[at + 1], 'noun', 'det') || (!chunk.glued && (chunks[at + 1]?.values.length ?? 0) > 0))))
  )
    return true;
  // "…, and the priority to low": another thing to do.
  if (isAndThe(chunk) && setsField(chunks, at + 1)) return true;
  if (has(chunk, 'comma', 'and', 'dash')) {
    let next = at + 1;
    while (has(chunks[next], 'and', 'then', 'comma')) next++;
    // "as Core and as Prio"
    if (has(chunks[from - 1], 'as') && leadsToName(chunks, next)) return false;
    // "; then run rm -rf": what nobody may ask for is no name.
    if (besideEnd(chunks, next) !== undefined || goesOnPlainly(chunks, from, next)) return true;
    // "tag hot and status maintenance": a field and what it is set to.
    if (setsField(chunks, next) || bringsField(chunks, next) || stopsField(chunks, next)) return true;
    if (mayBeginAction(chunks, next) || has(chunks[next], ...CONDITIONAL) || has(chunks[next], 'give')) return true;
    if (isClausal(chunks, next) || opensBesides(chunks[next]) || endsInRemoval(chunks, next)) return true;
    // "…, sorry for the hurry": said besides.
    if (has(chunks[next], 'correction') && has(chunks[next], 'filler') && isSmall(chunks[next])) return true;
    if (has(chunks[next], 'but', 'also') || (has(chunks[next], 'only') && !/^\p{Lu}/u.test(chunks[next]?.text ?? '')))
      return true;
  }
  return has(chunk, 'but') && !capital;
}

/** "tag overfull, stop accepting new patients": what is to be so no more. */
const stopsField = (chunks: readonly Chunk[], at: number): boolean =>
  says(chunks[at], 'stopping', 'starting') && chunks[at + 1]?.fields[0]?.field.type === 'boolean';

/** "Tag X setzen, vip entfernen": the verb that ends the next clause takes off. */
function endsInRemoval(chunks: readonly Chunk[], at: number): boolean {
  let end = at;
  while (end < at + SHORT && chunks[end + 1] && !has(chunks[end + 1], 'comma', 'stop', 'and', 'arrow')) end++;
  const verb = chunks[end];
  const plain = verb?.quote === undefined && !verb?.glued && /^\p{Ll}/u.test(verb?.text ?? '');
  return end > at && plain && has(verb, 'remove') && !has(verb, 'tagNoun', 'noun');
}

const isSmall = (chunk: Chunk | undefined): boolean => chunk?.glued === false && /^\p{Ll}/u.test(chunk.text);

const leadsToName = (chunks: readonly Chunk[], at: number): boolean =>
  has(chunks[at], 'as') && !has(chunks[at], 'where', 'if') && isSmall(chunks[at]);

/** A word that is a tag as it stands: put together to be one, or one that some record has. */
const isWholeTag = ({ chunks, tags }: ActionContext, from: number, to: number): boolean =>
  isCompound(chunks, from, to) ||
  (to === from + 1 && chunks[from]?.values.some(({ field, via }) => field.name === tags && via === undefined) === true);

/** A verb behind its object, with nothing or the next thing to do after it. */
const verbEndsClause = (chunks: readonly Chunk[], at: number): boolean => {
  const next = chunks[at + 1];
  return next === undefined || has(next, 'comma', 'stop', 'and', 'give') || has(next, ...CONDITIONAL);
};

const namesRecords = (chunk: Chunk | undefined): boolean =>
  chunk !== undefined &&
  /^\p{Ll}/u.test(chunk.text) &&
  (has(chunk, 'noun') || chunk.values.length > 0 || (chunk.fields[0]?.score ?? 0) >= 0.6);

/** Tag texts from here to the end of their clause; "X and Y" and "X, Y" are several. */
export function readTags(
  context: ActionContext,
  at: number,
): { readonly tags: readonly string[]; readonly to: number } | undefined {
  const { chunks, text } = context;
  let from = at;
  // "tag: X", "tag - X", "tag = X"
  while (has(chunks[from], 'colon') || ((has(chunks[from], 'dash') || chunks[from]?.key === '=') && from === at))
    from++;
  // "set the priority to urgent and the tag to rush": what led to the value before leads to the name.
  if (context.setting === true && has(chunks[from], 'to') && has(chunks[from - 1], 'tagNoun') && isSmall(chunks[from]))
    from++;
  // "marcar com a tag revisar": what leads to the noun.
  if (has(chunks[from], 'with', 'have') && has(chunks[from + 1], 'tagNoun') && chunks[from]?.quote === undefined)
    from++;
  while (
    has(chunks[from], 'tagNoun') &&
    !opensName(chunks, from) &&
    chunks[from + 1] &&
    !endsTag(context, from + 1, from)
  )
    from++;
  if (says(chunks[from], 'article') && chunks[from + 1]?.glued === false && !endsTag(context, from + 1, from)) from++;
  // "as both X and Y"
  if (has(chunks[from], 'both') && isSmall(chunks[from]) && isCapital(chunks[from + 1])) from++;
  // "a tag called watch"
  if (has(chunks[from], 'named') && chunks[from + 1]?.glued === false && !endsTag(context, from + 1, from)) from++;
  const quoted = quotedTags(chunks, from);
  if (quoted) return quoted;
  const tags: string[] = [];
  let to = from;
  let start = from;
  const close = (end: number): void => {
    const tag = tagBetween(chunks, text, start, end, context.removing === true);
    if (tag !== '') tags.push(tag);
    start = end + 1;
  };
  while (to < chunks.length && !endsTag(context, to, from)) {
    const splits =
      (has(chunks[to], 'and') &&
        !has(chunks[to], 'amp') &&
        /^\p{L}[\p{L} ]*$/u.test(chunks[to]?.key ?? '') &&
        !closesName(chunks, to)) ||
      isAndThe(chunks[to]) ||
      (has(chunks[to], 'comma') && (chunks[to]?.key ?? '') !== '.');
    if (splits && to > start) close(to);
    to++;
  }
  close(to);
  return tags.length > 0 ? { tags: [...new Set(tags)], to } : undefined;
}

/** "as Nordic, salta la revisione": behind a name in capitals, what begins in small letters and is a clause is no further name. */
function goesOnPlainly(chunks: readonly Chunk[], from: number, at: number): boolean {
  if (!isCapital(chunks[from]) || !isSmall(chunks[at])) return false;
  let to = at + 1;
  while (chunks[to] && chunks[to]?.quote === undefined && !isBound(chunks[to]) && !has(chunks[to], 'and')) to++;
  const words = chunks.slice(at, to).filter(({ glued, text }) => !glued && /\p{L}/u.test(text));
  return words.length >= FEWEST_IN_CLAUSE && words.slice(0, 2).every(isSmall);
}

/** A clause has so many words. */
const FEWEST_IN_CLAUSE = 3;

/** "tag Badge Wrap": behind the word for a tag, two words in capitals are its name. */
const opensName = (chunks: readonly Chunk[], at: number): boolean =>
  has(chunks[at - 1], 'tag', 'tagNoun') &&
  [chunks[at], chunks[at + 1]].every(chunk => chunk?.quote === undefined && /^\p{Lu}/u.test(chunk?.text ?? ''));

const leadsToQuote = (chunks: readonly Chunk[], at: number): boolean =>
  chunks[at]?.quote === undefined && has(chunks[at], 'tagNoun') && chunks[at + 1]?.quote !== undefined;

/** Quoted tags end with their quotes: `"lost" please` is "lost". What is quoted in part is read as text. */
function quotedTags(
  chunks: readonly Chunk[],
  at: number,
): { readonly tags: readonly string[]; readonly to: number } | undefined {
  const tags: string[] = [];
  let to = at;
  for (let next = at; chunks[next]?.quote !== undefined;) {
    if (chunks[next + 1]?.glued && /^[\p{L}\p{N}_-]/u.test(chunks[next + 1]?.text ?? '')) return undefined;
    tags.push((chunks[next]?.quote ?? '').trim());
    to = next = next + 1;
    // "the tag "A" and the tag "B""
    while (
      next < to + 3 &&
      (has(chunks[next], 'and', 'comma', 'amp') || isAndThe(chunks[next]) || leadsToQuote(chunks, next))
    )
      next++;
    if (next === to) break;
  }
  return tags.length > 0 && tags.every(tag => tag !== '') ? { tags: [...new Set(tags)], to } : undefined;
}

/** "Late Payer please", "Late Payer any more": behind a name in capitals, small words that only fill a sentence. */
const isFill = (chunk: Chunk | undefined): boolean =>
  isSmall(chunk) &&
  chunk !== undefined &&
  chunk.roles.length > 0 &&
  chunk.roles.every(role => role === 'filler' || role === 'then');

/** "Generación Y", "Not Won Yet": with a capital, behind a name and before nothing, it is its end, and joins nothing to it. */
const closesName = (chunks: readonly Chunk[], at: number): boolean =>
  /^\p{Lu}\p{Ll}*$/u.test(chunks[at]?.text ?? '') && endsOrder(chunks, at + 1);

const isParticle = (chunk: Chunk | undefined): boolean =>
  has(chunk, 'off') && has(chunk, 'to') && has(chunk, 'on') && chunk?.glued === false && /^\p{Ll}/u.test(chunk.text);

/** "sæt tagget X på", "zet de tag X erop": a verb of putting stands before the word for the tag. */
const isPut = (chunks: readonly Chunk[], at: number): boolean =>
  !has(chunks[at - 1], 'as') && chunks.slice(Math.max(0, at - 3), at).some(chunk => has(chunk, 'add', 'setTo', 'give'));

/** "das Tag X | tragen", "de tag X | te hebben", "das Tag X | wieder": where what is said of a tag begins that ends before `to`. */
function saidOfTag(chunks: readonly Chunk[], from: number, to: number, removing: boolean): number | undefined {
  const small = (at: number): boolean => chunks[at]?.glued === false && /^\p{Ll}/u.test(chunks[at]?.text ?? '');
  for (const at of [to - 2, to - 1]) if (at > from && small(at) && saidTo(chunks, at, 'hadAtEnd') === to) return at;
  return removing && to - 1 > from && small(to - 1) && says(chunks[to - 1], 'again') ? to - 1 : undefined;
}

function tagBetween(chunks: readonly Chunk[], text: string, from: number, to: number, removing: boolean): string {
  let first = from;
  let last = to;
  while (first < last && (has(chunks[first], 'and', 'comma') || isAndThe(chunks[first]))) first++;
  // "as Core and as Prio": what leads to the first leads to the next.
  if (last - first > 1 && has(chunks[first - 1], 'and') && leadsToName(chunks, first)) first++;
  const isMark = (chunk: Chunk | undefined): boolean =>
    has(chunk, 'stop', 'comma', 'then') || (has(chunk, 'dash') && chunk?.glued === false);
  while (last > first && isMark(chunks[last - 1]) && chunks[last - 1]?.quote === undefined) last--;
  // "sæt tagget Focus på": the particle of the verb ends the clause.
  if (last - first > 1 && isParticle(chunks[last - 1]) && isPut(chunks, first)) last--;
  // "sollen das Tag X tragen", "das Tag X wieder entfernen": what is said of it stands in small letters behind it.
  const whole = last;
  for (let said = saidOfTag(chunks, first, last, removing); said; said = saidOfTag(chunks, first, last, removing))
    last = said;
  if (last === whole) last = deedBehind(chunks, first, last) ?? last;
  while (
    last - first > 1 &&
    has(chunks[last - 1], 'tagNoun', 'also') &&
    !chunks[last - 1]?.glued &&
    !chunks[last - 1]?.typo &&
    /^\p{Ll}/u.test(chunks[last - 1]?.text ?? '')
  )
    last--;
  while (last - first > 1 && isFill(chunks[last - 1]) && chunks.slice(first, last - 1).every(isCapital)) last--;
  const a = chunks[first];
  const b = chunks[last - 1];
  if (!a || !b || last <= first) return '';
  if (last - first === 1 && a.quote !== undefined) return a.quote.trim();
  // "the tag non-us, only not …": a mark that was read with its word.
  return text
    .slice(a.start, b.end)
    .replace(/[,;]+$/u, '')
    .trim();
}

/** Plain text of a value, up to the end of its clause. */
export function readValueText(
  context: ActionContext,
  at: number,
): { readonly value: string; readonly to: number } | undefined {
  const { chunks, text } = context;
  const first = chunks[at];
  if (!first) return undefined;
  if (first.quote !== undefined) return { value: first.quote, to: at + 1 };
  let to = at;
  while (to < chunks.length && !endsTag(context, to, at)) {
    if (
      to > at &&
      (has(chunks[to], 'for', 'where', 'comma') || (has(chunks[to], 'and') && mayBeginAction(chunks, to + 1)))
    )
      break;
    to++;
  }
  const value = tagBetween(chunks, text, at, to, context.removing === true);
  return value === '' ? undefined : { value, to };
}
