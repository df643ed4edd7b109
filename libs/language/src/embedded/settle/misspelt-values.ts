import { has } from '../cursor';
import type { Chunk, Grounding } from '../../grounding/link-words';

/** Values of more words are not looked for. */
const MOST = 3;
/** How surely a field must be named before it. */
const NAMED = 0.9;
/** How sure a value is that is not written as it is stored. */
const SURE = 0.75;

/**
 * "status = In Maintanance": behind a field and what says that its value follows, several words that are a stored one but
 * for slips in them are that value, whatever else they could mean.
 */
export function withMisspeltValues(chunks: readonly Chunk[], { values }: Grounding): readonly Chunk[] {
  let made: Chunk[] | undefined;
  for (let at = 0; at < chunks.length - 3; at++) {
    const [link] = chunks[at]?.fields ?? [];
    if (link?.field.type !== 'text' || link.score < NAMED || !has(chunks[at + 1], 'eq', 'neq', 'colon', 'be')) continue;
    const first = chunks[at + 2] as Chunk;
    for (let to = Math.min(at + 2 + MOST, chunks.length); to > at + 3; to--) {
      const words = chunks.slice(at + 2, to);
      if (!words.every(isWord)) continue;
      const [near] = values.nearIn(link.field.name, words.map(({ text }) => text).join(' '));
      if (!near) continue;
      const { start, glued, text } = first;
      const last = words.at(-1) ?? first;
      const value: Chunk = {
        start,
        end: last.end,
        glued,
        text: `${text} ${words
          .slice(1)
          .map(word => word.text)
          .join(' ')}`,
        key: words.map(({ key }) => key).join(' '),
        roles: [],
        fields: [],
        values: [{ field: link.field, stored: [near.text], score: SURE, via: 'typo' }],
        typo: true,
      };
      made ??= [...chunks];
      made.splice(made.indexOf(first), words.length, value);
      break;
    }
  }
  return made ?? chunks;
}

const isWord = ({ key, values, quote, glued }: Chunk): boolean =>
  quote === undefined && !glued && values.length === 0 && /^\p{L}[\p{L} ]*$/u.test(key);
