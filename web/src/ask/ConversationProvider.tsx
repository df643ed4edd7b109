import { createContext, type Dispatch, type ReactNode, useContext, useEffect, useMemo, useReducer } from 'react';
import { useSession } from '../session/use-session';
import { type Conversation, type ConversationEvent, converse } from './conversation';
import { keepConversation, keptConversation, tabStorage } from './kept-conversation';

interface Held {
  readonly conversation: Conversation;
  readonly tell: Dispatch<ConversationEvent>;
}

const ConversationContext = createContext<Held | undefined>(undefined);

/** Stands above the pages, so that neither looking something up elsewhere nor loading the page again loses the conversation. */
export function ConversationProvider({ children }: { readonly children: ReactNode }) {
  const userId = useSession().user.id;
  const [conversation, tell] = useReducer(converse, userId, id => keptConversation(tabStorage(), id));
  useEffect(() => keepConversation(tabStorage(), userId, conversation), [userId, conversation]);
  const held = useMemo(() => ({ conversation, tell }), [conversation]);
  return <ConversationContext value={held}>{children}</ConversationContext>;
}

export function useConversation(): Held {
  const held = useContext(ConversationContext);
  if (!held) throw new Error('useConversation outside its provider');
  return held;
}
