import { useMutation } from '@tanstack/react-query';
import { api } from '../api/client';
import type { Translation } from '../api/contracts';
import { useConversation } from './ConversationProvider';
import { translationCall } from './conversation';

interface Asked {
  readonly text: string;
  readonly option?: number;
}

/** Sends a prompt, or the answer to a question, and adds what comes back to the conversation. */
export function useAsk() {
  const { conversation, tell } = useConversation();
  return useMutation({
    mutationFn: ({ text, option }: Asked) =>
      api.post<Translation>('/translations', translationCall(conversation, text, option)),
    onSuccess: (answer, { text }) => tell({ type: 'answered', text, answer }),
  });
}
