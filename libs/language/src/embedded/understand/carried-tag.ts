import { has, isBound } from '../cursor';
import type { Meaning } from '../meaning/meaning';
import { opensSaying, says } from '../saying';
import { tagsFieldIn } from '../tags-field';
import type { Cut } from '../actions/cut-actions';
import type { Chunk, Grounding } from '../../grounding/link-words';

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

/** "… have | it", "… la | tengan", with nothing of the clause behind: where the last word of it stands. */
const endsClauseOfIt = (chunks: readonly Chunk[], at: number): boolean => {
  const had = has(chunks[at], 'have') && says(chunks[at - 1], 'hadBefore');
  const it = has(chunks[at], 'them') && says(chunks[at], 'itWord') && has(chunks[at - 1], 'have');
  const next = chunks[at + 1] && says(chunks[at + 1], 'atAll') ? chunks[at + 2] : chunks[at + 1];
  const ends = next === undefined || isBound(next) || has(next, 'and', 'but');
  return ends && (had || (it && chunks[at - 1]?.fields.length === 0)) && chunks[at]?.fields.length === 0;
};

/** Where "who", "that" stands, with nothing but "still" between it and the verb or the pronoun before it. */
function clauseStart(chunks: readonly Chunk[], verb: number): number {
  let at = verb - 1;
  while (at > 0 && has(chunks[at], 'be', 'filler') && !has(chunks[at], 'where')) at--;
  const led = has(chunks[verb], 'where') || opensSaying(chunks[verb], 'thatClause');
  return has(chunks[at], 'where') || led ? Math.max(at, 0) : -1;
}
