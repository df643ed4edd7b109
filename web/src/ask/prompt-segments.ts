import type { Span, UnusedWords } from '../api/contracts';

export interface PromptSegment {
  readonly text: string;
  /** `plain` is what neither the rule nor the list of unused words speaks of: blanks and little words. */
  readonly kind: 'plain' | 'used' | 'unused';
  /** The places of the rule these words made. */
  readonly at: readonly string[];
}

/** A prompt cut where the accounts of its words begin and end. Joined, the texts are the prompt; offsets are UTF-16 units. */
export function promptSegments(
  text: string,
  spans: readonly Span[],
  unused: readonly UnusedWords[],
): readonly PromptSegment[] {
  const cuts = new Set([0, text.length]);
  for (const { start, end } of [...spans, ...unused]) {
    cuts.add(clamp(start, text.length));
    cuts.add(clamp(end, text.length));
  }
  const bounds = [...cuts].sort((one, other) => one - other);
  const segments: PromptSegment[] = [];
  bounds.forEach((start, index) => {
    const end = bounds[index + 1];
    if (end === undefined) return;
    const covers = (range: { readonly start: number; readonly end: number }): boolean =>
      range.start <= start && range.end >= end;
    const at = spans.filter(covers).map(span => span.at);
    const kind = at.length > 0 ? 'used' : unused.some(covers) ? 'unused' : 'plain';
    segments.push({ text: text.slice(start, end), kind, at });
  });
  return segments;
}

const clamp = (offset: number, length: number): number => Math.min(Math.max(offset, 0), length);
