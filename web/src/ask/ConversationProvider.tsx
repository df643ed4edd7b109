import { createContext, type Dispatch, type ReactNode, useContext, useMemo, useReducer } from 'react';
import { type Conversation, type ConversationEvent, converse, NEW_CONVERSATION } from './conversation';

interface Held {
  readonly conversation: Conversation;
  readonly tell: Dispatch<ConversationEvent>;
}

const ConversationContext = createContext<Held | undefined>(undefined);

/** Stands above the pages, so that looking something up elsewhere does not lose the conversation. */
export function ConversationProvider({ children }: { readonly children: ReactNode }) {
  const [conversation, tell] = useReducer(converse, NEW_CONVERSATION);
  const held = useMemo(() => ({ conversation, tell }), [conversation]);
  return <ConversationContext value={held}>{children}</ConversationContext>;
}

export function useConversation(): Held {
  const held = useContext(ConversationContext);
  if (!held) throw new Error('useConversation outside its provider');
  return held;
}
