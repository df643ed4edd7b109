import type { JsonValue, Result } from '@lib/rules';

/** One message of a conversation with a model. */
export interface ChatMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

/** Everything that leaves for a model: what is not in here is not sent. */
export interface ChatRequest {
  readonly messages: readonly ChatMessage[];
  /** The shape the reply must have: a JSON Schema within the strict subset. */
  readonly schema: { readonly name: string; readonly schema: JsonValue };
}

/** What a model answered: text of a stranger until it is read and checked. */
export interface ChatReply {
  readonly text: string;
  readonly model?: string;
  /** The service's own name of this exchange, for its support. */
  readonly requestId?: string;
  readonly promptTokens?: number;
  readonly replyTokens?: number;
  /** True where the provider says that its content filter was out of order and let this reply through unseen. */
  readonly unfiltered?: boolean;
}

export const CHAT_FAILURES = [
  'prompt-blocked',
  'output-blocked',
  'model-refused',
  'rule-too-large',
  'model-busy',
  'model-misconfigured',
  'model-timeout',
  'model-unavailable',
  'cancelled',
] as const;
export type ChatFailureKind = (typeof CHAT_FAILURES)[number];

/** Why there is no reply: one kind per way to fail, so that nobody has to read the message. */
export interface ChatFailure {
  readonly kind: ChatFailureKind;
  readonly message: string;
  /** Which categories of a content filter held the prompt or the reply back. */
  readonly categories?: readonly string[];
  readonly retryAfterSeconds?: number;
  readonly requestId?: string;
  readonly status?: number;
  readonly promptTokens?: number;
  readonly replyTokens?: number;
}

/** The one thing asked of a language model. Gives a failure as a value; bounded in time and size by whoever implements it. */
export interface ChatModel {
  complete(request: ChatRequest, signal?: AbortSignal): Promise<Result<ChatReply, ChatFailure>>;
  /** What goes over the wire for a request, to the letter, for whoever keeps it. Never carries a secret. */
  payload?(request: ChatRequest): unknown;
}
