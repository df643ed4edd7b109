import { startsClause } from '../actions/clause-start';
import { partsClause } from '../remarks/clauses';
import { has, holdsData, isBound, isSmall } from '../cursor';
import { quotedName } from '../made-words';
import { opensSaying, says } from '../saying';
import type { Role } from '../../grounding/lexicon';
import type { Sense } from '../../grounding/senses';
import type { Chunk, Grounding } from '../../grounding/link-words';

/** A name has hardly more words. */
const LONGEST = 5;

/** Little words that lead to something; with a capital in the middle of a sentence they open a name. */
const LEADING: readonly Role[] = ['to', 'of', 'in', 'with', 'for', 'from', 'without', 'outside', 'except', 'expired'];
/** Whom an order is for. */
const RECEIVING: readonly Role[] = ['to', 'for', 'on', 'in'];
/** What no name of a tag goes over: it says when, or which records. */
const ENDING: readonly Role[] = ['if', 'unless', 'onlyIf', 'where', 'then', 'because', 'tagNoun', 'them', 'as'];
/** "Leadership | but leave out anyone on notice": who does not get it; "À ne pas relancer" denies within its name. */
const DENYING: readonly Role[] = ['but', 'not', 'no', 'never', 'neither', 'nor', 'except', 'without', 'outside'];

const isCapital = (chunk: Chunk | undefined): boolean =>
  chunk !== undefined && chunk.quote === undefined && !chunk.glued && /^\p{Lu}[\p{Ll}'’]*( |$)/u.test(chunk.text);

const isOneWord = (chunk: Chunk | undefined): boolean => !/ /.test(chunk?.text ?? '');

/** "a los", "aux", "sur toutes les", "nos": whom it is for, told with an article; the data that says which records stands behind. */
const leadsToRecords = (chunks: readonly Chunk[], at: number): boolean =>
  leadsOn(chunks, at) && toldBehind(chunks, at + 1);

/** "Pendiente | de envío", "Fin | de la garantía": what a name goes on with. */
const isOf = (chunk: Chunk | undefined): boolean =>
  opensSaying(chunk, 'ofDate') || (has(chunk, 'of') && !has(chunk, 'to', 'on', 'for'));

/** "a los", "for our": to whoever it may be. */
function leadsOn(chunks: readonly Chunk[], at: number): boolean {
  const [chunk, next] = [chunks[at], chunks[at + 1]];
  if (!isSmall(chunk) || !has(chunk, ...RECEIVING) || isOf(chunk)) return false;
  if (has(chunk, 'det', 'allTags') || / /.test(chunk?.key ?? '')) return true;
  // "Rush | to cancelled orders": a value that says which of them.
  const told = isSmall(next) && (next?.values.length ?? 0) > 0 && has(chunks[at + 2], 'noun', 'ones', 'people');
  return told || has(next, 'det', 'allTags', 'ones', 'noun');
}

/** "… | los pedidos de DHL": the records themselves, behind no little word that makes them a part of the name. */
const opensRecords = (chunks: readonly Chunk[], at: number): boolean =>
  isSmall(chunks[at]) &&
  has(chunks[at], 'det', 'allTags') &&
  !has(chunks[at - 1], 'of', 'in', 'to', 'for', 'with') &&
  toldBehind(chunks, at + 1);

const toldBehind = (chunks: readonly Chunk[], at: number): boolean => {
  let to = at;
  while (chunks[to] && !has(chunks[to], 'stop', 'arrow', 'colon')) to++;
  return chunks.slice(at, to).some(holdsData);
};

/** Where a name ends for sure: with its clause, before when it is given, or before whom it is given to. */
const endsName = (chunks: readonly Chunk[], at: number): boolean =>
  chunks[at] === undefined ||
  (partsClause(chunks, at) && !(chunks[at]?.glued && chunks[at + 1]?.glued)) ||
  has(chunks[at], 'stop') ||
  (isSmall(chunks[at]) &&
    (has(chunks[at], 'if', 'unless', 'onlyIf', 'may', 'give') ||
      (has(chunks[at], 'be') && !has(chunks[at], 'in', 'of')) ||
      leadsToRecords(chunks, at) ||
      opensRecords(chunks, at)));

const SAID_OF_TAGS: readonly Sense[] = ['landsOn', 'goesAlong', 'verbForm', 'putsOn', 'brought'];

/** "la etiqueta X | se aplica a los …", "le tag X | concerne les …": what is said of a tag that the sentence opens with. */
function saysOfTag(chunks: readonly Chunk[], at: number): boolean {
  const pronoun = has(chunks[at], 'filler') && isSmall(chunks[at]) && !says(chunks[at], ...SAID_OF_TAGS);
  const verb = pronoun ? at + 1 : at;
  const said = chunks[verb];
  if (!isSmall(said)) return false;
  // "va | aux", "va aux"
  if (/ /.test(said?.key ?? '') && opensSaying(said, 'landsOn')) return true;
  if (!says(said, ...SAID_OF_TAGS) && !has(said, 'add')) return false;
  let to = verb + 1;
  while (chunks[to]?.glued) to++;
  return leadsToRecords(chunks, to) || opensRecords(chunks, to) || has(chunks[to], 'if', 'onlyIf');
}

/** Where the name ends that begins at a capital, if it surely is one. */
function nameEnd(chunks: readonly Chunk[], at: number): number | undefined {
  const heads = isNounAtHead(chunks, at - 1);
  const opens = isOneWord(chunks[at]) && has(chunks[at], ...LEADING);
  let to = at + 1;
  for (; to <= at + LONGEST && !endsName(chunks, to); to++) {
    const chunk = chunks[to];
    if (heads && !(to === at + 1 && opens) && saysOfTag(chunks, to)) return to;
    const ends = isSmall(chunk) && (has(chunk, ...ENDING) || (!opens && has(chunk, ...DENYING)));
    if (chunk?.quote !== undefined || has(chunk, 'and', 'or', 'comma') || ends) return undefined;
    // "Control 2026" is a name, "Key Account" is told by its capitals; "… for our review" is said besides.
    const counts = (chunk?.number ?? chunk?.date) !== undefined && to > at + 1;
    if (counts || isCapital(chunk) || leadsOn(chunks, to)) return undefined;
  }
  // "sæt tagget Focus | på": the particle of the verb.
  return endsName(chunks, to) && !(to > at + 1 && has(chunks[to - 1], 'on', 'off', 'add')) ? to : undefined;
}

/** "À relancer", "Da chiamare", "Fora do prazo": a little word with a capital, before small ones that hold nothing. */
const opensDeed = (chunks: readonly Chunk[], at: number): boolean => {
  const [chunk, next] = [chunks[at], chunks[at + 1]];
  if (at === 0 || has(chunks[at - 1], 'stop') || !has(chunk, ...LEADING, 'flag')) return false;
  if (!isOneWord(chunk)) return !holdsDataSurely(chunk) && chunk?.values.length === 0;
  const goesOn = isSmall(next) && !next?.glued && !has(next, ...LEADING, 'det') && !holdsDataSurely(next);
  return goesOn;
};

const holdsDataSurely = (chunk: Chunk | undefined): boolean =>
  chunk !== undefined && (chunk.values.some(({ via }) => via === undefined) || (chunk.fields[0]?.score ?? 0) >= 0.9);

/** "La etiqueta X …", "Le tag X …": the noun for tags, with its article, at the beginning of a sentence. */
const isNounAtHead = (chunks: readonly Chunk[], noun: number): boolean => {
  const from = has(chunks[noun - 1], 'det') ? noun - 1 : noun;
  const pointed = from < noun || opensSaying(chunks[noun], 'article');
  return pointed && has(chunks[noun], 'tagNoun') && (from === 0 || isBound(chunks[from - 1]));
};

/** Behind the noun for tags with its article, or behind "as" where something is tagged: whatever has a capital there is a name. */
const isLedTo = (chunks: readonly Chunk[], at: number): boolean => {
  const lead = chunks[at - 1];
  if (lead?.quote !== undefined) return false;
  if (has(lead, 'tagNoun') && !lead?.glued)
    return (
      !has(lead, 'tag') ||
      has(chunks[at - 2], 'det', 'add', 'with', 'eq', 'dash') ||
      /['’ ]/.test(lead?.text ?? '') ||
      // "→ tag Alta complessità", "Etiqueta Fin cercano si …": no records stand right behind the verb without an article.
      (isBound(chunks[at - 2]) && !has(chunks[at], 'noun', 'people'))
    );
  return has(lead, 'as') && isSmall(lead) && chunks.slice(0, at - 1).some(chunk => has(chunk, 'tag', 'flag'));
};

/**
 * "Ajoute | Fin proche aux commandes …", "Pon | Control 2026 a los …": the name alone behind a verb of adding; "Geef |
 * Nederlandse medewerkers die …" are those it is given to.
 */
const isAdded = (chunks: readonly Chunk[], at: number): boolean =>
  has(chunks[at - 1], 'add') &&
  startsClause(chunks, at - 1) &&
  chunks[at - 1]?.quote === undefined &&
  chunks[at]?.values.length === 0 &&
  !has(chunks[at + 1], 'noun', 'ones', 'people');

/** What records hold, as they hold it, is no name by its place alone; "= tag Audit à planifier" goes on where "Audit" is one. */
const isHeld = (chunks: readonly Chunk[], at: number): boolean => {
  const { region, values, text } = chunks[at] as Chunk;
  const called =
    has(chunks[at - 1], 'tag') && has(chunks[at - 1], 'tagNoun') && has(chunks[at - 2], 'eq', 'arrow', 'colon');
  const stored = values.filter(value => value.via === undefined && value.stored.includes(text));
  return region !== undefined || stored.some(({ field }) => !(called && field.type === 'list'));
};

/** Nor is a field, but for what is marked "as" it or called a tag: "Marque como Presente os …", "= tag Audit à planifier". */
const isFieldElsewhere = (chunks: readonly Chunk[], at: number): boolean => {
  const [lead, verb] = [chunks[at - 1], chunks[at - 2]];
  const called = (has(lead, 'as') && has(verb, 'tag')) || (has(lead, 'tagNoun') && at > 1);
  return (chunks[at]?.fields[0]?.score ?? 0) >= 0.9 && !called;
};

/** "add tags Metro, Priority to …": one of several names, which are read together. */
const isListed = (chunks: readonly Chunk[], at: number, to: number): boolean =>
  to === at + 1 && has(chunks[to], 'comma') && isCapital(chunks[to + 1]);

/**
 * "le tag À vérifier va aux …", "marca como Fin cercano los …", "aggiungi Da chiamare agli …": a name that opens with a
 * capital and goes on in small letters is one word, whatever its words mean elsewhere, where it surely ends.
 */
export function withNamesBegun(chunks: readonly Chunk[], grounding: Grounding): readonly Chunk[] {
  if (grounding.lexicons[0]?.capitalNouns !== false) return chunks;
  const joined: Chunk[] = [];
  for (let at = 0; at < chunks.length; at++) {
    const chunk = chunks[at] as Chunk;
    const named =
      at > 0 &&
      isCapital(chunk) &&
      !isBound(chunk) &&
      (opensDeed(chunks, at) ||
        (!isHeld(chunks, at) && !isFieldElsewhere(chunks, at) && (isLedTo(chunks, at) || isAdded(chunks, at))));
    const to = named ? nameEnd(chunks, at) : undefined;
    const isName = to !== undefined && !isListed(chunks, at, to);
    joined.push(isName ? quotedName(chunks.slice(at, to)) : chunk);
    if (isName) at = to - 1;
  }
  return joined;
}
