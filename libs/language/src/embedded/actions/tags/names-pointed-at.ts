import type { ActionContext, FoundAction } from '../action-text';
import { endsClause } from '../clause-end';
import { has, isBound, isSmall } from '../../cursor';
import { opensSaying } from '../../saying';
import type { Chunk } from '../../../grounding/link-words';

/** A name has hardly more words. */
const LONGEST = 5;

const opens = (chunks: readonly Chunk[], at: number): boolean =>
  has(chunks[at - 1], 'arrow', 'colon') && chunks[at - 1]?.quote === undefined;

/** "→ Anomaly (tag)", "…: Anomalie (Tag)": the brackets say what the name before them is. */
export function parseCalledInBrackets(
  { chunks, text, conditionBefore }: ActionContext,
  at: number,
): FoundAction | undefined {
  const first = chunks[at];
  if (!conditionBefore || !first || !opens(chunks, at) || isBound(first)) return undefined;
  let open = at + 1;
  while (open < at + LONGEST && chunks[open] && !isBound(chunks[open])) open++;
  const [noun, close] = [chunks[open + 1], chunks[open + 2]];
  if (!has(chunks[open], 'open') || !has(noun, 'tagNoun') || !has(close, 'close')) return undefined;
  if (!endsClause(chunks, open + 3)) return undefined;
  const value = (open === at + 1 && first.quote) || text.slice(first.start, chunks[open - 1]?.end);
  return { actions: [{ type: 'addTag', value }], to: open + 3 };
}

/** "→ da rivedere", "→ zu prüfen", "→ a revisar": what is to be done with them, pointed at as what they are called. */
export function parseDeedPointedAt(
  { chunks, text, conditionBefore }: ActionContext,
  at: number,
): FoundAction | undefined {
  const first = chunks[at];
  if (!conditionBefore || !first || !has(chunks[at - 1], 'arrow') || !isSmall(first)) return undefined;
  const whole = /\s/u.test(first.text) && opensSaying(first, 'towards') && first.values.length === 0;
  const last = whole ? at : at + 1;
  const verb = chunks[last];
  if (!whole && !(has(first, 'to', 'of', 'from') && verb && isDeed(verb))) return undefined;
  if (!verb || !endsClause(chunks, last + 1)) return undefined;
  return { actions: [{ type: 'addTag', value: text.slice(first.start, verb.end) }], to: last + 1 };
}

/** A word that does nothing here and is held by no record. */
const isDeed = (chunk: Chunk): boolean =>
  isSmall(chunk) && /^\p{L}{3,}$/u.test(chunk.text) && chunk.roles.length + chunk.values.length === 0 && !chunk.date;
