import { fail, ok, type Result } from '@lib/rules';
import type { ChatFailure, ChatReply } from '@lib/language';

interface Choice {
  readonly finish_reason?: unknown;
  readonly message?: { readonly content?: unknown; readonly refusal?: unknown } | null;
  readonly content_filter_results?: Verdicts & { readonly error?: unknown };
}

type Verdicts = Record<string, { readonly filtered?: boolean } | undefined>;

interface Completion {
  readonly model?: unknown;
  readonly usage?: { readonly prompt_tokens?: unknown; readonly completion_tokens?: unknown } | null;
  readonly choices?: unknown;
}

/** Reads the few fields needed of a completion, each as if it might be missing: Azure adds and drops fields at any time. */
export function readCompletion(data: unknown, requestId: string | undefined): Result<ChatReply, ChatFailure> {
  const completion = (data !== null && typeof data === 'object' ? data : {}) as Completion;
  const about = { ...tokensOf(completion), ...(requestId ? { requestId } : {}) };
  const choice = Array.isArray(completion.choices)
    ? ((completion.choices as readonly unknown[])[0] as Choice | null | undefined)
    : undefined;
  const content = choice?.message?.content;
  if (choice?.finish_reason === 'content_filter') {
    const categories = blocked(choice.content_filter_results);
    return fail({
      kind: 'output-blocked',
      message:
        "The provider's content filter held the answer back. Word the request differently, or use the embedded translator.",
      categories,
      ...about,
    });
  }
  if (choice?.finish_reason === 'length') {
    return fail({
      kind: 'rule-too-large',
      message: 'The rule is longer than the model may answer. Ask for it in parts.',
      ...about,
    });
  }
  if (typeof choice?.message?.refusal === 'string' && choice.message.refusal !== '') {
    return fail({
      kind: 'model-refused',
      message: 'The model refused the request. Word it differently, or use the embedded translator.',
      ...about,
    });
  }
  // Anything but a clean stop may be half an answer.
  if (choice?.finish_reason !== 'stop' || typeof content !== 'string') {
    return fail({
      kind: 'model-unavailable',
      message:
        'The model service sent something that is no finished answer. Try again, or use the embedded translator.',
      ...about,
    });
  }
  return ok({
    text: content,
    ...(typeof completion.model === 'string' ? { model: completion.model } : {}),
    ...(choice.content_filter_results?.error ? { unfiltered: true } : {}),
    ...about,
  });
}

function tokensOf({ usage }: Completion): { readonly promptTokens?: number; readonly replyTokens?: number } {
  return {
    ...(typeof usage?.prompt_tokens === 'number' ? { promptTokens: usage.prompt_tokens } : {}),
    ...(typeof usage?.completion_tokens === 'number' ? { replyTokens: usage.completion_tokens } : {}),
  };
}

function blocked(results: Verdicts | undefined): readonly string[] {
  return Object.entries(results ?? {})
    .filter(([, verdict]) => verdict?.filtered === true)
    .map(([category]) => category)
    .sort();
}
