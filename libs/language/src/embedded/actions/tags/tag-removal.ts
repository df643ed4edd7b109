import { type ActionContext, type FoundAction } from '../action-text';
import { readTags } from './tag-text';
import { has, isBound, isField } from '../../cursor';
import { endsOrder } from '../clause-end';
import { says } from '../../saying';
import { startsClause } from '../clause-start';
import type { Chunk } from '../../../grounding/link-words';

const FAR = 8;

interface Noun {
  readonly value: readonly string[];
  readonly from: number;
  readonly to: number;
}

/** "the tag X", "the X tag": what it is called, and where the words begin and end; `end` stands right behind them. */
function namedTag(context: ActionContext, at: number, end: number): Noun | undefined {
  const { chunks, text } = context;
  let next = at;
  while (next < end && has(chunks[next], 'det', 'them') && !has(chunks[next], 'tagNoun')) next++;
  const first = chunks[next];
  if (!first || next >= end) return undefined;
  if (has(first, 'tagNoun') && first.quote === undefined) {
    // "tag as Bonus Removed": a verb, and what it leads to is put on.
    if (has(first, 'tag') && has(chunks[next + 1], 'as') && chunks[next + 1]?.quote === undefined) return undefined;
    // "Tag X setzen, vip entfernen": what is put on is not taken off.
    if (chunks.slice(next + 1, end).some((_, i) => putsOn(chunks, next + 1 + i))) return undefined;
    const read = readTags(
      { ...context, chunks: chunks.slice(0, end), conditionBefore: true, removing: true },
      next + 1,
    );
    return read?.to === end ? { value: read.tags, from: at, to: end } : undefined;
  }
  const last = chunks[end - 2];
  if (end - next < 2 || !has(chunks[end - 1], 'tagNoun') || !last) return undefined;
  const words = chunks.slice(next, end - 1);
  if (words.some(chunk => isBound(chunk) || has(chunk, 'where', 'in', 'and'))) return undefined;
  return {
    value: [words.length === 1 ? (first.quote ?? first.text) : text.slice(first.start, last.end)],
    from: at,
    to: end,
  };
}

const putsOn = (chunks: readonly Chunk[], at: number): boolean =>
  has(chunks[at], 'setTo', 'add') &&
  chunks[at]?.quote === undefined &&
  chunks[at]?.values.length === 0 &&
  !chunks[at]?.glued &&
  has(chunks[at + 1], 'comma', 'and');

const removal = (noun: Noun, to: number, from?: number): FoundAction => ({
  actions: noun.value.map(value => ({ type: 'removeTag', value })),
  to,
  ...(from !== undefined && { from }),
});

/** "take reverify off anyone who …": what is taken off records by its name alone is a tag they have. */
function storedTag({ chunks, tags }: ActionContext, at: number, end: number): Noun | undefined {
  const first = chunks[at];
  const isTag = first?.values.some(({ field }) => field.name === tags) ?? false;
  const off = chunks[end];
  return first && isTag && end === at + 1 && has(off, 'off') && !has(chunks[end + 1], 'them')
    ? { value: [first.quote ?? first.text], from: at, to: end }
    : undefined;
}

const names = (chunk: Chunk | undefined): boolean =>
  isField(chunk) ||
  (chunk?.values.length ?? 0) > 0 ||
  has(chunk, 'tagNoun', 'tag', 'det', 'them', 'add', 'remove', 'allTags', 'noun', 'not', 'then');

/** "…, vip entfernen": behind a tag that is put on, a tag that some record has is taken off by its name alone. */
function bareOff(context: ActionContext, at: number, end: number): Noun | undefined {
  const { chunks, tags } = context;
  const first = chunks[at];
  const stored = first?.values.some(({ field, via }) => field.name === tags && via === undefined) ?? false;
  const joined = context.tagging && has(chunks[at - 1], 'comma', 'and', 'amp');
  // "…: mentor eraf"
  const headed = context.conditionBefore && has(chunks[at - 1], 'colon', 'arrow');
  // "Tag erledigt dran, eilig weg": beside a tag that is put on, one word that names nothing else.
  const lone = joined && first?.quote === undefined && /^\p{L}+$/u.test(first?.text ?? '') && !names(first);
  return first && end === at + 1 && ((stored && (joined || headed)) || lone)
    ? { value: [first.quote ?? first.text], from: at, to: end }
    : undefined;
}

/** "take the lease tag off the devices", "haal de tag X weg". */
function parseParted(context: ActionContext, at: number): FoundAction | undefined {
  const { chunks } = context;
  if (!has(chunks[at], 'remove') || chunks[at]?.quote !== undefined || !startsClause(chunks, at)) return undefined;
  let next = at + 1;
  while (next < at + 3 && has(chunks[next], 'then', 'filler', 'off', 'from', 'them') && !has(chunks[next], 'tagNoun'))
    next++;
  // "haal bij gesloten tickets de tag legacy weg": whose tag it is stands first.
  const noun = chunks.findIndex((chunk, i) => i > next && has(chunk, 'tagNoun'));
  const whose = isWhose(chunks[next]) || isReceiver(chunks, next, noun) ? noun : -1;
  const from = whose > 0 ? whose : next;
  for (let end = from + 1; end <= from + FAR && end < chunks.length; end++) {
    if (isBound(chunks[end])) return undefined;
    if (!has(chunks[end], 'off')) continue;
    const named = namedTag(context, from, end) ?? storedTag(context, from, end);
    if (!named) continue;
    let to = end + 1;
    while (has(chunks[to], 'also') || says(chunks[to], 'again')) to++;
    if (has(chunks[to], 'them') && (chunks[to + 1] === undefined || isBound(chunks[to + 1]))) to++;
    return whose > 0 ? { ...removal(named, to), inner: [next, whose] } : removal(named, to);
  }
  return undefined;
}

/** "should lose the tag X", "no longer need the X tag": said of the records. */
function parseLosing(context: ActionContext, at: number): FoundAction | undefined {
  const { chunks } = context;
  if (!context.conditionBefore) return undefined;
  // "interns don't need the X tag any more"
  const unneeded = has(chunks[at], 'not') && has(chunks[at + 1], 'give') && !has(chunks[at - 1], 'where', 'if');
  const off = unneeded && !has(chunks[at + 1], 'have', 'be') ? lostTag(context, at + 2) : undefined;
  if (off) return removal(off, has(chunks[off.to], 'filler') ? off.to + 1 : off.to);
  if (!has(chunks[at], 'give')) return undefined;
  let next = at + 1;
  while (next < at + 4 && has(chunks[next], 'give', 'be', 'then', 'filler') && !has(chunks[next], 'remove')) next++;
  if (!has(chunks[next], 'remove')) return undefined;
  const found = lostTag(context, next + 1);
  return found && removal(found, found.to);
}

/** "sollen das Tag X nicht mehr haben", "skal ikke længere have tagget X", "mogen de tag X niet meer hebben": what records are not to have. */
function parseNotToHave(context: ActionContext, at: number): FoundAction | undefined {
  const { chunks } = context;
  const helper = chunks[at];
  if (!context.conditionBefore || helper?.quote !== undefined || !has(helper, 'may', 'give', 'not')) return undefined;
  if (has(chunks[at - 1], 'where', 'if') || !(has(helper, 'may') || (has(helper, 'give') && !has(helper, 'gets'))))
    return undefined;
  let next = at + 1;
  let denied = has(helper, 'not');
  while (
    next < at + 5 &&
    has(chunks[next], 'not', 'never', 'have', 'then', 'filler', 'gt') &&
    !has(chunks[next], 'tagNoun')
  ) {
    denied ||= has(chunks[next], 'not', 'never');
    next++;
  }
  if (denied) {
    const noun = lostTag(context, next);
    return noun && removal(noun, noun.to);
  }
  for (let end = next + 2; end <= next + FAR && end < chunks.length && !isBound(chunks[end]); end++) {
    // "das Tag IT-Kern": no slip of a denial, and no part of a name.
    if (!has(chunks[end], 'not', 'never') || chunks[end]?.typo || chunks[end]?.glued) continue;
    let to = end + 1;
    while (to < end + 4 && (has(chunks[to], 'have', 'to', 'filler') || says(chunks[to], 'hadAtEnd'))) to++;
    const noun = endsOrder(chunks, to) ? namedTag(context, next, end) : undefined;
    return noun && removal(noun, to);
  }
  return undefined;
}

function lostTag(context: ActionContext, at: number): Noun | undefined {
  const { chunks } = context;
  for (let end = at + 2; end <= at + FAR && end <= chunks.length; end++) {
    const noun = namedTag(context, at, end);
    const after = chunks[end];
    if (noun && (!after || isBound(after) || has(after, 'and', 'amp', 'but', 'where', 'if', 'filler'))) return noun;
  }
  return undefined;
}

/** "the tag X should be removed", "have the X tag taken off", "den Tag X entfernen": the verb stands behind. */
function parseBehind(context: ActionContext, at: number): FoundAction | undefined {
  const { chunks } = context;
  if (has(chunks[at], 'remove', 'tag') && !has(chunks[at], 'det', 'tagNoun')) return undefined;
  const noun = has(chunks[at], 'tagNoun') && context.conditionBefore;
  // "om ordern är avbruten | ska taggen Rush tas bort": the order may follow its condition without a comma.
  const given = context.conditionBefore && has(chunks[at], 'give') && has(chunks[at + 1], 'tagNoun');
  const opens =
    (given && !has(chunks[at], 'have') && !has(chunks[at - 1], 'where', 'if')) ||
    (noun && !has(chunks[at - 1], 'have', 'with', 'without', 'no', 'where', 'be', 'in', 'of', 'for')) ||
    at === 0 ||
    isBound(chunks[at - 1]) ||
    has(chunks[at - 1], 'and', 'then', 'arrow', 'give');
  if (!opens) return undefined;
  let first = at;
  while (first < at + 2 && has(chunks[first], 'give')) first++;
  for (let end = first + 1; end <= first + FAR && end < chunks.length; end++) {
    // "das Tag urgent bei allem entfernen": whose tag it is may stand before the verb.
    const whose = isWhose(chunks[end]);
    let next = end;
    while (
      next < end + (whose ? FAR : 4) &&
      !isBound(chunks[next]) &&
      (whose || has(chunks[next], 'give', 'be', 'then', 'may')) &&
      !has(chunks[next], 'remove')
    )
      next++;
    // "tag Nuove leve": what is only like a verb is none behind the name of a tag.
    if (!has(chunks[next], 'remove') || chunks[next]?.typo || isBound(chunks[end - 1])) continue;
    // "tag it old-loss": a part of the tag is no verb.
    if (chunks[next]?.glued && has(chunks[next - 1], 'dash')) continue;
    const noun = namedTag(context, first, end) ?? bareOff(context, first, end);
    const after = chunks[next + 1];
    const closed = !after || isBound(after) || has(after, 'and', 'from', 'for', 'where', 'if', 'off');
    const found = noun && closed ? removal(noun, has(after, 'off') ? next + 2 : next + 1) : undefined;
    if (found) return whose ? { ...found, inner: [end, next] } : found;
  }
  return undefined;
}

const isWhose = (chunk: Chunk | undefined): boolean =>
  has(chunk, 'for') && !has(chunk, 'det', 'to', 'give') && chunk?.glued === false;

/** "nimm allen Praktikanten das Tag X weg": all those before the article and the noun. */
const isReceiver = (chunks: readonly Chunk[], at: number, noun: number): boolean =>
  noun > at + 1 &&
  (has(chunks[at], 'allTags', 'for', 'noun') || (chunks[at]?.values.length ?? 0) > 0) &&
  !has(chunks[noun - 1], 'with', 'without', 'have', 'where') &&
  / /.test(chunks[noun]?.key ?? '');

/** Tags that are taken away in other words than "remove the tag X". */
export function parseTakingOff(context: ActionContext, at: number): FoundAction | undefined {
  return (
    parseParted(context, at) ?? parseLosing(context, at) ?? parseNotToHave(context, at) ?? parseBehind(context, at)
  );
}
