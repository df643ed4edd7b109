import { has, isBound } from '../cursor';
import { saidTo } from '../saying';
import type { Chunk } from '../../grounding/link-words';

/**
 * "from now on", "ab sofort": an order for all time to come, of no record. Where it opens a sentence, Germanic languages
 * put the verb before its subject ("voortaan krijgen betaalde orders de tag X"): it goes back to where it is looked for.
 */
export function withoutOnwards(chunks: readonly Chunk[]): readonly Chunk[] {
  for (let at = 0; at < chunks.length; at++) {
    const to = saidTo(chunks, at, 'fromNowOn');
    if (to === undefined) continue;
    const rest = has(chunks[to], 'comma') && at === 0 ? chunks.slice(to + 1) : chunks.slice(to);
    return at === 0 ? verbBehindSubject(rest) : [...chunks.slice(0, at), ...rest];
  }
  return chunks;
}

function verbBehindSubject(chunks: readonly Chunk[]): readonly Chunk[] {
  const [verb] = chunks;
  const noun = chunks.findIndex(chunk => has(chunk, 'tagNoun'));
  if (!verb || !has(verb, 'give') || noun < 2 || chunks.slice(0, noun).some(isBound)) return chunks;
  let to = has(chunks[noun - 1], 'det') && !has(chunks[noun - 1], 'noun') ? noun - 1 : noun;
  if (to > 1 && has(chunks[to - 1], 'give', 'have')) to--;
  return to < 2 ? chunks : [...chunks.slice(1, to), verb, ...chunks.slice(to)];
}
