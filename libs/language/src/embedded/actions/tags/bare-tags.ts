import { targetAt } from '../values/action-target';
import { type ActionContext, endsSentence, type FoundAction, mayBeginAction } from '../action-text';
import { endsClause } from '../clause-end';
import { startsClause } from '../clause-start';
import { isCompound, wordEnd } from './tag-ends';
import { namesNothing } from './tag-objects';
import { has, isBound } from '../../cursor';
import { closesSaying, opensSaying, says } from '../../saying';
import type { Chunk, Grounding } from '../../../grounding/link-words';

export interface BareName {
  readonly value: string;
  readonly to: number;
  /** Put together, quoted or stored as a tag: it can be nothing else. */
  readonly sure: boolean;
}

/** Whether a word is, as it stands, a tag that some record has. */
export const isTagOf = ({ tags }: ActionContext, chunk: Chunk | undefined): boolean =>
  chunk?.values.some(({ field, via }) => field.name === tags && via === undefined) ?? false;

/** One word that can be the name of a tag: quoted, put together ("needs-check"), a tag some record has, or meaning nothing else. */
export function bareNameAt(context: ActionContext, at: number): BareName | undefined {
  const { chunks, text } = context;
  const first = chunks[at];
  if (!first || isBound(first) || (says(first, 'impliesSo') && first.quote === undefined)) return undefined;
  const to = wordEnd(chunks, at);
  if (first.quote !== undefined) return to === at + 1 ? { value: first.quote, to, sure: true } : undefined;
  if (isCompound(chunks, at, to)) {
    const value = text.slice(first.start, chunks[to - 1]?.end);
    // "a flag-me tag": an article that was read as one with its noun.
    return { value: opensSaying(first, 'article') ? value.replace(/^\S+\s+/, '') : value, to, sure: true };
  }
  if (to > at + 1) return undefined;
  const stored = isTagOf(context, first);
  const adjective =
    has(first, 'vague', 'vagueSmall') ||
    (first.fields.length > 0 && first.fields.every(({ field }) => field.type === 'boolean'));
  // "ajoute Expres" where a tag is "Express": like a tag that some record has, and like nothing else.
  const likeTag =
    first.roles.length + first.fields.length === 0 &&
    first.values.length > 0 &&
    first.values.every(({ field }) => field.name === context.tags);
  return stored || likeTag || namesNothing(first) || (adjective && first.values.length === 0)
    ? { value: first.text, to, sure: stored }
    : undefined;
}

const added = (name: BareName, to = name.to): FoundAction => ({
  actions: [{ type: 'addTag', value: name.value }],
  to,
});

const opensRecords = (chunk: Chunk | undefined): boolean =>
  chunk?.quote === undefined &&
  (has(chunk, 'det', 'noun', 'them', 'ones', 'where') ||
    (chunk?.values.length ?? 0) > 0 ||
    (chunk?.fields.length ?? 0) > 0);

function behindPointed(chunks: readonly Chunk[], at: number): number {
  if (has(chunks[at], 'them') && !has(chunks[at], 'det')) return at + 1;
  return has(chunks[at], 'det') && has(chunks[at + 1], 'noun') && !has(chunks[at], 'noun') ? at + 2 : at;
}

/** "give heavy to orders above 500 kg", "put bulky on anything over a ton", "add bulky where …": the tag stands right behind its verb. */
function parseGivenTo(context: ActionContext, at: number, grounding: Grounding): FoundAction | undefined {
  const { chunks } = context;
  const verb = chunks[at];
  const marks = has(verb, 'tag') && !says(verb, 'participle');
  const wished = has(verb, 'wish');
  if (!(has(verb, 'add', 'wish') || marks) || chunks[at]?.quote !== undefined || !startsClause(chunks, at))
    return undefined;
  // "label the order heavy when …": the records are only pointed at.
  const pointed = marks ? behindPointed(chunks, at + 1) : at + 1;
  const first = says(chunks[pointed], 'article') && pointed === at + 1 ? at + 2 : pointed;
  const name = bareNameAt(context, first) ?? (marks || wished ? undefined : nameGivenTo(context, first));
  if (!name || (marks && context.conditionBefore) || (wished && !name.sure)) return undefined;
  const joint = chunks[name.to];
  if (marks && !name.sure && !(pointed > at + 1 && has(joint, 'if', 'onlyIf', 'unless'))) return undefined;
  // "ajoute bilan aux CDI qui …": what a clause tells more of are records, though nothing is known of their noun.
  const whom = opensRecords(chunks[name.to + 1]) || has(chunks[name.to + 2], 'where');
  if (has(joint, 'to', 'on', 'for') && !has(joint, 'and') && !(has(joint, 'det') && !has(joint, 'for')) && whom) {
    const field = targetAt(chunks, name.to + 1, grounding);
    // "add 5 to the discount": into a field.
    if (field && endsClause(chunks, field.to)) return undefined;
    const points = has(chunks[name.to + 1], 'them') && endsClause(chunks, name.to + 2);
    return added(name, points ? name.to + 2 : name.to + 1);
  }
  if (context.conditionBefore) return name.sure && endsClause(chunks, name.to) ? added(name) : undefined;
  return has(joint, 'if', 'onlyIf', 'unless') ? added(name) : undefined;
}

/** "heavy goods over 500 kg get bulky", "orders above 500 kg should become bulky": what the records get is the last word. */
function parseGotten(context: ActionContext, at: number): FoundAction | undefined {
  const { chunks } = context;
  if (!context.conditionBefore || chunks[at]?.quote !== undefined) return undefined;
  // "anyone who knows SAP is a data-champion"
  if (opensSaying(chunks[at], 'isA', 'countsAs') && has(chunks[at], 'be') && has(chunks[at + 1], 'det')) {
    const called = isCompound(chunks, at + 2, wordEnd(chunks, at + 2)) ? bareNameAt(context, at + 2) : undefined;
    const orders = chunks.some(chunk => has(chunk, 'ask', 'tag', 'tagNoun') && !has(chunk, 'filler'));
    return called && !orders && endsClause(chunks, called.to) && !has(chunks[at - 1], 'where')
      ? added(called)
      : undefined;
  }
  if (has(chunks[at - 1], 'where', 'not', 'if')) return undefined;
  if (
    says(chunks[at], 'landsOn') ||
    (has(chunks[at], 'give') && opensSaying(chunks[at], 'landsOn') && closesSaying(chunks[at], 'towards'))
  )
    return parseLanding(context, at);
  if (!has(chunks[at], 'give')) return undefined;
  let next = at + 1;
  while (next < at + 4 && has(chunks[next], 'give', 'det', 'then', 'them') && !chunks[next + 1]?.glued) next++;
  const got = chunks.slice(at, next).some(chunk => has(chunk, 'gets'));
  const name =
    (got ? capitalName(context, next) : undefined) ?? bareNameAt(context, next) ?? translatedName(context, next);
  if (!name || !endsClause(chunks, name.to)) return undefined;
  // "get archived": what somebody does with them.
  if (!name.sure && has(chunks[next], 'unsupported')) return undefined;
  return name.sure || got ? added(name) : undefined;
}

/** "forklifts in Lyon get Own", "… get Pay Review": what ends the clause in capitals is the name of what they get. */
function capitalName({ chunks, text }: ActionContext, at: number): BareName | undefined {
  let to = at;
  while (to < at + LONGEST_NAME && /^\p{Lu}/u.test(chunks[to]?.text ?? '') && !isBound(chunks[to])) to++;
  const [first, last] = [chunks[at], chunks[to - 1]];
  if (!first || !last || to === at || first.quote !== undefined || !endsClause(chunks, to)) return undefined;
  return { value: text.slice(first.start, last.end), to, sure: true };
}

/** So many words a name in capitals has at most. */
const LONGEST_NAME = 4;

/** "krijgen spoed" where notes hold "urgent!!": what nobody wrote so is no value that records get. */
function translatedName({ chunks }: ActionContext, at: number): BareName | undefined {
  const chunk = chunks[at];
  const translated = chunk?.values.length !== 0 && chunk?.values.every(({ via }) => via === 'word') === true;
  const plain = chunk?.quote === undefined && chunk?.fields.length === 0 && /^\p{L}+$/u.test(chunk.text);
  const own = chunk?.roles.length === 0 && !says(chunk, 'past', 'participle');
  return chunk && translated && plain && own ? { value: chunk.text, to: at + 1, sure: false } : undefined;
}

/** "add Never Serviced to machines …", "aggiungi Mai pagato agli ordini …": words from a capital on, up to those who get them. */
function nameGivenTo({ chunks, text }: ActionContext, at: number): BareName | undefined {
  const [first] = chunks.slice(at);
  if (!first || first.quote !== undefined || !/^\p{Lu}/u.test(first.text)) return undefined;
  if (has(first, 'det', 'them', 'allTags', 'tagNoun', 'ones') || (first.fields[0]?.score ?? 0) >= NAMED)
    return undefined;
  for (let to = at + 1; to <= at + LONGEST_NAME && chunks[to] && !isBound(chunks[to]); to++) {
    if (chunks[to]?.quote !== undefined || (has(chunks[to], 'tagNoun', 'tag') && !chunks[to]?.glued)) return undefined;
    const joint = has(chunks[to], 'to', 'on', 'for') && /^\p{Ll}/u.test(chunks[to]?.text ?? '');
    const whom = chunks[to + 1];
    if (!joint || !(has(whom, 'noun', 'people', 'det', 'ones', 'allTags', 'where') || has(chunks[to], 'ones')))
      continue;
    return { value: text.slice(first.start, chunks[to - 1]?.end), to, sure: true };
  }
  return undefined;
}

/** A field by its own name: what is added to it is no tag. */
const NAMED = 0.9;

/** "… goes on the watchlist", "… belongs under tag X": where records are put by what they are tagged with. */
function parseLanding(context: ActionContext, at: number): FoundAction | undefined {
  const { chunks } = context;
  const led = closesSaying(chunks[at], 'towards') ? at : at + 1;
  if (
    !(led === at || has(chunks[led], 'on', 'to', 'into', 'in')) ||
    chunks.some(chunk => has(chunk, 'ask') && !has(chunk, 'filler'))
  )
    return undefined;
  let next = led + 1;
  while (next < led + 3 && has(chunks[next], 'det', 'tagNoun') && !chunks[next + 1]?.glued) next++;
  const named = chunks.slice(at + 1, next).some(chunk => has(chunk, 'tagNoun'));
  const name = bareNameAt(context, next);
  if (!name || !(named || name.sure)) return undefined;
  const to = has(chunks[name.to], 'listNoun', 'tagNoun') ? name.to + 1 : name.to;
  return endsClause(chunks, to) ? added(name, to) : undefined;
}

/** "bulky-load for anything above 500 kg": no verb at all. */
function parseHeadName(context: ActionContext, at: number): FoundAction | undefined {
  const { chunks } = context;
  if (at > 0 || context.conditionBefore) return undefined;
  const name = bareNameAt(context, at);
  if (!name?.sure || !has(chunks[name.to], 'for') || has(chunks[name.to], 'where', 'be')) return undefined;
  const orders = chunks.slice(name.to).some((_, i) => mayBeginAction(chunks.slice(name.to), i));
  return opensRecords(chunks[name.to + 1]) && !orders ? added(name) : undefined;
}

/** "anything heavier than 500 kg: bulky": the one word behind the colon. */
function parseBehindColon(context: ActionContext, at: number): FoundAction | undefined {
  const { chunks } = context;
  // "overhead above 25 %? cap-check please"
  const asked = has(chunks[at - 1], 'stop') && chunks[at - 1]?.key === '?';
  if (!context.conditionBefore || !(asked || has(chunks[at - 1], 'colon'))) return undefined;
  const name = bareNameAt(context, at);
  if (asked && !(name && isCompound(chunks, at, name.to))) return undefined;
  const after = name && chunks[has(chunks[name.to], 'then') ? name.to + 1 : name.to];
  return name && (!after || has(after, 'stop') || has(after, 'and')) ? added(name) : undefined;
}

/** "emails without @ get cleared and tagged bad-mail": the participle goes on with the order before it. */
function parseJoinedParticiple(context: ActionContext, at: number): FoundAction | undefined {
  const { chunks } = context;
  const joined = context.listed === at && has(chunks[at - 1], 'and', 'comma', 'amp', 'also', 'then');
  if (!joined || !has(chunks[at], 'tag') || !says(chunks[at], 'participle')) return undefined;
  let next = at + 1;
  while (next < at + 3 && has(chunks[next], 'as', 'with', 'tagNoun', 'det') && !chunks[next + 1]?.glued) next++;
  const name = capitalsAt(context, next) ?? bareNameAt(context, next);
  return name && endsClause(chunks, name.to) ? added(name) : undefined;
}

/** "cleared and tagged Mail Fixed": several words with capitals, up to where the clause ends. */
function capitalsAt({ chunks, text }: ActionContext, at: number): BareName | undefined {
  let to = at;
  while (chunks[to] && !isBound(chunks[to]) && chunks[to]?.quote === undefined) {
    if (!chunks[to]?.glued && !/^[\p{Lu}\p{N}]/u.test(chunks[to]?.text ?? '')) break;
    to++;
  }
  const [first, last] = [chunks[at], chunks[to - 1]];
  if (to < at + 2 || !first || !last || !/^\p{Lu}/u.test(first.text)) return undefined;
  return { value: text.slice(first.start, last.end), to, sure: true };
}

/** "mark probation for the ones who …": before all that follows is taken for the name. */
export const parseMarkedFor = (context: ActionContext, at: number, grounding: Grounding): FoundAction | undefined =>
  has(context.chunks[at], 'tag') ? parseGivenTo(context, at, grounding) : undefined;

/** Tags that are named without the noun: by the place of their word alone. */
export function parseBareTag(context: ActionContext, at: number, grounding: Grounding): FoundAction | undefined {
  if (endsSentence(context.chunks, at)) return undefined;
  return (
    parseGivenTo(context, at, grounding) ??
    parseGotten(context, at) ??
    parseJoinedParticiple(context, at) ??
    parseHeadName(context, at) ??
    parseBehindColon(context, at)
  );
}
