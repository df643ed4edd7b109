import type { ChatFailure, ChatModel, ChatReply, ChatRequest } from '@lib/language';
import { fail, ok, type Result } from '@lib/rules';

import type { WallClock } from '../runtime/wall-clock';
import type { Prompts } from './prompts';

/** What a prompt used up, over all exchanges. */
export interface Usage {
  promptTokens: number;
  completionTokens: number;
}

/** A model whose every exchange is kept: what is sent before it is sent, what came back before anything is made of it. */
export class RecordedModel implements ChatModel {
  usage: Usage | undefined;
  private index = 0;

  constructor(
    private readonly model: ChatModel,
    private readonly prompts: Prompts,
    private readonly clock: WallClock,
    private readonly promptId: string,
  ) {}

  async complete(request: ChatRequest, signal?: AbortSignal): Promise<Result<ChatReply, ChatFailure>> {
    const index = this.index++;
    const exchange = { sent: JSON.stringify(this.model.payload?.(request) ?? request), at: this.clock.now() };
    await this.prompts.exchange(this.promptId, index, exchange);
    const started = performance.now();
    const result = await this.model.complete(request, signal);
    const about = result.ok ? result.value : result.error;
    this.count(about);
    const { status } = result.ok ? { status: 200 } : result.error;
    await this.prompts.exchange(this.promptId, index, {
      ...exchange,
      received: JSON.stringify(about),
      ms: Math.round(performance.now() - started),
      ...(status !== undefined && { status }),
    });
    return result.ok ? ok(result.value) : fail(result.error);
  }

  private count({ promptTokens, replyTokens }: ChatReply | ChatFailure): void {
    if (promptTokens === undefined && replyTokens === undefined) return;
    this.usage ??= { promptTokens: 0, completionTokens: 0 };
    this.usage.promptTokens += promptTokens ?? 0;
    this.usage.completionTokens += replyTokens ?? 0;
  }
}
