import type { ActionContext, FoundAction } from '../action-text';
import { concernedAt, endsOrder } from '../clause-end';
import { has, isBound } from '../../cursor';
import { isFirstOfName } from './tag-ends';
import { readTags } from './tag-text';
import type { Chunk } from '../../../grounding/link-words';

/** "put a tag on everyone in Legal": who gets it follows, and what it is called was never said. */
const leadsToRecords = (chunks: readonly Chunk[], at: number): boolean =>
  has(chunks[at], 'on') &&
  chunks[at]?.quote === undefined &&
  /^\p{Ll}/u.test(chunks[at]?.text ?? '') &&
  /^\p{Ll}/u.test(chunks[at + 1]?.text ?? '') &&
  has(chunks[at + 1], 'det', 'ones', 'noun', 'allTags');

/** Tags to be added, named from here on; a verb that ends the clause belongs to it. */
export function tagged(context: ActionContext, at: number): FoundAction {
  if (leadsToRecords(context.chunks, at)) return { actions: [], to: at, issues: [{ kind: 'missing-tag' }] };
  // "etiqueta con renovar a …"
  const leads =
    has(context.chunks[at], 'with') && context.chunks[at]?.quote === undefined && !isFirstOfName(context.chunks, at);
  const read = readTags(context, leads && !isBound(context.chunks[at + 1]) ? at + 1 : at);
  if (!read) return { actions: [], to: at, issues: [{ kind: 'missing-tag' }] };
  let { to } = read;
  const { chunks } = context;
  while (has(chunks[to], 'add', 'then') && !isBound(chunks[to]) && (endsOrder(chunks, to + 1) || helps(chunks[to + 1])))
    to++;
  return { actions: read.tags.map(value => ({ type: 'addTag', value })), to: concernedAt(chunks, to) ?? to };
}

/** "… hinzufügen sollen": a second verb behind the one that ends the clause. */
const helps = (chunk: Chunk | undefined): boolean => has(chunk, 'give', 'add');
