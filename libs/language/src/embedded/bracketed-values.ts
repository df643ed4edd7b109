import { has, holdsData, isFiller } from './cursor';
import { valueOf } from './conditions/operands';
import type { Chunk } from '../grounding/link-words';

/** So many words may stand between what is denied and the value in brackets. */
const FAR = 4;

/**
 * "ya no están en la red (terminated)", "no longer in the network (terminated)": the value in brackets is what the words
 * before it come to. It is what records hold, and nothing of it is denied once more.
 */
export function withBracketedValues(chunks: readonly Chunk[]): readonly Chunk[] {
  for (let open = 1; open < chunks.length - 2; open++) {
    if (!has(chunks[open], 'open') || !has(chunks[open + 2], 'close')) continue;
    const named = chunks[has(chunks[open - 1], 'be') ? open - 2 : open - 1];
    const field = named?.fields.find(({ score }) => score >= 0.8)?.field;
    const held = field?.type === 'text' ? valueOf(chunks[open + 1], field) : undefined;
    const value = chunks[open + 1];
    if (!held || !value || !named || named.values.length > 0) continue;
    const denial = chunks.findLastIndex((chunk, at) => at < open - 1 && at >= open - FAR && has(chunk, 'not', 'never'));
    const between = chunks.slice(denial + 1, chunks.indexOf(named));
    if (denial < 0 || !between.every(chunk => isFiller(chunk) && !holdsData(chunk))) continue;
    const rest = chunks.slice(open + 3);
    return withBracketedValues([...chunks.slice(0, denial), named, { ...value, values: [held] }, ...rest]);
  }
  return chunks;
}
