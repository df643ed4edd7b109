import type { Field } from '@lib/rules';
import type { TestMeaning } from '../../meaning/meaning';
import { fold } from '../../../grounding/words/fold';
import type { ValueIndex } from '../../../grounding/values/value-index';

interface Meant {
  /** All of the values at once: "English and Spanish". */
  readonly all?: boolean;
  /** The whole text, not one of those it lists. */
  readonly whole?: boolean;
  /** Nothing beside them: "only English and Spanish". */
  readonly only?: boolean;
}

/** A list, or a text that lists, may hold several values at once: "English and Spanish" then means both of them. */
export function valuesTest(
  index: ValueIndex,
  field: Field,
  values: readonly (readonly string[])[],
  { all = false, whole = false, only = false }: Meant,
): TestMeaning['test'] {
  const both = all && values.length > 1;
  if (index.holdsSeveral(field.name) && !(whole && !both))
    return listedTest(index.valuesOf(field.name), values, both, whole);
  if (field.type !== 'list') return { is: 'oneOf', values };
  if (values.some(stored => stored.length > 1)) return { is: 'oneOf', values, ...(all && { all }) };
  const alone = only && (both || values.length === 1);
  return { is: 'has', values: values.map(stored => stored[0] ?? ''), ...(both && { all }), ...(alone && { only }) };
}

/** Pieces of a text that lists several: held somewhere in it where no other piece holds them, else as whole pieces. */
function listedTest(
  pieces: readonly string[],
  values: readonly (readonly string[])[],
  all: boolean,
  whole: boolean,
): TestMeaning['test'] {
  const folded = pieces.map(fold);
  const isPart = ([first = '']: readonly string[]): boolean => {
    const sought = fold(first);
    return folded.some(piece => piece !== sought && piece.includes(sought));
  };
  if (!whole && !values.some(isPart))
    return { is: 'text', operator: 'contains', texts: values.map(stored => stored[0] ?? ''), ...(all && { all }) };
  const sought = all ? values : [values.flat()];
  const texts = sought.map(stored => `(^|[,;|]\\s*)${oneOf(stored)}(\\s*[,;|]|$)`);
  // "only Java and SQL": both, and nothing beside them.
  const only = `^${oneOf(values.flat())}(\\s*[,;|]\\s*${oneOf(values.flat())})*$`;
  return { is: 'text', operator: 'matches', texts: whole ? [...texts, only] : texts, ...(all && { all }) };
}

/** A pattern of these texts as they are written. */
function oneOf(texts: readonly string[]): string {
  const written = texts.map(text => text.trim().replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return written.length === 1 ? (written[0] ?? '') : `(${written.join('|')})`;
}
