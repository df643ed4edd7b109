import type { Action } from '@lib/rules';
import type { ActionContext, FoundAction } from './action-text';
import { has, isBound, isField } from './cursor';
import { parseFieldAction } from './field-actions';
import type { Issue } from './meaning';
import { parseArrow, parseGiving, parseRemoving, parseTagVerb, parseTrailing } from './tag-actions';
import type { Chunk, Grounding } from '../grounding/link-words';

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
