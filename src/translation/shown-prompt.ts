import type { RecordType } from '@lib/rules';

import { type Actor, may } from '../auth/actor';
import { personalPaths } from '../catalog/mask-personal';
import type { Prompt } from './prompts';

/**
 * A prompt as this person may see it. What was offered to who asked, and taken for granted, may tell personal values:
 * others see it with the right to them alone, or where the record type has none.
 */
export function shownPrompt(prompt: Prompt, actor: Actor, recordType: RecordType | undefined): Prompt {
  const { answer, by } = prompt;
  if (by.id === actor.id || may(actor, 'see-personal', prompt.recordType)) return prompt;
  if (recordType && personalPaths(recordType).length === 0) return prompt;
  if (answer === null || typeof answer !== 'object' || Array.isArray(answer)) return prompt;
  const { question, ...rest } = answer as { readonly question?: object };
  return {
    ...prompt,
    answer: { ...rest, ...(question && { question: { ...question, options: [] } }), assumptions: [] },
  };
}
