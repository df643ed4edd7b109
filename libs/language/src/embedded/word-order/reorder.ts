import { has, isBound, isField } from '../cursor';
import { closesSaying, opensSaying } from '../saying';
import type { Chunk } from '../../grounding/link-words';

const TEXTS = ['contains', 'startsWith', 'endsWith', 'matches'] as const;

/** Moved pieces all stand for the whole stretch, so that spans still point at what was typed. */
function moved(chunks: readonly Chunk[]): Chunk[] {
  const start = Math.min(...chunks.map(chunk => chunk.start));
  const end = Math.max(...chunks.map(chunk => chunk.end));
  return chunks.map(chunk => ({ ...chunk, start, end }));
}

/** What no name of a field, value or word of the grammar is: "SN-7", "@acme.com", "2.", "GmbH". */
function isText(words: readonly Chunk[]): boolean {
  const [first, ...rest] = words;
  if (!first || words.some(({ quote }) => quote !== undefined) || !rest.every(({ glued }) => glued)) return false;
  const text = words.map(word => word.text).join('');
  // "mit + beginnt": the mark of numbers that are dialled.
  if (text === '+') return true;
  if (!/[\p{L}\p{N}]/u.test(text)) return false;
  if (rest.length > 0 || /[\p{N}@._-]/u.test(text)) return true;
  if (first.values.some(({ score }) => score >= 0.85)) return false;
  const known = first.roles.length > 0 || (first.fields[0]?.score ?? 0) >= 0.6;
  return /^\p{Lu}/u.test(text)
    ? !has(first, 'where', 'det', 'not', 'word') && (!known || /^\p{Lu}+$/u.test(text))
    : !known;
}

const LONGEST_TEXT = 6;

/** "mit SN-7 anfängt", "op GmbH eindigt": the text before its verb is what it would be in quotes. */
export function textsQuoted(chunks: readonly Chunk[]): readonly Chunk[] {
  const ordered = [...chunks];
  for (let at = 2; at < ordered.length; at++) {
    if (!has(ordered[at], ...TEXTS) || ordered[at]?.quote !== undefined) continue;
    // "functietitel waar Engineer in | voorkomt"
    const within = has(ordered[at - 1], 'in') && ordered[at - 1]?.quote === undefined;
    const end = has(ordered[at - 1], 'not') || (within && isTextWhere(ordered, at)) ? at - 1 : at;
    for (let from = end - 1; from > 0 && from >= at - LONGEST_TEXT; from--) {
      const before = ordered[from - 1];
      const led = has(before, 'with', 'to', 'on', 'in') || closesSaying(before, 'withText');
      const leads = led && before?.quote === undefined && !ordered[from]?.glued;
      const words = ordered.slice(from, end);
      const worded = isWord(before) && isNamedText(words);
      // "deren Position Leiter enthält"
      const held = has(ordered[at], 'contains') && isTextField(before) && isNamedText(words) && isCapital(words[0]);
      const there = has(before, 'where') && isTextField(ordered[from - 2]) && isCapital(words[0]) && isNamedText(words);
      const placed = there && (end < at || has(before, 'contains') || opensSaying(ordered[at], 'inside'));
      if (!worded && !held && !placed && !(leads && isText(words))) continue;
      ordered.splice(from, words.length, asText(words));
      // "das Wort X enthält": the verb says it, not the noun.
      if (worded && before) ordered[from - 1] = { ...before, roles: ['word'] };
      // "waarin X voorkomt": so does it of a clause that says where.
      if (placed && before) ordered[from - 1] = { ...before, roles: ['where'] };
      at = from + 1;
      break;
    }
  }
  return ordered;
}

/** Whether a clause with "where" stands right behind a text field, near before a place. */
const isTextWhere = (chunks: readonly Chunk[], at: number): boolean =>
  chunks
    .slice(Math.max(1, at - LONGEST_TEXT), at)
    .some((chunk, i) => has(chunk, 'where') && isTextField(chunks[Math.max(1, at - LONGEST_TEXT) + i - 1]));

const isCapital = (chunk: Chunk | undefined): boolean => /^\p{Lu}/u.test(chunk?.text ?? '');

const isTextField = (chunk: Chunk | undefined): boolean =>
  chunk?.quote === undefined && chunk?.fields[0]?.field.type === 'text' && chunk.fields[0].score >= 0.75;

const isWord = (chunk: Chunk | undefined): boolean => has(chunk, 'word') && chunk?.quote === undefined;

/** Behind "the word" any word is looked for, whatever else it could mean: "das Wort Manager enthält". */
const isNamedText = (words: readonly Chunk[]): boolean =>
  words.length > 0 &&
  words.length <= 3 &&
  words.every(
    word => word.quote === undefined && !isBound(word) && !has(word, 'not', 'or', 'and', 'in', 'det', ...TEXTS),
  );

/** Words as they would be in quotes. */
function asText(words: readonly Chunk[]): Chunk {
  const [first, last] = [words[0] as Chunk, words.at(-1) as Chunk];
  const quote = words.map((word, i) => (i > 0 && !word.glued ? ' ' : '') + word.text).join('');
  return { ...first, end: last.end, text: quote, key: quote, quote, roles: [], fields: [], values: [] };
}

/** "das Wort Manager in der Position | vorkommt": behind the field the verb says once more that it is there. */
export function textsInFields(chunks: readonly Chunk[]): readonly Chunk[] {
  const word = chunks.findIndex(isWord);
  if (word < 0) return chunks;
  const place = chunks.findIndex((chunk, at) => at > word + 1 && has(chunk, 'in') && !chunk.glued);
  const words = place < 0 ? [] : chunks.slice(word + 1, place);
  const field = has(chunks[place + 1], 'det') ? place + 2 : place + 1;
  const verb = chunks[field + 1];
  const there = isField(chunks[field]) && has(verb, 'contains') && verb?.quote === undefined && !isWord(verb);
  if (!there || !(isNamedText(words) || (words.length === 1 && words[0]?.quote !== undefined))) return chunks;
  const text = words.length === 1 && words[0]?.quote !== undefined ? words[0] : asText(words);
  return [...chunks.slice(0, word + 1), text, ...chunks.slice(place, field + 1), ...chunks.slice(field + 2)];
}

/** "Kundennamen, die auf GmbH enden": the mark between a field and the clause that says how its text reads is left out. */
export function clausesJoined(chunks: readonly Chunk[]): readonly Chunk[] {
  return chunks.filter((comma, at) => {
    const [field, clause] = [chunks[at - 1], chunks[at + 1]];
    if (!has(comma, 'comma') || !isField(field) || !field || field.values.length > 0) return true;
    if (!has(clause, 'where') || has(clause, 'noun', 'if')) return true;
    const end = chunks.findIndex((chunk, i) => i > at && (isBound(chunk) || has(chunk, 'and', 'or')));
    return !chunks.slice(at + 1, end < 0 ? chunks.length : end).some(chunk => has(chunk, ...TEXTS));
  });
}

/** Verbs at the end of their clause go before their text: `mit "1." beginnt`, `"fragile" enthalten`. */
export function textVerbsFirst(chunks: readonly Chunk[]): readonly Chunk[] {
  const ordered = [...chunks];
  // "endet nicht auf X": denied as in "nicht endet auf X".
  for (let at = 0; at < ordered.length - 2; at++) {
    const [verb, not, particle] = [ordered[at], ordered[at + 1], ordered[at + 2]];
    if (!verb || !not || verb.quote !== undefined || !has(verb, 'startsWith', 'endsWith') || !has(not, 'not')) continue;
    if (not.quote === undefined && particle?.quote === undefined && has(particle, 'with', 'to', 'on', 'in'))
      ordered.splice(at, 3, ...moved([not, verb]));
  }
  for (let at = 1; at < ordered.length; at++) {
    const verb = ordered[at];
    if (!verb || !has(verb, ...TEXTS) || ordered[at + 1]?.quote !== undefined) continue;
    const particle = ordered[at - 1]?.quote === undefined && has(ordered[at - 1], 'filler', 'in', 'with') ? 1 : 0;
    const not = ordered[at - 1]?.quote === undefined && has(ordered[at - 1], 'not') ? at - 1 : undefined;
    let from = (not ?? at) - 1 - (not === undefined ? particle : 0);
    if (ordered[from]?.quote === undefined) continue;
    while (has(ordered[from - 1], 'or', 'and', 'comma') && ordered[from - 2]?.quote !== undefined) from -= 2;
    if (has(ordered[from - 1], ...TEXTS)) continue;
    if (has(ordered[from - 1], 'with', 'in', 'of', 'to', 'as', 'on', 'word') && !ordered[from - 1]?.fields[0]) from--;
    const quotes = ordered.slice(from, not ?? at - particle).filter((chunk, i) => i > 0 || chunk.quote !== undefined);
    const denial = not === undefined ? [] : ordered.slice(not, at);
    ordered.splice(from, at - from + 1, ...moved([...denial, holding(verb), ...quotes]));
  }
  return ordered;
}

/** "「至急」が入っている": what holds a text that is named is not merely filled. */
const holding = (verb: Chunk): Chunk => ({ ...verb, roles: verb.roles.filter(role => role !== 'filled') });

const COMPARES = ['gt', 'gte', 'lt', 'lte', 'before', 'after', 'between', 'neq'] as const;
const isOperand = (chunk: Chunk | undefined): boolean =>
  chunk !== undefined && chunk.quote === undefined && (chunk.number ?? chunk.date ?? chunk.duration) !== undefined;
const isParticle = (chunk: Chunk | undefined): boolean =>
  has(chunk, 'filler', 'of', 'be', 'det', 'in') && !has(chunk, ...COMPARES) && !isOperand(chunk);

/** "90度より高い", "2015年之前", "100到500之间": comparisons before what they compare with. */
export function comparisonsFirst(chunks: readonly Chunk[]): readonly Chunk[] {
  const ordered = [...chunks];
  for (let at = 1; at < ordered.length; at++) {
    const verb = ordered[at];
    const open = has(verb, 'since', 'until') && !has(verb, ...COMPARES);
    if (!verb || isOperand(verb) || !(open || has(verb, ...COMPARES)) || isOperand(ordered[at + 1])) continue;
    let from = at - 1;
    while (from > at - 3 && isParticle(ordered[from])) from--;
    if (!isOperand(ordered[from]) || (open && !ordered[from]?.date)) continue;
    const last = from;
    if (has(ordered[from - 1], 'to', 'dash', 'and') && isOperand(ordered[from - 2])) from -= 2;
    if (has(ordered[from - 1], ...COMPARES)) continue;
    // "12月1日から15日まで": until the day that a range ends on is within it.
    const ranges = from < last && has(verb, 'until') && !has(verb, 'between');
    const opener: Chunk = ranges ? { ...verb, roles: ['between'] } : verb;
    ordered.splice(from, at - from + 1, ...moved([opener, ...ordered.slice(from, last + 1)]));
  }
  return ordered;
}

/** "deren Ausgaben das Budget übersteigen": a field right behind the one it is compared with. */
function isComparedField(chunks: readonly Chunk[], at: number): boolean {
  const other = has(chunks[at - 1], 'det') && !isField(chunks[at - 1]) ? at - 2 : at - 1;
  return [chunks[at], chunks[other]].every(chunk => chunk?.fields[0]?.field.type === 'number' && isField(chunk));
}

/** "20 übersteigt", "50.000 overschrijdt": verbs that compare with what stands before them. */
export function comparingVerbsFirst(chunks: readonly Chunk[]): readonly Chunk[] {
  const ordered = [...chunks];
  for (let at = 1; at < ordered.length; at++) {
    const verb = ordered[at];
    if (!verb || !has(verb, 'late') || isOperand(ordered[at + 1])) continue;
    if (!isOperand(ordered[at - 1]) && !isComparedField(ordered, at - 1)) continue;
    if (has(ordered[at - 2], ...COMPARES)) continue;
    const before = ordered.slice(at - 1, at);
    ordered.splice(at - 1, 2, ...moved([verb, ...before]));
  }
  return ordered;
}

/** "die niet in Rotterdam | staan": behind the place it is at, a verb says nothing of what is written there. */
const isPlaced = (chunks: readonly Chunk[], at: number): boolean =>
  has(chunks[at], 'contains') &&
  has(chunks[at], 'be') &&
  chunks[at]?.quote === undefined &&
  (chunks[at - 1]?.values.length ?? 0) > 0 &&
  chunks[at - 1]?.quote === undefined &&
  chunks[at + 1]?.quote === undefined;

/** "waarvan de status op betaald staat": what a field stands at is what it is. */
export function standingIn(chunks: readonly Chunk[]): readonly Chunk[] {
  return chunks.flatMap((chunk, at) => {
    const standsHere = (verb: number): boolean =>
      has(chunks[verb], 'contains') &&
      has(chunks[verb], 'be') &&
      (isBound(chunks[verb + 1]) || !chunks[verb + 1] || has(chunks[verb + 1], 'and', 'or'));
    const isOwn = (field: number): boolean =>
      chunks[field + 2]?.values.some(value => chunks[field]?.fields[0]?.field === value.field) === true;
    if (standsHere(at) && has(chunks[at - 2], 'to', 'on') && isOwn(at - 3)) return [];
    if (has(chunk, 'to', 'on') && isOwn(at - 1) && standsHere(at + 2)) return [{ ...chunk, roles: ['be'] as const }];
    return isPlaced(chunks, at) ? [{ ...chunk, roles: chunk.roles.filter(role => role !== 'contains') }] : [chunk];
  });
}

/** "Endet die E-Mail auf .de, dann …", "Overschrijdt het bedrag 500": a condition that its verb opens, said as one without "if". */
export function openingVerbsBehind(chunks: readonly Chunk[]): readonly Chunk[] {
  const ordered = [...chunks];
  for (let at = 0; at < ordered.length; at++) {
    const verb = ordered[at];
    const opens =
      at === 0 || has(ordered[at - 1], 'stop', 'and', 'or', 'if') || (at === 1 && has(ordered[0], 'filler'));
    if (!verb || !opens || verb.quote !== undefined || isField(verb) || !has(verb, ...TEXTS, 'late')) continue;
    let field = at + 1;
    while (field < at + 3 && has(ordered[field], 'det', 'in') && !isField(ordered[field])) field++;
    const behind = ordered[field + 1];
    if (!isField(ordered[field]) || ordered[field]?.quote !== undefined || isBound(behind)) continue;
    const particle = has(verb, ...TEXTS) && behind?.quote === undefined && has(behind, 'in', 'with', 'to') ? 1 : 0;
    if (isBound(ordered[field + 1 + particle])) continue;
    ordered.splice(at, field + 1 + particle - at, ...moved([...ordered.slice(at + 1, field + 1), verb]));
    at = field;
  }
  return ordered;
}
