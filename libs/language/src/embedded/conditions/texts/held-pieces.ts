import { has, isUnknown } from '../../cursor';
import { saidTo } from '../../saying';
import { type Parsed, type ParseState, testOn } from '../parse-state';
import type { FieldLink } from '../../../grounding/fields/field-index';

const PLACES = [
  ['atStart', 'startsWith'],
  ['atEnd', 'endsWith'],
  ['heldThere', 'contains'],
] as const;

/** "has AB at the start", "has 99 at the end", "with oil in it": a text behind its field, and where in it the text stands. */
export function parseHeldPiece(
  state: ParseState,
  links: readonly FieldLink[],
  from: number,
  at: number,
): Parsed | undefined {
  const { chunks } = state;
  const next = has(chunks[at], 'have', 'with') ? at + 1 : at;
  const piece = chunks[next];
  const holds = chunks.slice(from + 1, next).some(chunk => has(chunk, 'have', 'with'));
  // "has Sprinter in it": a piece of what some records hold is no less a text.
  const stored = piece?.roles.length === 0 && piece.fields.length === 0 && piece.values.length > 0;
  if (!holds || !piece || !(piece.quote ?? piece.number ?? (stored || isUnknown(piece)))) return undefined;
  for (const [place, operator] of PLACES) {
    const to = saidTo(chunks, next + 1, place);
    if (to === undefined) continue;
    const texts = [piece.quote ?? piece.text];
    const meaning = testOn(state, links, from, to, () => ({ is: 'text', operator, texts }));
    return meaning && { meaning, to };
  }
  return undefined;
}
