import type { Action } from '@lib/rules';
import { type Meaning, testsOf } from './meaning';
import { fold } from '../grounding/fold';
import type { Chunk } from '../grounding/link-words';
import { say } from '../grounding/messages';

/** The words that a value to be set was read from, where they are written otherwise than it is. */
function wordsFor(action: Action, chunks: readonly Chunk[], [from, to]: readonly [number, number]): string | undefined {
  if (action.type !== 'setValue' || typeof action.value !== 'string') return undefined;
  const value = fold(action.value.trim());
  const said = chunks.filter(chunk => chunk.start >= from && chunk.end <= to && chunk.quote === undefined);
  if (said.some(chunk => fold(chunk.text) === value)) return undefined;
  const stored = action.value;
  return said.findLast(chunk =>
    chunk.values.some(link => link.field.name === action.field && link.stored.includes(stored)),
  )?.text;
}

interface Placed {
  readonly action: Action;
  readonly span: readonly [number, number];
}

/**
 * "set country to Allemagne where country is Germany": what is to be written in place of a value is no other word for that
 * very value, so it is written as it was said.
 */
export function asWritten(placed: readonly Placed[], meaning: Meaning, chunks: readonly Chunk[]): readonly Action[] {
  return placed.map(({ action, span }) => {
    const words = wordsFor(action, chunks, span);
    if (words === undefined || action.type !== 'setValue') return action;
    const tested = testsOf(meaning).filter(({ field }) => field.name === action.field);
    const same = tested.some(
      ({ test }) =>
        test.is === 'oneOf' && test.values.length === 1 && test.values.flat().some(value => value === action.value),
    );
    return same ? { ...action, value: words } : action;
  });
}

/** What a draft says of values that were said in other words than records hold. */
export const sayValuesTaken = (
  actions: readonly Action[],
  placed: readonly Placed[],
  chunks: readonly Chunk[],
  language: string | undefined,
): readonly { readonly text: string; readonly at: string }[] =>
  placed.flatMap(({ action, span }, i) => {
    const words = wordsFor(action, chunks, span);
    const kept = actions[i];
    return words === undefined || kept !== action || kept.type !== 'setValue' || typeof kept.value !== 'string'
      ? []
      : [{ text: say(language, 'takenAs', words, kept.value), at: `/actions/${i}` }];
  });
