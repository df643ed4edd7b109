import { has, isBound } from '../../cursor';
import { closesSaying, saidTo } from '../../saying';
import { type Meaning, negate } from '../../meaning/meaning';
import { type Parsed, type ParseState, testOn } from '../parse-state';
import type { FieldLink } from '../../../grounding/fields/field-index';
import type { Chunk } from '../../../grounding/link-words';

/** Where in a text a piece of it is said to be missing. */
const PLACES = [
  ['atStart', 'startsWith'],
  ['atEnd', 'endsWith'],
  ['heldThere', 'contains'],
] as const;

/**
 * "e-mail has no @", "title lacks the word Lead", "is missing the @ sign", "without EU at the end": the field lacks a piece
 * of text. An empty field lacks nothing: it has to be filled. `marked`: only where the words themselves say that a text
 * is meant.
 */
export function parseLacksPart(
  state: ParseState,
  links: readonly FieldLink[],
  from: number,
  at: number,
  marked = false,
): Parsed | undefined {
  const { chunks } = state;
  if (!has(chunks[at], 'without', 'no')) return undefined;
  const texts = links.filter(link => link.field.type === 'text');
  const piece = texts.length > 0 ? lackedPiece(chunks, at + 1) : undefined;
  if (!piece || (!piece.marked && (marked || has(chunks[at], 'empty')))) return undefined;
  // "clients with no captain": what records lack is no piece of their name.
  if (has(chunks[from], 'noun') && !piece.marked && /^\p{L}+$/u.test(piece.text)) return undefined;
  return withoutPiece(state, texts, from, piece);
}

/** "filled in but no shop.example in it": of the field last spoken of, behind what denies. */
export function parseNoneInside(state: ParseState, from: number, at: number): Parsed | undefined {
  const { chunks, lastField } = state;
  if (lastField?.type !== 'text' || !/ /.test(chunks[from]?.key ?? '')) return undefined;
  const piece = lackedPiece(chunks, at);
  return piece?.placed ? withoutPiece(state, [{ field: lastField, score: 0.9 }], from, piece) : undefined;
}

interface Piece {
  readonly text: string;
  readonly operator: (typeof PLACES)[number][1];
  readonly to: number;
  /** The words themselves say that a text is meant: quoted, called a word or a sign, or said to be in a place of one. */
  readonly marked: boolean;
  readonly placed: boolean;
}

/** The piece of text that is named from here on, as what something lacks. */
function lackedPiece(chunks: readonly Chunk[], at: number): Piece | undefined {
  let first = at;
  while (first < at + 2 && has(chunks[first], 'det', 'any') && chunks[first]?.quote === undefined) first++;
  const named = has(chunks[first], 'word') && chunks[first]?.quote === undefined;
  if (named) first++;
  const chunk = chunks[first];
  if (!chunk || isBound(chunk) || (first > at && !named && has(chunk, 'and', 'or'))) return undefined;
  // "PO-", "#7": what is written together is one piece.
  let end = first + 1;
  while (chunk.quote === undefined && chunks[end]?.glued && !isBound(chunks[end])) end++;
  const plain = chunk.roles.length + chunk.fields.length + chunk.values.length === 0 && !chunk.number;
  const together = end > first + 1 && end > at + 1;
  if (chunk.quote === undefined && !plain && !named && !together) return undefined;
  const text =
    chunk.quote ??
    chunks
      .slice(first, end)
      .map(part => part.text)
      .join('');
  const called = has(chunks[end], 'word', 'characters') && chunks[end]?.quote === undefined;
  const behind = called ? end + 1 : end;
  for (const [place, operator] of PLACES) {
    const to = saidTo(chunks, behind, place);
    if (to !== undefined) return { text, operator, to, marked: true, placed: true };
    // "without the prefix AB-"
    if (named && closesSaying(chunks[first - 1], place))
      return { text, operator, to: behind, marked: true, placed: true };
  }
  const sign = !/[\p{L}\p{N}]/u.test(text);
  const marked = named || called || sign || together || chunk.quote !== undefined;
  return { text, operator: 'contains', to: behind, marked, placed: false };
}

function withoutPiece(
  state: ParseState,
  links: readonly FieldLink[],
  from: number,
  { text, operator, to }: Piece,
): Parsed | undefined {
  const part = testOn(state, links, from, to, () => ({ is: 'text', operator, texts: [text] }));
  if (!part) return undefined;
  const filled: Meaning = { kind: 'test', field: part.field, test: { is: 'filled' }, score: 0.9, spans: part.spans };
  return { meaning: { kind: 'and', items: [filled, negate(part)] }, to };
}
