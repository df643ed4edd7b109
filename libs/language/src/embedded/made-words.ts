import type { Role } from '../grounding/lexicon';
import type { Chunk } from '../grounding/link-words';

/** A word that stands in the text otherwise, or not at all: it plays its roles and names nothing. In UTF-16 units. */
export const madeWord = (start: number, end: number, text: string, roles: readonly Role[]): Chunk => ({
  start,
  end,
  text,
  key: text,
  glued: false,
  roles,
  fields: [],
  values: [],
});
