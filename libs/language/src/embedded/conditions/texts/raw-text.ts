import { has, isBound } from '../../cursor';
import { saidTo } from '../../saying';
import type { Chunk } from '../../../grounding/link-words';

/** Text as it stands in the prompt from one chunk up to a boundary, for operands that no record has to know. */
export function readRawText(
  chunks: readonly Chunk[],
  at: number,
  text: string,
  stop: (chunk: Chunk, index: number) => boolean,
): { readonly value: string; readonly quoted: boolean; readonly to: number } | undefined {
  let from = at;
  while (
    has(chunks[from], 'word', 'det') &&
    chunks[from + 1] &&
    !isBound(chunks[from + 1]) &&
    !has(chunks[from + 1], 'and', 'or', 'but', 'except', 'unless', 'not')
  )
    from++;
  // "starts with the state code CA", "with the digits 207": what kind of text it is.
  const kind = saidTo(chunks, at, 'codeWord') ?? saidTo(chunks, from, 'codeWord');
  if (kind !== undefined && /^[\p{Lu}\d]/u.test(chunks[kind]?.text ?? '')) from = kind;
  const first = chunks[from];
  if (!first) return undefined;
  if (first.quote !== undefined) return { value: first.quote, quoted: true, to: from + 1 };
  if (isBound(first) || has(first, 'neither')) return undefined;
  let to = from + 1;
  while (
    chunks[to] &&
    !isBound(chunks[to]) &&
    !has(chunks[to], 'and', 'or', 'but', 'except', 'unless') &&
    !stop(chunks[to] as Chunk, to)
  )
    to++;
  if (goesOnBehindPoint(chunks, to)) to++;
  const last = chunks[to - 1];
  if (!last) return undefined;
  let end = to;
  while (end - from > 1 && has(chunks[end - 1], 'then') && !has(chunks[end - 1], 'add', 'tag')) end--;
  // "an @ sign": the noun behind the sign names it and is no part of the text.
  if (end - from > 1 && has(chunks[end - 1], 'word')) end--;
  return { value: text.slice(first.start, (chunks[end - 1] ?? last).end), quoted: false, to };
}

/** "starts with 10.30.: tag …": a point behind figures that no sentence ends with is a part of them. */
const goesOnBehindPoint = (chunks: readonly Chunk[], at: number): boolean =>
  chunks[at]?.text === '.' &&
  chunks[at]?.glued === true &&
  /\d$/.test(chunks[at - 1]?.text ?? '') &&
  (has(chunks[at + 1], 'colon', 'arrow', 'comma', 'dash') || /^\p{Ll}/u.test(chunks[at + 1]?.text ?? ''));
