import { asksForDeed } from './deeds-beyond';
import { has, isBound, isField } from '../cursor';
import { says } from '../saying';
import { fold } from '../../grounding/words/fold';
import type { Chunk, Grounding } from '../../grounding/link-words';

/** "email the customer", where a field is the customer's e-mail: with its article it is the verb. */
function ordersOf(chunk: Chunk, { lexicons }: Grounding): boolean {
  const [verb = '', article = ''] = chunk.key.split(' ');
  const roles = lexicons[0]?.roles;
  return (
    chunk.fields.length > 0 &&
    chunk.quote === undefined &&
    (lexicons[0]?.senses.of(article).includes('allTheirs') ?? false) &&
    (roles?.get(verb)?.includes('unsupported') ?? false)
  );
}

function clauseEnd(chunks: readonly Chunk[], at: number): number {
  let end = at + 1;
  while (end < chunks.length && !has(chunks[end], 'stop', 'arrow', 'colon')) end++;
  return end;
}

/** How far the field and the amount stand behind the verb. */
const NEAR = 4;
const FAR = 8;

/** "raise the discount by 5", "double the credit limit": a value is reckoned from the one there is, which no action does. */
function reckons(chunks: readonly Chunk[], at: number): boolean {
  const alone = has(chunks[at], 'reckonAlone');
  if ((!alone && !has(chunks[at], 'reckon')) || chunks[at]?.quote !== undefined) return false;
  let field = at + 1;
  while (
    field < at + NEAR &&
    has(chunks[field], 'det', 'of', 'them', 'allTags', 'everyone') &&
    !isNumeric(chunks[field])
  )
    field++;
  if (!isNumeric(chunks[field])) return false;
  if (alone) return !has(chunks[field + 1], 'be', 'gt', 'lt', 'gte', 'lte', 'eq');
  for (let next = field + 1; next < field + FAR && chunks[next] && !isBound(chunks[next]); next++) {
    const number = chunks[next + 1]?.number !== undefined;
    if (number && (has(chunks[next], 'byAmount') || (has(chunks[next], 'of') && !has(chunks[next], 'to')))) return true;
  }
  return chunks[field + 1]?.number?.unit?.base === '%';
}

const isNumeric = (chunk: Chunk | undefined): boolean =>
  chunk !== undefined && chunk.fields.some(({ field, score }) => field.type === 'number' && score >= 0.3);

/** "permanently | remove …": a word that only underlines the verb a request begins with. */
const isUnderlined = (chunks: readonly Chunk[], at: number): boolean => at === 1 && says(chunks[0], 'emphasis');

/** "remove customers without an e-mail": the records themselves, of which no action says that they go. */
function deletes(chunks: readonly Chunk[], at: number): boolean {
  const opens = at === 0 || has(chunks[at - 1], 'stop') || isUnderlined(chunks, at);
  if (!opens || chunks[at]?.quote !== undefined || !has(chunks[at], 'remove', 'clear')) return false;
  let noun = at + 1;
  while (
    noun < at + NEAR &&
    (has(chunks[noun], 'det', 'allTags', 'of') || (chunks[noun]?.values.length ?? 0) > 0) &&
    // "remove VIP from all …": a tag that they have.
    !has(chunks[noun], 'from') &&
    !isList(chunks.slice(0, noun + 1), noun) &&
    !isRecords(chunks[noun])
  )
    noun++;
  // "all machine records"
  const last = has(chunks[noun + 1], 'noun') ? noun + 1 : noun;
  const behind = chunks[last + 1];
  const goesOn =
    behind === undefined ||
    isBound(behind) ||
    says(behind, 'now') ||
    has(behind, 'without', 'where', 'have', 'if', 'older', 'gt', 'lt', 'before') ||
    (has(behind, 'from', 'in') && !isList(chunks, last + 2));
  return isRecords(chunks[noun]) && goesOn && !chunks.some(chunk => has(chunk, 'tagNoun'));
}

/** "Bestellungen löschen, die …", "alle orders verwijderen van …": the verb behind the records, and those at the start. */
function deletesBefore(chunks: readonly Chunk[], at: number): boolean {
  const [verb, behind] = [chunks[at], chunks[at + 1]];
  if (!has(verb, 'remove', 'clear') || verb?.quote !== undefined || !says(verb, 'verbForm')) return false;
  const start = chunks.slice(0, at).findLastIndex(chunk => has(chunk, 'stop')) + 1;
  return (
    isRecords(chunks[at - 1]) &&
    chunks.slice(start, at - 1).every(chunk => has(chunk, 'det', 'allTags', 'filler')) &&
    (behind === undefined || isBound(behind) || has(behind, 'where', 'if', 'from', 'of', 'with', 'before')) &&
    !chunks.some(chunk => has(chunk, 'tagNoun'))
  );
}

/** "remove customers from the watchlist": what they are on, and stay without. */
const isList = (chunks: readonly Chunk[], at: number): boolean =>
  chunks
    .slice(at, at + NEAR)
    .some(chunk => has(chunk, 'listNoun', 'tagNoun') || chunk.values.some(({ field }) => field.type === 'list'));

const isRecords = (chunk: Chunk | undefined): boolean =>
  has(chunk, 'noun') && !has(chunk, 'tagNoun', 'them', 'ones') && !isField(chunk) && chunk?.values.length === 0;

/** "cancel all orders from Poland", "ship it": the order to make records what a value says they are. */
function bringsAbout(chunks: readonly Chunk[], at: number, { lexicons }: Grounding): boolean {
  const [verb, object] = [chunks[at], chunks[at + 1]];
  const orders = lexicons[0]?.roles.get(verb?.key ?? '')?.includes('unsupported') ?? false;
  const isStored = verb?.values.some(({ stored }) => stored.some(text => fold(text) === verb.key)) ?? false;
  const opens = chunks.slice(0, at).every(chunk => has(chunk, 'then', 'filler', 'greeting', 'comma', 'wish'));
  return (
    verb !== undefined &&
    verb.quote === undefined &&
    verb.values.length + verb.fields.length > 0 &&
    orders &&
    opens &&
    !isStored &&
    has(object, 'det', 'them', 'noun', 'ones', 'allTags', 'everyone', 'any')
  );
}

/** A clause that asks for what no rule does (send, delete, approve, ignore): where it ends. */
export function asksForOther(chunks: readonly Chunk[], at: number, grounding: Grounding): number | undefined {
  const chunk = chunks[at];
  if (grounding.lexicons[0]?.verbLastInClauses && deletesBefore(chunks, at)) return clauseEnd(chunks, at);
  const opens =
    at === 0 || isBound(chunks[at - 1]) || isUnderlined(chunks, at) || has(chunks[at - 1], 'and', 'also', 'then');
  if (
    opens &&
    chunk &&
    (ordersOf(chunk, grounding) ||
      reckons(chunks, at) ||
      bringsAbout(chunks, at, grounding) ||
      deletes(chunks, at) ||
      asksForDeed(chunks, at, grounding))
  )
    return clauseEnd(chunks, at);
  if (
    !chunk ||
    !opens ||
    chunk.quote !== undefined ||
    !has(chunk, 'unsupported', 'hostile') ||
    has(chunk, 'noun') ||
    // "delete the tag X": no record goes.
    (has(chunk, 'remove') && has(chunks[at + 1], 'tagNoun')) ||
    chunk.values.length > 0 ||
    isField(chunk)
  )
    return undefined;
  let end = at + 1;
  while (end < chunks.length) {
    if (has(chunks[end], 'stop') && !(chunks[end + 1]?.glued ?? false)) break;
    if (has(chunks[end], 'arrow', 'colon')) break;
    if (
      !has(chunk, 'hostile') &&
      has(chunks[end], 'and', 'comma') &&
      has(chunks[end + 1], 'tag') &&
      !chunks.slice(at, end).some(part => has(part, 'hostile'))
    )
      break;
    end++;
  }
  return end;
}
