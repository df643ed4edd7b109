import type { Action } from '@lib/rules';
import type { Chunk, Grounding } from '../grounding/ground';
import { readTags, mayBeginAction, type ActionContext } from './action-text';
import { has, isBound, isField } from './cursor';
import { parseFieldAction } from './field-actions';
import type { Issue } from './meaning';

/** An action and the pieces of the prompt it came from. */
export interface CutAction {
  readonly action: Action;
  readonly span: readonly [number, number];
}

/** The prompt without its actions: what is left says which records. */
export interface Cut {
  readonly actions: readonly CutAction[];
  /** Stretches of condition, each on its own; `it` in an action means the field of the one before. */
  readonly conditions: readonly (readonly Chunk[])[];
  readonly issues: readonly Issue[];
  /** Clauses asking for something that rules do not do. */
  readonly unsupported: readonly Chunk[];
}

/** One action found at a place: what it does, where it ends, and a condition it holds inside ("tag CONDITION as X"). */
export interface FoundAction {
  readonly actions: readonly Action[];
  readonly to: number;
  readonly inner?: readonly [number, number];
  readonly issues?: readonly Issue[];
}

/** Whether an action verb can stand here: at the start of a clause, never behind an article. */
function startsClause(chunks: readonly Chunk[], at: number): boolean {
  let before = at - 1;
  while (before >= 0 && has(chunks[before], 'then', 'also') && !isBound(chunks[before])) before--;
  const previous = chunks[before];
  if (!previous || isBound(previous) || has(previous, 'and', 'dash', 'give', 'but', 'arrow')) return true;
  return (
    !has(previous, 'det', 'any', 'without', 'have', 'no', 'of', 'as', 'in', 'not', 'where', 'be', 'with') ||
    (has(previous, 'then', 'noun', 'empty') && !has(previous, 'det'))
  );
}

const isParticiple = (chunk: Chunk): boolean =>
  /(ed|tet|ert|iert|e|ado|ada|ato|ati)$/.test(chunk.key) && /ed$/.test(chunk.key);

/** `as` that introduces a tag: not the one of "as well as" or "such as", which are words of their own. */
function findAs(context: ActionContext, at: number): number | undefined {
  let found: number | undefined;
  for (let next = at; next < context.chunks.length; next++) {
    const chunk = context.chunks[next];
    if (!chunk || has(chunk, 'arrow') || (has(chunk, 'stop') && !(context.chunks[next + 1]?.glued ?? false))) break;
    if (has(chunk, 'as') && !has(chunk, 'with', 'have') && /^\p{Ll}/u.test(chunk.text)) found ??= next;
  }
  if (found !== undefined) return found;
  const by = context.chunks.findIndex(
    (chunk, i) =>
      i > at &&
      has(chunk, 'with') &&
      (has(context.chunks[i + 1], 'tagNoun') ||
        (has(context.chunks[i + 1], 'det') && has(context.chunks[i + 2], 'tagNoun'))),
  );
  return by > at && !context.chunks.slice(by).some(chunk => has(chunk, 'where')) ? by : undefined;
}

/** "without the VIP tag", "have a Gold label": the noun, not the verb. */
function isPossessed(chunks: readonly Chunk[], at: number): boolean {
  const named = chunks[at - 1];
  if (!has(chunks[at], 'tagNoun') || !named || isBound(named)) return false;
  const opener =
    has(chunks[at - 2], 'det') && !has(chunks[at - 2], 'have', 'without', 'no') ? chunks[at - 3] : chunks[at - 2];
  return has(opener, 'without', 'no', 'have', 'remove') && !has(named, 'empty', 'filled') && named.number === undefined;
}

/** "tag CONDITION as X", "tag as X", "tag X", "mark it as X". */
function parseTagVerb(context: ActionContext, at: number): FoundAction | undefined {
  const { chunks } = context;
  const verb = chunks[at];
  if (!verb || !has(verb, 'tag') || verb.quote !== undefined || isParticiple(verb) || !startsClause(chunks, at))
    return undefined;
  if (isPossessed(chunks, at)) return undefined;
  let next = at + 1;
  while (has(chunks[next], 'them') && !has(chunks[next], 'where') && !/^\p{Lu}/u.test(chunks[next]?.text ?? '')) next++;
  if ((has(chunks[next], 'as') && !has(chunks[next], 'with')) || has(chunks[next], 'colon'))
    return tagged(context, next + 1);
  if (
    has(chunks[next], 'with') &&
    (next > at + 1 || chunks[next + 1]?.quote !== undefined || has(chunks[next + 1], 'tagNoun'))
  )
    return tagged(context, next + 1);
  if (chunks[next]?.quote !== undefined) return tagged(context, next);
  const as = findAs(context, next);
  if (as !== undefined && as > next) {
    const before = context.conditionBefore;
    context.conditionBefore = true;
    const found = tagged(context, as + 1);
    context.conditionBefore = before;
    if (found) return { ...found, inner: [next, as] };
  }
  if (
    !context.conditionBefore &&
    (has(chunks[next], 'noun', 'det', 'vague', 'vagueSmall') ||
      (chunks[next]?.values.length ?? 0) > 0 ||
      isField(chunks[next])) &&
    has(chunks[next + 1], 'noun', 'where', 'in', 'have') &&
    !conditionFollows(context, next)
  ) {
    return { actions: [], to: chunks.length, inner: [next, chunks.length], issues: [{ kind: 'missing-tag' }] };
  }
  if (!context.conditionBefore && has(chunks[next], 'noun', 'det') && as === undefined)
    return { actions: [], to: chunks.length, inner: [next, chunks.length], issues: [{ kind: 'missing-tag' }] };
  return tagged(context, next);
}

/** Where the verb comes last: "als Mittel kennzeichnen", "mit \"Fehlt\" taggen", "sollen als VIP markiert werden". */
function parseTrailing(context: ActionContext, at: number): FoundAction | undefined {
  const { chunks, text } = context;
  const quoted = chunks[at + 1]?.quote !== undefined;
  if (
    !context.conditionBefore ||
    !(has(chunks[at], 'as') || (has(chunks[at], 'with') && (quoted || has(chunks[at + 1], 'tagNoun', 'det'))))
  )
    return undefined;
  let from = at + 1;
  while (
    has(chunks[from], 'det', 'tagNoun') &&
    chunks[from]?.quote === undefined &&
    chunks[from + 1] &&
    !has(chunks[from + 1], 'tag')
  )
    from++;
  for (let verb = from + 1; verb < chunks.length && verb <= from + 8; verb++) {
    if (isBound(chunks[verb]) || has(chunks[verb], 'where', 'if')) return undefined;
    if (!has(chunks[verb], 'tag') || chunks[verb]?.quote !== undefined) continue;
    let to = verb + 1;
    while (has(chunks[to], 'give', 'be')) to++;
    if (chunks[to] && !isBound(chunks[to]) && !has(chunks[to], 'and')) return undefined;
    const first = chunks[from];
    const last = chunks[verb - 1];
    if (!first || !last) return undefined;
    const value = verb - from === 1 && first.quote !== undefined ? first.quote : text.slice(first.start, last.end);
    return { actions: [{ type: 'addTag', value }], to };
  }
  return undefined;
}

function conditionFollows(context: ActionContext, at: number): boolean {
  return context.chunks.slice(at).some(chunk => has(chunk, 'if') && !has(chunk, 'where'));
}

function tagged(context: ActionContext, at: number): FoundAction {
  const read = readTags(context, at);
  if (!read) return { actions: [], to: at, issues: [{ kind: 'missing-tag' }] };
  return { actions: read.tags.map(value => ({ type: 'addTag', value })), to: read.to };
}

/** "add the tag X", "get tagged X", "should be marked as X", "receive the VIP tag". */
function parseGiving(context: ActionContext, at: number): FoundAction | undefined {
  const { chunks } = context;
  const opener = chunks[at];
  const gives = has(opener, 'give');
  const adds = has(opener, 'add') && startsClause(chunks, at);
  if (!opener || opener.quote !== undefined || (!gives && !adds)) return undefined;
  let next = at + 1;
  while (
    next < at + 6 &&
    (has(chunks[next], 'give', 'be', 'det', 'them', 'then') || has(chunks[next], 'filler')) &&
    !has(chunks[next], 'tag', 'tagNoun')
  )
    next++;
  const chunk = chunks[next];
  if (!chunk) return undefined;
  const participle = has(chunk, 'tag') && gives && isParticiple(chunk);
  if (participle || has(chunk, 'tagNoun')) {
    // "are tagged VIP" in the middle of a clause describes; "should be tagged VIP" orders.
    if (has(opener, 'be') && !has(chunks[at + 1], 'be') && participle && opener.key.length <= 3) return undefined;
    let from = next + 1;
    while (has(chunks[from], 'as', 'with', 'tagNoun', 'colon') && from < next + 4) from++;
    return tagged(context, from);
  }
  // "add VIP tag", "get the Gold label"
  const noun = chunks.findIndex((candidate, i) => i > next && i <= next + 4 && has(candidate, 'tagNoun'));
  if (
    noun > next &&
    !chunks.slice(next, noun).some(part => isBound(part) || has(part, 'in', 'as', 'and', 'where')) &&
    (adds || gives)
  ) {
    const last = chunks[noun - 1];
    const value = chunk.quote ?? (last ? context.text.slice(chunk.start, last.end) : '');
    return { actions: [{ type: 'addTag', value }], to: noun + 1 };
  }
  if (adds && chunk.quote !== undefined) return { actions: [{ type: 'addTag', value: chunk.quote }], to: next + 1 };
  return undefined;
}

/** "remove the VIP tag", "remove tag X", "untag X". */
function parseRemoving(context: ActionContext, at: number): FoundAction | undefined {
  const { chunks, text } = context;
  const verb = chunks[at];
  if (!verb || !has(verb, 'remove') || verb.quote !== undefined || !startsClause(chunks, at)) return undefined;
  let next = at + 1;
  while (has(chunks[next], 'det', 'them') && !has(chunks[next], 'tagNoun')) next++;
  if (has(chunks[next], 'tagNoun') || verb.key === 'untag') {
    let from = verb.key === 'untag' ? next : next + 1;
    while (has(chunks[from], 'colon', 'as')) from++;
    const before = context.conditionBefore;
    const end = chunks.findIndex(
      (chunk, i) =>
        i > from && has(chunk, 'for', 'where', 'in') && /^(from|for|on|where|of|in|when|if)$/.test(chunk.key),
    );
    const limited: ActionContext = end > from && !before ? { ...context, chunks: chunks.slice(0, end) } : context;
    const read = readTags(limited, from);
    return read && { actions: read.tags.map(value => ({ type: 'removeTag', value })), to: read.to };
  }
  const noun = chunks.findIndex((chunk, i) => i > next && i <= next + 4 && has(chunk, 'tagNoun'));
  const first = chunks[next];
  const last = chunks[noun - 1];
  if (
    noun > next &&
    first &&
    last &&
    !chunks.slice(next, noun).some(part => isBound(part) || has(part, 'in', 'as', 'where'))
  ) {
    return { actions: [{ type: 'removeTag', value: first.quote ?? text.slice(first.start, last.end) }], to: noun + 1 };
  }
  const link = first?.values.find(value => value.field.type === 'list');
  return link && !isField(first)
    ? { actions: [{ type: 'removeTag', value: link.stored[0] ?? first?.text ?? '' }], to: next + 1 }
    : undefined;
}

/** Behind an arrow a bare text is a tag. */
function parseArrow(context: ActionContext, at: number): FoundAction | undefined {
  const { chunks } = context;
  if (!has(chunks[at - 1], 'arrow') || !context.conditionBefore) return undefined;
  const chunk = chunks[at];
  if (
    !chunk ||
    mayBeginAction(chunks, at) ||
    has(chunk, 'give', 'not', 'then', 'for', 'unsupported') ||
    has(chunks[at + 1], 'eq', 'tagNoun')
  )
    return undefined;
  return isField(chunk) && chunk.values.length === 0 && chunk.quote === undefined ? undefined : tagged(context, at);
}

const MAX_ACTIONS = 20;

/** Finds the actions of a prompt and cuts them out. */
export function cutActions(all: readonly Chunk[], text: string, grounding: Grounding): Cut {
  const chunks = afterCorrection(all);
  const context: ActionContext = { chunks, text, conditionBefore: false };
  const actions: CutAction[] = [];
  const conditions: Chunk[][] = [];
  const issues: Issue[] = [];
  const unsupported: Chunk[] = [];
  let current: Chunk[] = [];
  const closeCondition = (): void => {
    if (current.some(chunk => !isBound(chunk))) conditions.push(current);
    current = [];
  };
  for (let at = 0; at < chunks.length;) {
    const chunk = chunks[at];
    if (!chunk) break;
    context.conditionBefore = [...conditions, current].some(saysSomething);
    const end = asksForOther(chunks, at);
    if (end !== undefined) {
      unsupported.push(...chunks.slice(at, end));
      at = end;
      continue;
    }
    const found =
      actions.length < MAX_ACTIONS
        ? parseAction(context, at, grounding, [...conditions.flat(), ...current])
        : undefined;
    if (!found) {
      current.push(chunk);
      at++;
      continue;
    }
    closeCondition();
    if (found.inner) conditions.push(chunks.slice(...found.inner));
    issues.push(...(found.issues ?? []));
    const first = chunks[found.inner ? Math.max(at, found.inner[1]) : at] ?? chunk;
    const last = chunks[Math.max(at, found.to - 1)] ?? chunk;
    for (const action of found.actions) actions.push({ action, span: [first.start, last.end] });
    at = Math.max(found.to, at + 1);
  }
  closeCondition();
  return { actions, conditions, issues, unsupported };
}

function parseAction(
  context: ActionContext,
  at: number,
  grounding: Grounding,
  before: readonly Chunk[],
): FoundAction | undefined {
  return (
    parseTagVerb(context, at) ??
    parseTrailing(context, at) ??
    parseGiving(context, at) ??
    parseRemoving(context, at) ??
    parseFieldAction(context, at, grounding, before) ??
    parseArrow(context, at)
  );
}

const saysSomething = (chunks: readonly Chunk[]): boolean =>
  chunks.some(
    chunk =>
      chunk.values.length > 0 ||
      isField(chunk) ||
      chunk.number !== undefined ||
      chunk.date !== undefined ||
      chunk.quote !== undefined ||
      (chunk.roles.length === 0 && /\p{L}/u.test(chunk.text)),
  );

/** "no wait, just tag …": what stood before is taken back. */
function afterCorrection(chunks: readonly Chunk[]): readonly Chunk[] {
  const at = chunks.findLastIndex(chunk => has(chunk, 'correction') && !has(chunk, 'filler'));
  return at > 0 && chunks.slice(at).some(chunk => has(chunk, 'tag', 'setTo', 'add', 'remove', 'clear'))
    ? chunks.slice(at + 1)
    : chunks;
}

/** A clause that asks for what no rule does (send, delete, approve, ignore): where it ends. */
function asksForOther(chunks: readonly Chunk[], at: number): number | undefined {
  const chunk = chunks[at];
  const opens = at === 0 || isBound(chunks[at - 1]) || has(chunks[at - 1], 'and', 'also', 'then');
  if (
    !chunk ||
    !opens ||
    chunk.quote !== undefined ||
    !has(chunk, 'unsupported', 'hostile') ||
    has(chunk, 'noun') ||
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
