import { has, isBound } from './cursor';
import type { Meaning } from './meaning';
import { says } from './saying';
import { tagsFieldIn } from './tags-field';
import type { Cut } from './actions/cut-actions';
import type { Chunk, Grounding } from '../grounding/link-words';

/**
 * "take the tag Trainee off everyone hired before May who still carries it": the one tag that is taken away is what they
 * are said to have. Where nothing else is said of them this is so without a word.
 */
export function carriedTag({ actions, conditions }: Cut, grounding: Grounding): Meaning | undefined {
  const [removal, ...others] = actions.flatMap(({ action }) => (action.type === 'removeTag' ? [action.value] : []));
  if (removal === undefined || others.length > 0) return undefined;
  for (const chunks of conditions) {
    const it = chunks.findIndex((_, at) => endsClauseOfIt(chunks, at));
    const from = it < 0 ? -1 : clauseStart(chunks, it - 1);
    const [first, last] = [chunks[from], chunks[it]];
    if (first && last)
      return {
        kind: 'test',
        field: tagsFieldIn(grounding),
        test: { is: 'has', values: [removal] },
        score: 0.95,
        spans: [[first.start, last.end]],
      };
  }
  return undefined;
}

/** "… have | it", with nothing of the clause behind. */
const endsClauseOfIt = (chunks: readonly Chunk[], at: number): boolean =>
  has(chunks[at], 'them') &&
  says(chunks[at], 'itWord') &&
  (chunks[at + 1] === undefined || isBound(chunks[at + 1])) &&
  has(chunks[at - 1], 'have') &&
  chunks[at - 1]?.fields.length === 0;

/** Where "who", "that" stands, with nothing but "still" between it and the verb. */
function clauseStart(chunks: readonly Chunk[], verb: number): number {
  let at = verb - 1;
  while (at > 0 && has(chunks[at], 'be', 'filler') && !has(chunks[at], 'where')) at--;
  return has(chunks[at], 'where') || has(chunks[verb], 'where') ? Math.max(at, 0) : -1;
}
