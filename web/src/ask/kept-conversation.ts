import type { Translation } from '../api/contracts';
import { type Conversation, NEW_CONVERSATION, type Turn } from './conversation';

/** What a tab keeps until it is closed; of it only what is needed here. */
export type TabStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const PREFIX = 'rulewright.conversation.';
/** So many of the last turns are kept: nobody scrolls further back. */
const MOST_TURNS = 20;

/** Keeps a conversation for when the page is loaded again. Records are left out: they are asked for anew. */
export function keepConversation(storage: TabStorage | undefined, userId: string, conversation: Conversation): void {
  const turns = conversation.turns.slice(-MOST_TURNS).map(withoutRecords);
  try {
    storage?.setItem(PREFIX + userId, JSON.stringify({ ...conversation, turns }));
  } catch {
    // A full or forbidden storage only means that the next reload begins anew.
  }
}

/** The conversation this person had before the page was loaded again; a new one where there is none. */
export function keptConversation(storage: TabStorage | undefined, userId: string): Conversation {
  try {
    const kept = JSON.parse(storage?.getItem(PREFIX + userId) ?? 'null') as Partial<Conversation> | null;
    if (!kept || !Array.isArray(kept.turns) || typeof kept.recordType !== 'string') return NEW_CONVERSATION;
    return { ...NEW_CONVERSATION, ...kept };
  } catch {
    return NEW_CONVERSATION;
  }
}

/** Forgets what this person said, as when they leave. */
export function forgetConversation(storage: TabStorage | undefined, userId: string): void {
  try {
    storage?.removeItem(PREFIX + userId);
  } catch {
    // What is forbidden to be read was never kept.
  }
}

/** The storage of this tab, where the browser lets the page have one. */
export function tabStorage(): TabStorage | undefined {
  try {
    return window.sessionStorage;
  } catch {
    return undefined;
  }
}

function withoutRecords(turn: Turn): Turn {
  const { preview: _, ...answer } = turn.answer;
  return { ...turn, answer: answer satisfies Translation };
}
