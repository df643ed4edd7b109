import { type ActionContext, type FoundAction, mayBeginAction } from '../action-text';
import { endsClause } from '../clause-end';
import { isCompound, wordEnd } from './tag-ends';
import { has, isBound, isField } from '../../cursor';
import type { Chunk } from '../../../grounding/link-words';

/** A name is hardly longer. */
const LONGEST = 4;
/** What words of a name may be elsewhere. */
const NAMING = ['vague', 'vagueSmall', 'noun', 'people', 'fieldWord', 'year', 'month', 'replace'] as const;

/** A word in capitals that says nothing of the records: part of a name somebody makes up. */
function isNaming({ tags }: ActionContext, chunk: Chunk | undefined): boolean {
  if (!chunk || isBound(chunk) || chunk.date || chunk.number || chunk.duration) return false;
  if (chunk.quote !== undefined || chunk.values.some(({ field }) => field.name === tags)) return true;
  const plain = chunk.values.length === 0 && (chunk.fields[0]?.score ?? 0) < 0.8;
  return plain && /^\p{Lu}/u.test(chunk.text) && chunk.roles.every(role => NAMING.some(one => one === role));
}

const nameOf = ({ chunks, text }: ActionContext, from: number, to: number): string =>
  (to === from + 1 ? chunks[from]?.quote : undefined) ?? text.slice(chunks[from]?.start, chunks[to - 1]?.end);

function nameEnd(context: ActionContext, from: number): number {
  let to = from;
  const word = wordEnd(context.chunks, from);
  if (word > from && isCompound(context.chunks, from, word)) return word;
  while (to < from + LONGEST && isNaming(context, context.chunks[to])) to++;
  return to;
}

/** What follows is said of records: nothing there is to be done. */
const tellsRecords = (chunks: readonly Chunk[], at: number): boolean =>
  chunks.length > at &&
  !chunks.slice(at).some((_, i) => mayBeginAction(chunks, at + i)) &&
  chunks
    .slice(at)
    .some(chunk => chunk.number !== undefined || chunk.date !== undefined || chunk.values.length > 0 || isField(chunk));

/** "Mid Size = orders between 5k and 25k", "Growth Years: clinics opened after 2005": the name opens, and then whom it is for. */
export function parseEquatedHead(context: ActionContext, at: number): FoundAction | undefined {
  const { chunks } = context;
  if (at > 0 || has(chunks[0], 'noun') || isField(chunks[0])) return undefined;
  const to = nameEnd(context, 0);
  const equated = chunks[to]?.key === '=' && chunks[to]?.quote === undefined;
  // One word before a colon is a heading of any kind.
  const headed = has(chunks[to], 'colon') && !chunks[to + 1]?.glued && to > 1;
  if (to === 0 || !(equated || headed) || !tellsRecords(chunks, to + 1)) return undefined;
  return { actions: [{ type: 'addTag', value: nameOf(context, 0, to) }], to: to + 1 };
}

/** "battery below 10 = Low Power": behind an amount or a value nothing is compared any more. */
export function parseEquatedTail(context: ActionContext, at: number): FoundAction | undefined {
  const { chunks } = context;
  if (!context.conditionBefore || chunks[at - 1]?.key !== '=' || isField(chunks[at])) return undefined;
  const to = nameEnd(context, at);
  const said = [chunks[at - 2], isField(chunks[at - 2]) ? chunks[at - 3] : undefined];
  const whole = said.some(chunk => chunk?.number ?? chunk?.date ?? (chunk?.values.length ?? 0) > 0);
  return to > at && whole && endsClause(chunks, to)
    ? { actions: [{ type: 'addTag', value: nameOf(context, at, to) }], to }
    : undefined;
}
