import type { DraftRule, Translation } from '../api/contracts';

/** One prompt and what came of it. */
export interface Turn {
  readonly text: string;
  readonly answer: Translation;
  /** The draft this was a correction of. */
  readonly before?: DraftRule;
}

/** A series of prompts about one record type, and the draft they led to. */
export interface Conversation {
  readonly recordType: string | undefined;
  readonly turns: readonly Turn[];
  /** The draft as it stands: the last one translated, or what a person made of it by hand. */
  readonly draft: DraftRule | undefined;
  readonly isEdited: boolean;
  /** The rule a new version is being made of; undefined for a new rule. */
  readonly target:
    { readonly id: string; readonly name: string; readonly priority: number; readonly version: number } | undefined;
}

export type ConversationEvent =
  | { readonly type: 'record-type-chosen'; readonly name: string }
  | { readonly type: 'answered'; readonly text: string; readonly answer: Translation }
  | { readonly type: 'edited'; readonly draft: DraftRule }
  | { readonly type: 'started-over' }
  | {
      readonly type: 'rule-taken-up';
      readonly recordType: string;
      readonly draft: DraftRule;
      readonly target: NonNullable<Conversation['target']>;
    };

export const NEW_CONVERSATION: Conversation = {
  recordType: undefined,
  turns: [],
  draft: undefined,
  isEdited: false,
  target: undefined,
};

export function converse(conversation: Conversation, event: ConversationEvent): Conversation {
  switch (event.type) {
    case 'record-type-chosen':
      return event.name === conversation.recordType ? conversation : { ...NEW_CONVERSATION, recordType: event.name };
    case 'answered': {
      const turn: Turn = {
        text: event.text,
        answer: event.answer,
        ...(conversation.draft ? { before: conversation.draft } : {}),
      };
      const turns = [...conversation.turns, turn];
      if (event.answer.edit === 'start-over') return { ...conversation, turns, draft: undefined, isEdited: false };
      // A question, or a request that cannot be met, leaves the draft as it was: nothing a person had is lost.
      if (event.answer.outcome !== 'rule' || !event.answer.rule) return { ...conversation, turns };
      return { ...conversation, turns, draft: event.answer.rule, isEdited: false };
    }
    case 'edited':
      return { ...conversation, draft: event.draft, isEdited: true };
    case 'started-over':
      return { ...NEW_CONVERSATION, recordType: conversation.recordType };
    case 'rule-taken-up':
      return { ...NEW_CONVERSATION, recordType: event.recordType, draft: event.draft, target: event.target };
  }
}

export interface TranslationCall {
  readonly text: string;
  readonly recordType: string;
  readonly conversationId?: string;
  readonly previousRule?: DraftRule & { readonly recordType: string };
  readonly answer?: { readonly option: number };
}

/** What to send for the next prompt: a follow-up names its conversation and the draft it is about. */
export function translationCall(conversation: Conversation, text: string, option?: number): TranslationCall {
  const recordType = conversation.recordType ?? '';
  const last = conversation.turns.at(-1)?.answer;
  return {
    text,
    recordType,
    ...(last ? { conversationId: last.conversationId } : {}),
    ...(conversation.draft ? { previousRule: { recordType, ...conversation.draft } } : {}),
    ...(option === undefined ? {} : { answer: { option } }),
  };
}

/** The prompt a saved rule came from: the last that yielded a draft. */
export function promptOf(conversation: Conversation): string | undefined {
  return conversation.turns.findLast(turn => turn.answer.outcome === 'rule')?.answer.promptId;
}
