import type { Field } from '@lib/rules';
import { has } from '../cursor';
import { closesSaying, opensSaying } from '../saying';
import type { Chunk } from '../../grounding/link-words';

/**
 * "upper-case the serial number of all presses where it is filled in": between what opens a clause and what says that
 * something is filled or empty, "it" is the field that is written, and none whose value alone was said ("presses").
 */
export function withWrittenFieldMeant(chunks: readonly Chunk[], written: Field | undefined): readonly Chunk[] {
  if (!written || !chunks.some(chunk => opensSaying(chunk, 'itWord') || closesSaying(chunk, 'itWord'))) return chunks;
  const at = chunks.findIndex((_, i) => isItFilled(chunks, i));
  const it = chunks[at];
  if (!it || chunks.slice(0, at).some(namesField)) return chunks;
  const meant: Chunk = { ...it, roles: [], fields: [{ field: written, score: MEANT }], values: [] };
  // "hvor det": what opens the clause was read with it.
  return [...chunks.slice(0, at), ...(has(it, ...OPENERS) ? [it] : []), meant, ...chunks.slice(at + 1)];
}

const OPENERS = ['where', 'if', 'onlyIf', 'unless'] as const;

/** So surely the field is meant. */
const MEANT = 0.95;

/** So surely another field is named before. */
const NAMED = 0.85;

const namesField = ({ fields, quote }: Chunk): boolean => quote === undefined && (fields[0]?.score ?? 0) >= NAMED;

const isItFilled = (chunks: readonly Chunk[], at: number): boolean => {
  const it = chunks[at];
  const opened = has(it, ...OPENERS) ? closesSaying(it, 'itWord') : isIt(it) && has(chunks[at - 1], ...OPENERS);
  if (!opened || it?.quote !== undefined) return false;
  let next = at + 1;
  while (next < at + 4 && has(chunks[next], 'be', 'not', 'filler', 'notYet') && !has(chunks[next], 'filled', 'empty'))
    next++;
  return has(chunks[next], 'filled', 'empty');
};

/** "it", "it is", "il" */
const isIt = (chunk: Chunk | undefined): boolean => has(chunk, 'them', 'be', 'filler') && opensSaying(chunk, 'itWord');
