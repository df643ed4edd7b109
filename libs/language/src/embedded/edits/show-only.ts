import { has, isBound, isFiller } from '../cursor';
import type { Chunk } from '../../grounding/link-words';
import { isCarrier, type ReadStep } from './edit-step';

/** "I just want to see them": nothing is done any more. */
export const showOnly: ReadStep = ({ chunks, rule }) => {
  if (!asksToSee(chunks)) return undefined;
  const only = chunks.some(chunk => has(chunk, 'only'));
  return only || rule.actions.length === 0 ? { rules: [{ ...rule, actions: [] }], used: chunks } : undefined;
};

/** Words that ask to see the records that are spoken of, and no others. */
export const asksToSee = (chunks: readonly Chunk[]): boolean =>
  chunks.some(chunk => has(chunk, 'ask', 'see')) &&
  chunks.every(
    chunk =>
      isBound(chunk) ||
      ((has(chunk, 'ask', 'see', 'writer', 'them', 'may', 'everyone', 'noun') || isFiller(chunk) || isCarrier(chunk)) &&
        chunk.values.length === 0 &&
        chunk.number === undefined &&
        !has(chunk, 'not')),
  );
