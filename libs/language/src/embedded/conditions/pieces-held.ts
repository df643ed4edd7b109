import { has, isBound } from '../cursor';
import { type Parsed, type ParseState, testOn } from './parse-state';
import type { FieldLink } from '../../grounding/field-index';
import type { Chunk } from '../../grounding/link-words';

/** "2.x", "v2.1": what a version begins with. */
const VERSION = /^v?(\d+(?:\.\d+)*)(\.x)?$/i;
/** "E4": letters and figures in one. */
const CODE = /^(?=.*\p{L})(?=.*\p{N})[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*$/u;

/** Behind a text field: the beginning of the versions that it holds, or a piece of its codes. */
export function parsePieceHeld(
  state: ParseState,
  links: readonly FieldLink[],
  from: number,
  at: number,
): Parsed | undefined {
  const texts = links.filter(link => link.field.type === 'text' && link.score >= 0.6);
  return texts.length === 0 ? undefined : (parseVersion(state, texts, from, at) ?? parseCode(state, texts, from, at));
}

/** "still on firmware 2.1 or 1.9" where records hold 2.1.0 and 1.9.8, and none just "2.1". */
function parseVersion(state: ParseState, links: readonly FieldLink[], from: number, at: number): Parsed | undefined {
  const { chunks, grounding } = state;
  const [link] = links;
  const stored = link ? grounding.values.valuesOf(link.field.name) : [];
  const pieces: string[] = [];
  let to = at;
  for (let next = at; ; next = to + 1) {
    const piece = versionAt(chunks, next, stored);
    if (!piece) break;
    pieces.push(piece.text);
    to = piece.to;
    if (!has(chunks[to], 'or', 'comma', 'slash')) break;
  }
  if (pieces.length === 0) return undefined;
  const meaning = testOn(state, links, from, to, () => ({ is: 'text', operator: 'startsWith', texts: pieces }));
  return meaning && { meaning, to };
}

function versionAt(
  chunks: readonly Chunk[],
  at: number,
  stored: readonly string[],
): { readonly text: string; readonly to: number } | undefined {
  const chunk = chunks[at];
  const [, version, tail] = (chunk?.quote === undefined && VERSION.exec(chunk?.text ?? '')) || [];
  if (version === undefined || chunk?.number?.unit) return undefined;
  const apart = chunks[at + 1]?.glued === true && /^\.x$/i.test(chunks[at + 1]?.text ?? '');
  const open = tail !== undefined || apart;
  if (!stored.some(text => text.startsWith(`${version}.`)) || (stored.includes(version) && !open)) return undefined;
  return { text: open ? `${version}.` : version, to: apart ? at + 2 : at + 1 };
}

/** "error code with E4": letters and figures that no code is as a whole. */
function parseCode(state: ParseState, links: readonly FieldLink[], from: number, at: number): Parsed | undefined {
  const { chunks } = state;
  const [opener, code, behind] = chunks.slice(at, at + 3);
  if (!has(opener, 'have', 'with') || has(opener, 'no', 'without') || !code || code.quote !== undefined)
    return undefined;
  if (code.roles.length + code.values.length + code.fields.length > 0 || !CODE.test(code.text)) return undefined;
  if (behind && !isBound(behind) && !has(behind, 'and', 'or', 'where', 'in', 'but')) return undefined;
  const meaning = testOn(state, links, from, at + 2, () => ({ is: 'text', operator: 'contains', texts: [code.text] }));
  return meaning && { meaning, to: at + 2 };
}
