import type { Field } from '@lib/rules';
import { has } from '../cursor';
import { wordsOf } from '../../grounding/words/fold';
import type { Chunk, Grounding } from '../../grounding/link-words';
import type { ValueIndex } from '../../grounding/values/value-index';

/** So well a field must be named before its number. */
const NAMED = 0.9;
/** How sure a code is of which only the number is said. */
const SURE = 0.85;

/** "hall 1", "halls 2 and 3", where records hold H1, H2 and H3: the number of a code behind the name of its field. */
export function withCodedNumbers(chunks: readonly Chunk[], { values }: Grounding): readonly Chunk[] {
  let made: Chunk[] | undefined;
  for (let at = 0; at < chunks.length - 1; at++) {
    const [link] = chunks[at]?.fields ?? [];
    if (link?.field.type !== 'text' || link.score < NAMED) continue;
    let next = at + 1;
    for (;;) {
      const chunk = chunks[next];
      const stored = chunk && codeFor(chunk, link.field, values);
      if (!chunk || stored === undefined) break;
      const { number: _number, date: _date, ...rest } = chunk;
      made ??= [...chunks];
      made[next] = { ...rest, roles: [], values: [{ field: link.field, stored: [stored], score: SURE, via: 'word' }] };
      next += has(chunks[next + 1], 'and', 'or', 'comma') ? 2 : 1;
    }
  }
  return made ?? chunks;
}

/** The one value made of a letter that the name of the field begins with, and this number. */
function codeFor({ text, number, quote, values: held }: Chunk, field: Field, values: ValueIndex): string | undefined {
  if (!number || number.unit || quote !== undefined || held.length > 0 || !/^\d{1,3}$/.test(text)) return undefined;
  const stored = values.valuesOf(field.name);
  const initials = new Set(wordsOf(`${field.label} ${field.name}`).map(word => word.charAt(0)));
  const codes = stored.filter(value => {
    const [, letters = '', digits] = /^(\p{L})[ -]?0*(\d+)$/u.exec(value) ?? [];
    return digits === String(number.value) && initials.has(letters.toLowerCase());
  });
  return codes.length === 1 && !stored.includes(text) ? codes[0] : undefined;
}
