import type { Chunk } from '../../grounding/link-words';
import type { UnusedText } from '../../translator';

/** Words that nothing came from, neighbours joined. */
export function unusedText(chunks: readonly Chunk[], text: string): readonly UnusedText[] {
  const unused: UnusedText[] = [];
  for (const chunk of [...chunks].sort((a, b) => a.start - b.start)) {
    const last = unused[unused.length - 1];
    const joins = last !== undefined && chunk.start <= last.end + 1;
    const [start, end] = joins ? [last.start, Math.max(last.end, chunk.end)] : [chunk.start, chunk.end];
    if (joins) unused.pop();
    unused.push({ start, end, text: joins ? text.slice(start, end) : chunk.text });
  }
  return unused;
}
