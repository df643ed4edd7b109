import type { JsonValue, Result } from '@lib/rules';

import type { Page, PageRequest } from '../database/page';

export type PromptState = 'received' | 'answered' | 'failed' | 'interrupted';

/** What a person asked, and everything that was sent and received because of it. */
export interface Prompt {
  readonly id: string;
  readonly conversationId: string;
  readonly state: PromptState;
  readonly text: string;
  readonly recordType: string;
  readonly by: { readonly id: string; readonly name: string };
  readonly receivedAt: string;
  /** What came with the text: language, previous rule, answer to a question, `now`. */
  readonly request: JsonValue;
  readonly finishedAt?: string;
  readonly translator?: string;
  readonly language?: string;
  readonly outcome?: string;
  readonly confidence?: number;
  /** Which words named which field, value, operator. */
  readonly grounding?: JsonValue;
  /** The whole answer as given to the person. */
  readonly answer?: JsonValue;
  /** Every exact payload sent to a model, and every raw reply, in order. */
  readonly exchanges: readonly Exchange[];
  readonly usage?: { readonly promptTokens: number; readonly completionTokens: number; readonly cost?: number };
  readonly failure?: { readonly code: string; readonly message: string };
  /** The rule version that was saved from it. */
  readonly result?: { readonly rule: string; readonly version: number };
}

export interface Exchange {
  readonly sent: string;
  readonly received?: string;
  readonly at: string;
  readonly ms?: number;
  readonly status?: number;
}

export type NewPrompt = Pick<Prompt, 'text' | 'recordType' | 'by' | 'request'> & { readonly conversationId?: string };

export type PromptEnd = Pick<
  Prompt,
  'translator' | 'language' | 'outcome' | 'confidence' | 'grounding' | 'answer' | 'usage' | 'failure'
> & {
  readonly state: 'answered' | 'failed';
};

export interface PromptQuery extends PageRequest {
  readonly by?: string;
  readonly conversationId?: string;
  readonly outcome?: string;
  readonly recordTypes?: readonly string[];
}

/** The history of prompts. */
export abstract class Prompts {
  /** Keeps the prompt as `received`, before anything else happens. `gone`: the conversation is another person's, or none. */
  abstract receive(prompt: NewPrompt): Promise<Result<Prompt, 'gone'>>;
  /** Keeps what is about to be sent, or what came back, before anything is made of it. Same `index` = same exchange. */
  abstract exchange(id: string, index: number, exchange: Exchange): Promise<void>;
  /** Ends a received prompt, once. False where it had ended before. */
  abstract finish(id: string, end: PromptEnd): Promise<boolean>;
  /** Notes the rule version saved from it. */
  abstract saved(id: string, rule: string, version: number): Promise<void>;
  abstract find(id: string): Promise<Prompt | undefined>;
  /** Newest first; without exchanges and answers. */
  abstract list(query: PromptQuery): Promise<Page<Prompt>>;
  /** The last prompts of a conversation that were answered, the latest first. */
  abstract answered(conversationId: string, most: number): Promise<readonly Prompt[]>;
  /** At start: what a killed process left as `received` was interrupted. The number of them. */
  abstract interruptLeftOver(): Promise<number>;
  /** Makes a prompt invisible in lists. */
  abstract archive(id: string): Promise<boolean>;
}
