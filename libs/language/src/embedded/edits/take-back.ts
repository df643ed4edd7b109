import { answer } from '../decide/answer';
import { has } from '../cursor';
import type { Chunk, Grounding } from '../../grounding/link-words';
import { say } from '../../grounding/messages';
import type { Translation, TranslationRequest } from '../../translator';
import { isCarrier } from './edit-step';

/** "start over", "forget it": no rule any more, and no question either. */
export function startOver(
  request: TranslationRequest,
  grounding: Grounding,
  chunks: readonly Chunk[],
): Translation | undefined {
  if (!saysOnly(chunks, 'startOver')) return undefined;
  const question = { text: say(request.language, 'whichAndWhat'), options: [] };
  return answer(grounding, { outcome: 'clarify', question, edit: 'start-over' });
}

const saysOnly = (chunks: readonly Chunk[], role: 'undo' | 'startOver'): boolean =>
  chunks.some(chunk => has(chunk, role)) &&
  chunks.every(chunk => has(chunk, role) || (isCarrier(chunk) && chunk.values.length === 0));

/** "undo": the rule before the last change, a step back each time. */
export function takeBack(
  request: TranslationRequest,
  grounding: Grounding,
  chunks: readonly Chunk[],
): Translation | undefined {
  if (!saysOnly(chunks, 'undo')) return undefined;
  const before = request.earlierRules?.at(-1);
  if (!before) {
    const question = { text: say(request.language, 'noEarlier'), options: [] };
    return answer(grounding, { outcome: 'clarify', question });
  }
  const { name, condition, actions, glossary } = before;
  const [first, last] = [chunks[0], chunks.at(-1)];
  return answer(grounding, {
    outcome: 'rule',
    rule: { name, condition, actions, ...(glossary && { glossary }) },
    spans: first && last ? [{ start: first.start, end: last.end, at: '' }] : [],
    confidence: 1,
    edit: 'undo',
  });
}
