import { fail, type Result } from '@lib/rules';
import type { ChatFailure, ChatModel, ChatReply, ChatRequest } from '@lib/language';
import { APIError, AzureOpenAI } from 'openai';
import type { ChatCompletionMessageParam } from 'openai/resources/chat/completions';

import { cappedFetch, ReplyTooLarge } from './capped-fetch';
import { readCompletion } from './read-completion';
import { retryAfterMs } from './retry-after';

export interface AzureOpenAiSettings {
  readonly endpoint: string;
  readonly apiKey: string;
  readonly deployment: string;
  readonly apiVersion: string;
  /** For everything: every try, every wait between them, and the body of the reply. */
  readonly deadlineMs?: number;
  readonly tries?: number;
  /** Calls under way at once; one more is told that the model is busy, instead of piling up behind a slow endpoint. */
  readonly maxCalls?: number;
  readonly maxReplyBytes?: number;
  readonly maxReplyTokens?: number;
  /** Waits between tries; given by tests so that nothing sleeps. */
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<void>;
}

const DEADLINE_MS = 45_000;
const TRIES = 3;
const MAX_CALLS = 16;
const MAX_REPLY_BYTES = 1024 * 1024;
// Azure counts this against the quota whether it is used or not; a rule of 400 tests still fits.
const MAX_REPLY_TOKENS = 4_096;
const FIRST_BACKOFF_MS = 500;

/**
 * A `ChatModel` over one Azure OpenAI deployment. The SDK's own retries are off: they wait as long as a server asks them to
 * and neither its timeout nor a signal ends that wait, so one slow endpoint could hold a request for minutes.
 */
export class AzureOpenAiModel implements ChatModel {
  private readonly client: AzureOpenAI;
  private readonly deadlineMs: number;
  private readonly tries: number;
  private calls = 0;
  private readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;

  constructor(private readonly settings: AzureOpenAiSettings) {
    this.deadlineMs = settings.deadlineMs ?? DEADLINE_MS;
    this.tries = settings.tries ?? TRIES;
    this.wait = settings.wait ?? waitFor;
    this.client = new AzureOpenAI({
      endpoint: settings.endpoint,
      apiKey: settings.apiKey,
      apiVersion: settings.apiVersion,
      deployment: settings.deployment,
      // Said outright so that the SDK does not look for them in the environment.
      baseURL: null,
      organization: null,
      project: null,
      maxRetries: 0,
      timeout: this.deadlineMs + 1_000,
      logLevel: 'off',
      fetch: cappedFetch(settings.maxReplyBytes ?? MAX_REPLY_BYTES),
    });
  }

  async complete(request: ChatRequest, caller?: AbortSignal): Promise<Result<ChatReply, ChatFailure>> {
    if (this.calls >= (this.settings.maxCalls ?? MAX_CALLS)) {
      return fail({
        kind: 'model-busy',
        message: 'Too many requests wait for the model. Try again in a moment, or use the embedded translator.',
        retryAfterSeconds: 2,
      });
    }
    this.calls += 1;
    try {
      return await this.within(request, caller);
    } finally {
      this.calls -= 1;
    }
  }

  /** All tries, within one deadline. */
  private async within(request: ChatRequest, caller?: AbortSignal): Promise<Result<ChatReply, ChatFailure>> {
    const deadline = AbortSignal.timeout(this.deadlineMs);
    const signal = caller ? AbortSignal.any([caller, deadline]) : deadline;
    const endsAt = performance.now() + this.deadlineMs;
    for (let attempt = 1; ; attempt++) {
      const result = await this.attempt(request, signal);
      if (caller?.aborted)
        return fail({ kind: 'cancelled', message: 'The request was withdrawn before the model answered.' });
      if (deadline.aborted) return fail(this.timeout());
      if (result.ok || !result.error.isWorthRetrying) return result.ok ? result : fail(result.error.failure);
      const waitMs = result.error.waitMs ?? FIRST_BACKOFF_MS * 2 ** (attempt - 1);
      // Waiting longer than there is time for would only turn a clear answer into a timeout.
      if (attempt >= this.tries || performance.now() + waitMs >= endsAt) return fail(result.error.failure);
      await this.wait(waitMs, signal);
      if (caller?.aborted)
        return fail({ kind: 'cancelled', message: 'The request was withdrawn before the model answered.' });
      if (deadline.aborted) return fail(this.timeout());
    }
  }

  private async attempt(request: ChatRequest, signal: AbortSignal): Promise<Result<ChatReply, Refused>> {
    try {
      const { data, request_id: requestId } = await this.client.chat.completions
        .create(this.payload(request), { signal })
        .withResponse();
      const read = readCompletion(data, requestId ?? undefined);
      return read.ok ? read : fail({ failure: read.error, isWorthRetrying: false });
    } catch (error) {
      return fail(refusalOf(error));
    }
  }

  payload(request: ChatRequest): Parameters<AzureOpenAI['chat']['completions']['create']>[0] & { stream?: false } {
    const limit = this.settings.maxReplyTokens ?? MAX_REPLY_TOKENS;
    return {
      model: this.settings.deployment,
      messages: request.messages as ChatCompletionMessageParam[],
      response_format: {
        type: 'json_schema',
        json_schema: {
          name: request.schema.name,
          strict: true,
          schema: request.schema.schema as Record<string, unknown>,
        },
      },
      // Reasoning models refuse a temperature and count their thinking as reply; the others refuse to count it so.
      ...(/^(o\d|gpt-5)/i.test(this.settings.deployment)
        ? { max_completion_tokens: limit * 4 }
        : { max_tokens: limit, temperature: 0 }),
    };
  }

  private timeout(): ChatFailure {
    return {
      kind: 'model-timeout',
      message: `The model did not answer within ${this.deadlineMs / 1000} seconds. Try again, or use the embedded translator.`,
    };
  }
}

interface Refused {
  readonly failure: ChatFailure;
  readonly isWorthRetrying: boolean;
  readonly waitMs?: number;
}

/** What an error of the SDK means for the person who asked; the provider's own words stay out, they may name the resource. */
function refusalOf(error: unknown): Refused {
  if (causedBySize(error)) {
    return {
      failure: {
        kind: 'model-unavailable',
        message: 'The model service sent more than a rule can need; the reply was not read.',
      },
      isWorthRetrying: false,
    };
  }
  if (!(error instanceof APIError) || error.status === undefined) {
    return {
      failure: {
        kind: 'model-unavailable',
        message:
          'The model service could not be reached or its reply broke off. Try again, or use the embedded translator.',
      },
      isWorthRetrying: true,
    };
  }
  const { status } = error as { status: number };
  const about = { status, ...(error.requestID ? { requestId: error.requestID } : {}) };
  if (error.code === 'content_filter') {
    const categories = blockedCategories(error.error);
    const named = categories.length > 0 ? ` (${categories.join(', ')})` : '';
    return {
      failure: {
        kind: 'prompt-blocked',
        message: `The provider's content filter held the request back${named}. Word it differently, or use the embedded translator.`,
        categories,
        ...about,
      },
      isWorthRetrying: false,
    };
  }
  if (status === 429) {
    const waitMs = retryAfterMs(error.headers as Headers | undefined, Date.now());
    const seconds = waitMs === undefined ? undefined : Math.max(1, Math.ceil(waitMs / 1000));
    return {
      failure: {
        kind: 'model-busy',
        message: 'The model service is at its limit. Try again later, or use the embedded translator.',
        ...(seconds ? { retryAfterSeconds: seconds } : {}),
        ...about,
      },
      isWorthRetrying: true,
      ...(waitMs !== undefined ? { waitMs } : {}),
    };
  }
  if (status === 408 || status >= 500) {
    const waitMs = retryAfterMs(error.headers as Headers | undefined, Date.now());
    return {
      failure: {
        kind: 'model-unavailable',
        message: `The model service failed with status ${status}. Try again, or use the embedded translator.`,
        ...about,
      },
      isWorthRetrying: true,
      ...(waitMs !== undefined ? { waitMs } : {}),
    };
  }
  return {
    failure: {
      kind: 'model-misconfigured',
      message: `The model service refused the call with status ${status}: ${adviceFor(status)}`,
      ...about,
    },
    isWorthRetrying: false,
  };
}

function adviceFor(status: number): string {
  switch (status) {
    case 401:
      return 'the API key does not fit the endpoint.';
    case 403:
      return 'the key or the network of this service has no access.';
    case 404:
      return 'there is no such deployment at the endpoint.';
    default:
      return 'the deployment must support structured outputs, with API version 2024-08-01-preview or later.';
  }
}

function blockedCategories(body: unknown): readonly string[] {
  const result = (
    body as { innererror?: { content_filter_result?: Record<string, { filtered?: boolean } | undefined> } } | undefined
  )?.innererror?.content_filter_result;
  if (!result || typeof result !== 'object') return [];
  return Object.entries(result)
    .filter(([, verdict]) => verdict?.filtered === true)
    .map(([category]) => category)
    .sort();
}

function causedBySize(error: unknown): boolean {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth++)
    if (cause instanceof ReplyTooLarge) return true;
  return false;
}

function waitFor(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done, { once: true });
    function done(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
  });
}
