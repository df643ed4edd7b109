import { type Action, type Field, tagsFieldOf } from '@lib/rules';
import { type ActionContext, endsSentence, type FoundAction } from '../action-text';
import { targetsAt } from './action-target';
import { endsOrder } from '../clause-end';
import { has, isBound } from '../../cursor';
import { mentions, opensSaying } from '../../saying';
import { startsClause } from '../clause-start';
import type { Chunk, Grounding } from '../../../grounding/link-words';
import type { Sense } from '../../../grounding/senses';

const TIDIES = ['remove', 'clear', 'trim', 'replace', 'setTo', 'normalise'] as const;

/** What is tidied away, as a word for it. */
const JUNK = [
  ['lineBreaks', 'removeLineBreaks'],
  ['blanks', 'collapseBlanks'],
  ['spaces', 'trim'],
] as const;

const junkAt = (chunks: readonly Chunk[], at: number): (typeof JUNK)[number][1] | undefined =>
  chunks[at]?.quote === undefined ? JUNK.find(([role]) => has(chunks[at], role))?.[1] : undefined;

/** "remove line breaks from the notes", "double spaces in name and city should be removed". */
function parseJunk(context: ActionContext, at: number, grounding: Grounding): FoundAction | undefined {
  const { chunks } = context;
  const verbFirst = has(chunks[at], ...TIDIES) && startsClause(chunks, at);
  let next = verbFirst ? at + 1 : at;
  while (next < at + 3 && has(chunks[next], 'det', 'allTags')) next++;
  const type = junkAt(chunks, next);
  if (!type || (!verbFirst && !startsClause(chunks, at))) return undefined;
  next++;
  const off = has(chunks[next], 'off');
  if (off) next++;
  const joined =
    has(chunks[next], 'from', 'in', 'of', 'for', 'into', 'before', 'after') || opensSaying(chunks[next], 'around');
  if (!joined && !off) return undefined;
  const targets = targetsAt(chunks, joined ? next + 1 : next, grounding);
  const fields = targets?.fields.filter(field => field.type === 'text') ?? [];
  if (!targets || fields.length === 0) return undefined;
  const to = verbFirst ? targets.to : verbBehind(chunks, targets.to);
  return to === undefined ? undefined : { actions: fields.map(field => ({ type, field: field.name })), to };
}

/** Where a verb that comes last ends: "… should be removed", "… entfernen". */
function verbBehind(chunks: readonly Chunk[], at: number): number | undefined {
  let next = at;
  while (next < at + 4 && has(chunks[next], 'give', 'be', 'then', 'filler') && !has(chunks[next], 'remove')) next++;
  return has(chunks[next], 'remove', 'clear', 'trim') ? next + 1 : undefined;
}

/** "remove duplicate languages", "remove repeated values from the skills": of a list, each value once. */
function parseUnique(context: ActionContext, at: number, grounding: Grounding): FoundAction | undefined {
  const { chunks } = context;
  const verb = chunks[at];
  if (!startsClause(chunks, at) || verb?.quote !== undefined) return undefined;
  let next = at;
  if (has(verb, 'remove', 'clear')) {
    next++;
    while (next < at + 3 && has(chunks[next], 'det', 'allTags')) next++;
  }
  if (!has(chunks[next], 'repeated', 'duplicate')) return undefined;
  next++;
  while (has(chunks[next], 'valueWord', 'from', 'in', 'of', 'for', 'noun') && !chunks[next]?.fields[0]) next++;
  // "add-ons: remove duplicates"
  const named = targetsAt(chunks, next, grounding, true);
  const head = named || !has(chunks[at - 1], 'colon') ? undefined : targetsAt(chunks, 0, grounding, true);
  const targets = named ?? (head?.to === at - 1 && endsOrder(chunks, next) ? { ...head, to: next } : undefined);
  const lists = targets?.fields.filter(field => field.type === 'list') ?? [];
  return targets && lists.length > 0 && lists.length === targets.fields.length
    ? {
        actions: lists.map(field => ({ type: 'uniqueValues', field: field.name })),
        to: targets.to,
        ...(head && { from: 0 }),
      }
    : undefined;
}

/** "… sämtliche Tags" at the end of the clause, a few words on. */
function allTagsBehind(chunks: readonly Chunk[], from: number): number | undefined {
  for (let at = from; at < from + 10 && chunks[at] && !endsSentence(chunks, at); at++) {
    const after = chunks[at + 2];
    if (has(chunks[at], 'allTags') && has(chunks[at + 1], 'tagNoun') && (!after || isBound(after) || has(after, 'and')))
      return at;
  }
  return undefined;
}

/** "remove all tags", "clear the tags": the record keeps none. */
function parseAllTags(context: ActionContext, at: number, grounding: Grounding): FoundAction | undefined {
  const { chunks } = context;
  if (!has(chunks[at], 'remove', 'clear') || chunks[at]?.quote !== undefined || !startsClause(chunks, at))
    return undefined;
  // "entfernen Sie bei allen Inaktiven sämtliche Tags": whose they are stands first.
  const whose =
    has(chunks[at + 1], 'for') && !has(chunks[at + 1], 'tagNoun') ? allTagsBehind(chunks, at + 2) : undefined;
  if (whose !== undefined && has(chunks[at], 'remove'))
    return { actions: [{ type: 'removeAllTags' }], to: whose + 2, inner: [at + 1, whose] };
  let next = at + 1;
  let all = has(chunks[at], 'clear') && !has(chunks[at], 'remove');
  while (
    next < at + 5 &&
    has(chunks[next], 'det', 'allTags', 'of', 'them', 'any', 'off', 'then', 'filler') &&
    !has(chunks[next], 'tagNoun')
  ) {
    if (has(chunks[next], 'allTags', 'any')) all = true;
    next++;
  }
  const noun = chunks[next];
  const tags = tagsFieldOf(grounding.recordType);
  const named = has(noun, 'tagNoun') || noun?.fields.some(link => link.field.name === tags && link.score >= 0.8);
  // "remove the tags of anything cancelled": the plural alone, where no tag is named behind it.
  if (/s$/.test(noun?.key ?? '') && has(chunks[next + 1], 'of', 'from') && !has(chunks[next + 1], 'det')) all = true;
  if (!all || !noun || !named || noun.quote !== undefined) return undefined;
  const after = chunks[has(chunks[next + 1], 'off') ? ++next + 1 : next + 1];
  if (
    after &&
    !isBound(after) &&
    !has(chunks[next], 'off') &&
    !has(after, 'from', 'of', 'for', 'where', 'if', 'and', 'on', 'in')
  )
    return undefined;
  return { actions: [{ type: 'removeAllTags' }], to: next + 1 };
}

/** "… uit dienst is alle tags weghalen", "…: tags alle weg": right before the verb that ends the order nothing else can be meant. */
function allTagsLast(chunks: readonly Chunk[], at: number): number | undefined {
  const [first, second, verb] = [chunks[at], chunks[at + 1], chunks[at + 2]];
  const tags = has(first, 'allTags') && has(second, 'tagNoun');
  const turned = has(first, 'tagNoun') && has(second, 'allTags') && !has(first, 'tag');
  if (!(tags || turned) || first?.quote !== undefined || second?.quote !== undefined) return undefined;
  if (!has(verb, 'remove', 'clear') || has(chunks[at - 1], 'det', 'without', 'have', 'no', 'with')) return undefined;
  let to = at + 3;
  while (to < at + 6 && has(chunks[to], 'give', 'be', 'may')) to++;
  return endsOrder(chunks, to) ? to : undefined;
}

/** "every tag on the record removed", "all the tags they have should go": the verb stands behind. */
function parseAllTagsBehind(context: ActionContext, at: number): FoundAction | undefined {
  const { chunks } = context;
  const plain = allTagsLast(chunks, at);
  if (plain !== undefined) return { actions: [{ type: 'removeAllTags' }], to: plain };
  if (!has(chunks[at], 'allTags') || chunks[at]?.quote !== undefined || !startsClause(chunks, at)) return undefined;
  let next = at + 1;
  while (next < at + 4 && has(chunks[next], 'det', 'of', 'them') && !has(chunks[next], 'tagNoun')) next++;
  if (!has(chunks[next], 'tagNoun') || chunks[next]?.quote !== undefined) return undefined;
  next++;
  const behind = [
    'on',
    'in',
    'of',
    'from',
    'them',
    'det',
    'have',
    'noun',
    'give',
    'be',
    'may',
    'then',
    'filler',
  ] as const;
  const first = next;
  while (next < first + 7 && has(chunks[next], ...behind) && !has(chunks[next], 'remove', 'clear')) next++;
  const after = chunks[next + 1];
  return has(chunks[next], 'remove', 'clear') &&
    (!after || isBound(after) || has(after, 'and', 'if', 'for', 'from', 'where'))
    ? { actions: [{ type: 'removeAllTags' }], to: next + 1 }
    : undefined;
}

const DATE_FORMAT =
  /(?<![\p{L}\p{N}])(?:d{1,2}|m{2,3}|y{2,4})([./ -])(?:d{1,2}|m{2,3}|y{2,4})\1(?:d{1,2}|m{2,3}|y{2,4})(?![\p{L}\p{N}])/iu;

/** How dates are written, from "dd.mm.yyyy" in the sentence. */
function formatIn(text: string): string | undefined {
  const found = DATE_FORMAT.exec(text)?.[0].toUpperCase();
  return found?.replace(/(?<!D)D(?!D)/, 'DD').replace(/(?<!Y)Y{3}(?!Y)/, 'YYYY');
}

const isText = ({ type }: Field): boolean => type === 'text';

/** "normalise the dates in notes (dd.mm.yyyy)", "normalise the amount, decimal comma". */
function parseNormalise(context: ActionContext, at: number, grounding: Grounding): FoundAction | undefined {
  const { chunks, text } = context;
  if (!has(chunks[at], 'normalise') || chunks[at]?.quote !== undefined || !startsClause(chunks, at)) return undefined;
  // "the dates in notes", "the number format of the price", "the price".
  let next = at + 1;
  const near = chunks.slice(next, next + 5);
  const joint = near.findIndex(chunk => has(chunk, 'in', 'of', 'from') && !has(chunk, 'det'));
  const plain = targetsAt(chunks, next, grounding);
  if (joint > 0 && (!plain || plain.to <= next + joint) && targetsAt(chunks, next + joint + 1, grounding))
    next += joint + 1;
  const numbers = chunks.slice(at, next).some(chunk => opensSaying(chunk, 'numerals'));
  const targets = targetsAt(chunks, next, grounding);
  const field = targets?.fields[0];
  if (!targets || !field) return undefined;
  let to = targets.to;
  while (to < chunks.length && !endsSentence(chunks, to) && !has(chunks[to], 'if', 'where', 'for', 'arrow')) {
    if (has(chunks[to], 'and') && has(chunks[to + 1], 'tag', 'flag', 'setTo', 'add', 'remove')) break;
    to++;
  }
  const said = text.slice(chunks[at]?.start, chunks[to - 1]?.end);
  const named = (...senses: readonly Sense[]): boolean =>
    chunks.slice(at, to).some(chunk => mentions(chunk, ...senses));
  const dateFormat = formatIn(said);
  if (dateFormat)
    return {
      actions: targets.fields.map((each): Action => ({ type: 'normaliseDate', field: each.name, dateFormat })),
      to,
    };
  if (!isText(field) || !(numbers || named('decimals', 'commaName')))
    return { actions: [], to: targets.to, issues: [{ kind: 'missing-value', field }] };
  const decimalMark = named('commaName') ? ',' : named('pointName') ? '.' : (grounding.lexicons[0]?.decimalMark ?? '.');
  return {
    actions: targets.fields.map((each): Action => ({ type: 'normaliseNumber', field: each.name, decimalMark })),
    to,
  };
}

/** Actions that put in order what stands there already. */
export function parseTidying(context: ActionContext, at: number, grounding: Grounding): FoundAction | undefined {
  return (
    parseAllTags(context, at, grounding) ??
    parseAllTagsBehind(context, at) ??
    parseJunk(context, at, grounding) ??
    parseUnique(context, at, grounding) ??
    parseNormalise(context, at, grounding)
  );
}
