import type { Preview } from '../api/contracts';
import { counted } from '../ui/count';
import type { Turn } from './conversation';

/** The answer as people who listen to the screen hear it, as soon as it is there. */
export function heard(turn: Turn | undefined, preview: Preview | undefined): string {
  if (!turn) return '';
  switch (turn.answer.outcome) {
    case 'rule':
      return preview ? `A draft is ready. ${counted(preview.matched, 'record')} would match.` : 'A draft is ready.';
    case 'clarify':
      return `A question: ${turn.answer.question?.text ?? 'what did you mean?'}`;
    case 'impossible':
    case 'offtopic':
      return turn.answer.reason ?? 'No rule can do this.';
  }
}
