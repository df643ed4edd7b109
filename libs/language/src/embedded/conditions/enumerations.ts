import { has, isFiller } from '../cursor';
import { beginsSubject } from './subjects';
import type { Chunk } from '../../grounding/link-words';

/** Points of a list one below the other, or "(a) … (b) …" in a row, with what stands before and behind them. */
export interface Enumeration {
  readonly before: readonly Chunk[];
  readonly points: readonly (readonly Chunk[])[];
  readonly behind: readonly Chunk[];
  /** Whether one of the points is enough. */
  readonly any: boolean;
}

interface Marker {
  readonly at: number;
  readonly to: number;
  readonly line: boolean;
}

const isLine = (chunk: Chunk | undefined): boolean => chunk?.key === '\n';
const LETTER = /^(\p{L}|[ivx]{1,4}|\d{1,2})$/u;

/** What a point of a list begins with: a dash, a dot, "2)", "(b)". */
export function markerAt(chunks: readonly Chunk[], at: number): Marker | undefined {
  const chunk = chunks[at];
  if (!chunk || chunk.quote !== undefined) return undefined;
  const first = at === 0 || isLine(chunks[at - 1]) || has(chunks[at - 1], 'colon');
  if (first && (has(chunk, 'dash') || /^[*•·]$/.test(chunk.key))) return { at, to: at + 1, line: true };
  const counted = LETTER.test(chunk.text) && (has(chunks[at + 1], 'close') || (first && chunks[at + 1]?.key === '.'));
  if (
    counted &&
    chunks[at + 1]?.glued &&
    (first || has(chunks[at - 1], 'comma', 'and', 'or', 'for', 'colon', 'where', 'if', 'in'))
  )
    return { at, to: at + 2, line: first };
  if (
    has(chunk, 'open') &&
    LETTER.test(chunks[at + 1]?.text ?? '') &&
    has(chunks[at + 2], 'close') &&
    chunks[at + 1]?.glued
  )
    return { at, to: at + 3, line: first };
  return undefined;
}

const LEADS = ['either', 'both'] as const;

/** The points of an enumeration, where there are at least two. */
export function enumerationIn(chunks: readonly Chunk[]): Enumeration | undefined {
  const markers: Marker[] = [];
  for (let at = 0; at < chunks.length; at++) {
    const marker = markerAt(chunks, at);
    if (!marker) continue;
    markers.push(marker);
    at = marker.to - 1;
  }
  const [first] = markers;
  if (!first || markers.length < 2) return undefined;
  const points = markers.map((marker, i) => chunks.slice(marker.to, markers[i + 1]?.at ?? chunks.length));
  const last = points[points.length - 1] ?? [];
  const end = first.line ? last.findIndex((chunk, i) => isLine(chunk) && i > 0) : -1;
  const behind = end < 0 ? [] : last.slice(end);
  if (end >= 0) points[points.length - 1] = last.slice(0, end);
  const head = chunks.slice(0, first.at);
  const lead = head.findLastIndex(chunk => has(chunk, ...LEADS));
  const said = head[lead];
  // Behind "all of the following" stand only words that lead to the list.
  const leads =
    said !== undefined &&
    head.slice(lead + 1).every(chunk => isFiller(chunk) || has(chunk, 'colon', 'stop', 'be', 'trueWord', 'them'));
  const or = points.some((point, i) => (i > 0 && has(point[0], 'or')) || (i < points.length - 1 && endsWithOr(point)));
  const subjects = points.every(point => beginsSubject(point, 0) || has(point[0], 'noun'));
  return {
    before: leads ? head.slice(0, lead) : head,
    points,
    behind,
    any: (leads && has(said, 'either')) || or || (subjects && !(leads && has(said, 'both'))),
  };
}

function endsWithOr(point: readonly Chunk[]): boolean {
  const words = point.filter(chunk => !has(chunk, 'stop', 'comma'));
  return has(words[words.length - 1], 'or');
}
