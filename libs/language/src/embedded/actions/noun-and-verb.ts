import type { ActionContext, FoundAction } from './action-text';
import { endsOrder } from './clause-end';
import { isCapital } from './tags/tag-ends';
import { conditionFollows } from './tags/tag-actions';
import { tagged } from './tags/tag-reading';
import { has, isBound, isField, isParticiple } from '../cursor';
import { opensSaying, says } from '../saying';
import type { Chunk } from '../../grounding/link-words';

/** So many pieces a name has. */
const LONGEST = 5;

const isSmall = (chunk: Chunk | undefined): boolean =>
  chunk?.quote === undefined && chunk?.glued === false && /^\p{Ll}/u.test(chunk.text);

/** A quote, or words that begin with a capital: whatever else they could mean, behind the noun for tags they are its name. */
const opensName = (chunk: Chunk | undefined): boolean =>
  chunk?.quote !== undefined || (/^\p{Lu}/u.test(chunk?.text ?? '') && !has(chunk, 'tagNoun'));

/** "das Tag", "de tag", "tagget": where the noun with its article ends that opens here. */
function nounAt(chunks: readonly Chunk[], at: number): number | undefined {
  const [first, second] = [chunks[at], chunks[at + 1]];
  if (first?.quote !== undefined) return undefined;
  if (has(first, 'tagNoun')) return has(first, 'det') || opensSaying(first, 'article') ? at + 1 : undefined;
  return has(first, 'det') && has(second, 'tagNoun') && second?.quote === undefined ? at + 2 : undefined;
}

const valueOf = ({ chunks, text }: ActionContext, from: number, to: number): string =>
  to - from === 1
    ? (chunks[from]?.quote ?? chunks[from]?.text ?? '')
    : text.slice(chunks[from]?.start, chunks[to - 1]?.end);

const adds = (value: string, to: number): FoundAction => ({ actions: [{ type: 'addTag', value }], to });

/** "bei stornierten Bestellungen das Tag Storniert hinzufügen", "de tag Annulering toevoegen": the verb that puts it on comes last. */
export function parseNounThenVerb(context: ActionContext, at: number): FoundAction | undefined {
  const { chunks } = context;
  // "bei stornierten Bestellungen Tag Storno ergänzen": in a list of orders the noun needs no article.
  const bare =
    has(chunks[at], 'tagNoun') && isCapital(chunks[at]) && chunks[at]?.quote === undefined ? at + 1 : undefined;
  const from = context.conditionBefore ? (nounAt(chunks, at) ?? bare) : undefined;
  if (from === undefined || !opensName(chunks[from])) return undefined;
  if (has(chunks[at - 1], 'have', 'with', 'without', 'no', 'where', 'of', 'from', 'remove')) return undefined;
  for (let verb = from + 1; verb <= from + LONGEST && verb < chunks.length; verb++) {
    const said = chunks[verb];
    if (isBound(said) || has(said, 'where', 'if', 'and', 'remove')) return undefined;
    const passive = passiveBehind(chunks, verb);
    if (passive !== undefined && endsOrder(chunks, passive)) return adds(valueOf(context, from, verb), passive);
    // "kunnen ze de tag X | krijgen?"
    // "stelle sicher, dass … den Tag X | haben"
    const ensured = chunks.slice(0, at).some(chunk => says(chunk, 'ensuring'));
    const gotten = (has(said, 'gets') || ensured) && says(said, 'hadAtEnd');
    if (!(has(said, 'add', 'setTo') || gotten) || !isSmall(said)) continue;
    let to = verb + 1;
    while (to < verb + 3 && has(chunks[to], 'give', 'be', 'may', 'then')) to++;
    // "ist das Tag X | zu setzen", "das Tag X | muss gesetzt werden"
    let end = verb;
    while (
      end - 1 > from &&
      isSmall(chunks[end - 1]) &&
      has(chunks[end - 1], 'to', 'into', 'may', 'give', 'be', 'filler')
    )
      end--;
    return endsOrder(chunks, to) ? adds(valueOf(context, from, end), to) : undefined;
  }
  return undefined;
}

/** "the tag Low | has to be applied", "… is required": where what is to become of the tag ends. */
function passiveBehind(chunks: readonly Chunk[], at: number): number | undefined {
  let to = at;
  while (to < at + 3 && isSmall(chunks[to]) && has(chunks[to], 'give', 'be', 'may') && !has(chunks[to], 'not')) to++;
  const done = chunks[to];
  if (to === at || !isSmall(done) || has(done, 'remove', 'not', 'without', 'empty')) return undefined;
  return says(done, 'brought') ? to + 1 : undefined;
}

/** "De tag Annulering moet op alle geannuleerde orders", "tagget Haster skal sættes på …": the tag first, then what is to become of it and whose it is. */
export function parseNounFirst(context: ActionContext, at: number): FoundAction | undefined {
  const { chunks } = context;
  if (context.conditionBefore || (at > 0 && !isBound(chunks[at - 1]))) return undefined;
  const from = nounAt(chunks, at);
  if (from === undefined || !opensName(chunks[from])) return undefined;
  let end = from + 1;
  while (
    end < from + LONGEST &&
    chunks[end] &&
    !isBound(chunks[end]) &&
    !(isSmall(chunks[end]) && isHelper(chunks[end]))
  )
    end++;
  if (!isSmall(chunks[end]) || !isHelper(chunks[end])) return undefined;
  let to = end + 1;
  while (
    to < end + 4 &&
    has(chunks[to], 'give', 'be', 'may', 'add', 'setTo', 'then') &&
    !has(chunks[to], 'remove', 'not')
  )
    to++;
  const whose = has(chunks[to], 'on', 'to', 'for') && isSmall(chunks[to]) && chunks[to + 1] !== undefined;
  return whose && !has(chunks[to], 'remove', 'not') ? adds(valueOf(context, from, end), to + 1) : undefined;
}

const isHelper = (chunk: Chunk | undefined): boolean => has(chunk, 'may', 'give') && !has(chunk, 'not', 'gets');

/** "Annulering taggen als …", "Storno taggen, wenn …": the name, the verb, and when. */
export function parseNameThenVerb(context: ActionContext, at: number): FoundAction | undefined {
  const { chunks } = context;
  if (context.conditionBefore || at > 0) return undefined;
  // "Bitte mit Storno taggen, wenn …": what leads to the name.
  let from = at;
  while (from < at + 2 && has(chunks[from], 'then')) from++;
  const led = has(chunks[from], 'with', 'as') && !has(chunks[from], 'if', 'where');
  from = led ? from + 1 : at;
  const first = chunks[from];
  const plain = led || (first?.roles.length ?? 0) === 0;
  // "Bitte taggen, wenn …": words of the grammar name no tag.
  if (!opensName(first) || (first?.quote === undefined && !plain) || (isField(first) && !led)) return undefined;
  let verb = from + 1;
  while (verb < from + LONGEST && chunks[verb] && !isBound(chunks[verb]) && !has(chunks[verb], 'tag')) verb++;
  const said = chunks[verb];
  if (!said || !has(said, 'tag') || has(said, 'tagNoun') || !isSmall(said) || isParticiple(said)) return undefined;
  const next = has(chunks[verb + 1], 'comma') ? verb + 2 : verb + 1;
  const told =
    led || chunks.slice(from + 1, verb).every(chunk => isSmall(chunk) && chunk.values.length === 0 && !isField(chunk));
  return has(chunks[next], 'if', 'onlyIf') && told && (led || conditionFollows(context, next))
    ? adds(valueOf(context, from, verb), verb + 1)
    : undefined;
}

/** "I'd like providers in Ohio | to carry the tag Review": what somebody wishes them to have. */
const wishedAt = (chunks: readonly Chunk[], at: number): number | undefined =>
  has(chunks[at], 'to') && has(chunks[at + 1], 'have') && chunks.slice(0, at).some(chunk => has(chunk, 'wish'))
    ? at + 2
    : undefined;

/** "hebben de tag X nodig": what is needed stands before the word that says so. */
function parseNounNeeded(context: ActionContext, at: number): FoundAction | undefined {
  const { chunks } = context;
  const from = has(chunks[at], 'have') ? nounAt(chunks, at + 1) : undefined;
  if (from === undefined || !opensName(chunks[from])) return undefined;
  for (let end = from + 1; end <= from + LONGEST && chunks[end] && !isBound(chunks[end]); end++)
    if (says(chunks[end], 'neededAtEnd') && endsOrder(chunks, end + 1))
      return adds(valueOf(context, from, end), end + 1);
  return undefined;
}

/** "Providers in Ohio require the tag Review", "… fall under the tag Review": what those who were described are to have. */
export function parseNounRequired(context: ActionContext, at: number): FoundAction | undefined {
  const { chunks } = context;
  if (!context.conditionBefore || !isSmall(chunks[at])) return undefined;
  const needed = parseNounNeeded(context, at);
  if (needed) return needed;
  const required = says(chunks[at], 'mustHave') && !has(chunks[at], 'not');
  const under = !required && says(chunks[at + 1], 'landsUnder') && says(chunks[at], 'landsOn') ? at + 2 : undefined;
  const noun = required ? at + 1 : (under ?? wishedAt(chunks, at));
  const from = noun === undefined ? undefined : nounAt(chunks, noun);
  return from === undefined || !opensName(chunks[from]) ? undefined : tagged(context, from);
}
