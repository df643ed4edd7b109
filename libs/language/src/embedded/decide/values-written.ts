import type { Action } from '@lib/rules';
import { type Meaning, testsOf } from '../meaning/meaning';
import { fold } from '../../grounding/words/fold';
import type { Chunk } from '../../grounding/link-words';
import type { ValueLink } from '../../grounding/values/value-index';
import { isEnglish, say } from '../../grounding/messages';
import type { Assumption } from '../../translator';

/** The words that a value to be set was read from, where they are written otherwise than it is, and how they mean it. */
function wordsFor(
  action: Action,
  chunks: readonly Chunk[],
  [from, to]: readonly [number, number],
): { readonly text: string; readonly via: ValueLink['via'] } | undefined {
  if (action.type !== 'setValue' || typeof action.value !== 'string') return undefined;
  const value = fold(action.value.trim());
  const said = chunks.filter(chunk => chunk.start >= from && chunk.end <= to && chunk.quote === undefined);
  if (said.some(chunk => fold(chunk.text) === value)) return undefined;
  const stored = action.value;
  return said
    .flatMap(({ text, values }) =>
      values
        .filter(link => link.field.name === action.field && link.stored.includes(stored))
        .map(({ via }) => ({ text, via })),
    )
    .at(-1);
}

interface Placed {
  readonly action: Action;
  readonly span: readonly [number, number];
}

/** The actions with their values as they are to be written, and what is said of those taken for what records hold. */
export interface ValuesWritten {
  readonly actions: readonly Action[];
  readonly taken: readonly Assumption[];
  /** The actions with the first such value as it was said, where it may just as well be a new one. */
  readonly anew?: readonly Action[];
}

/**
 * A value said in other words than records hold is set as they hold it, and that is said. "set country to Allemagne where
 * country is Germany": what is to be written in place of a value is no other word for that very value, so it is written as
 * it was said. "set the status to Frozen" where records hold Blocked: another word of the same language may be a new value.
 */
export function valuesWritten(
  placed: readonly Placed[],
  meaning: Meaning,
  chunks: readonly Chunk[],
  language: string | undefined,
): ValuesWritten {
  const taken: Assumption[] = [];
  let anew: readonly Action[] | undefined;
  const actions = placed.map(({ action, span }, i) => {
    const words = wordsFor(action, chunks, span);
    if (words === undefined || action.type !== 'setValue' || typeof action.value !== 'string') return action;
    const asSaid = { ...action, value: words.text };
    if (isOnlyTested(meaning, action)) return asSaid;
    // Lexicons tell values in English: what another language calls them is a translation.
    if (words.via === 'word' && isEnglish(language)) anew ??= placed.map((one, j) => (j === i ? asSaid : one.action));
    taken.push({ text: say(language, 'takenAs', words.text, action.value), at: `/actions/${i}` });
    return action;
  });
  return { actions, taken, ...(anew && { anew }) };
}

/** Whether the records are chosen by having that one value. */
const isOnlyTested = (meaning: Meaning, { field, value }: Extract<Action, { type: 'setValue' }>): boolean =>
  testsOf(meaning).some(
    ({ field: tested, test }) =>
      tested.name === field &&
      test.is === 'oneOf' &&
      test.values.length === 1 &&
      test.values.flat().some(one => one === value),
  );
