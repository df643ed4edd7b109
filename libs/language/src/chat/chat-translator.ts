import { fail, ok, validateRule, type JsonValue, type Problem, type Result } from '@lib/rules';
import { evidenceOf } from '../evidence';
import type {
  Assumption,
  Question,
  RuleContent,
  Translation,
  TranslationFailure,
  TranslationRequest,
  Translator,
  TranslatorName,
} from '../translator';
import { accountWords } from './account-words';
import type { ChatDraft, ChatRule } from './chat-draft';
import type { ChatFailure, ChatMessage, ChatModel } from './chat-model';
import { maskPersonal, type Mask } from './mask-personal';
import { readReply } from './read-reply';
import { rowsOf } from './rows-of';
import { replySchema } from './reply-schema';
import { pruneFields } from './show-catalog';
import { repairMessages, writeMessages } from './write-messages';
import { writeRule, type WrittenRule } from './write-rule';

/** One answer and one chance to repair it. */
const ATTEMPTS = 2;
const MOST_OPTIONS = 4;

/** Asks a model, checks its answer as if a stranger wrote it, and lets it repair its answer once. */
export function createChatTranslator(model: ChatModel, options: { readonly name?: TranslatorName } = {}): Translator {
  const name = options.name ?? 'azure-openai';
  return {
    name,
    async translate(request, signal) {
      const chosen = chosenOption(request);
      if (chosen) return ok(chosenTranslation(chosen, request, name));
      return new Exchange(model, request, name).run(signal);
    },
  };
}

class Exchange {
  private readonly mask: Mask;

  constructor(
    private readonly model: ChatModel,
    private readonly request: TranslationRequest,
    private readonly name: TranslatorName,
  ) {
    const { recordType, sample } = evidenceOf(request);
    this.mask = maskPersonal(recordType, sample, everythingSaid(request));
  }

  async run(signal?: AbortSignal): Promise<Result<Translation, TranslationFailure>> {
    const messages: ChatMessage[] = [...writeMessages(this.request, this.mask)];
    const schema = { name: 'rule_draft', schema: replySchema(pruneFields(this.request.recordType, this.request.text)) };
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const reply = await this.model.complete({ messages: [...messages], schema }, signal);
      if (!reply.ok) return fail(failureOf(reply.error));
      const read = this.read(reply.value.text);
      if (read.ok) return read;
      messages.push(...repairMessages(reply.value.text, read.error, this.mask));
    }
    return fail({
      kind: 'invalid-answer',
      code: 'invalid-answer',
      message:
        'The model gave no rule that passes the checks, even after it was shown what was wrong. Word the request differently, or use the embedded translator.',
    });
  }

  private read(text: string): Result<Translation, readonly Problem[]> {
    const read = readReply(text);
    if (!read.ok) return read;
    const draft = this.mask.revealIn(read.value as unknown as JsonValue) as unknown as ChatDraft;
    switch (draft.outcome) {
      case 'rule':
        return draft.rule ? this.rule(draft, draft.rule) : fail([]);
      case 'clarify':
        return ok(this.translation(draft, { question: this.question(draft) }));
      case 'impossible':
      case 'offtopic':
        return ok(this.translation(draft, { reason: draft.reason ?? draft.interpretation }));
    }
  }

  private rule(draft: ChatDraft, rule: ChatRule): Result<Translation, readonly Problem[]> {
    const written = this.write(rule);
    const checked = validateRule(written.rule, this.request.recordType);
    if (!checked.ok) return fail(checked.error);
    const account = accountWords(this.request.text, written.evidence);
    const invented: Assumption[] = account.invented.map(({ text, at }) => ({
      text: `"${text}" is not in the request; it was taken from what it seems to mean.`,
      at,
    }));
    return ok(
      this.translation(draft, {
        rule: contentOf(written),
        spans: account.spans,
        unused: account.unused,
        assumptions: [...draft.assumptions.map(text => ({ text })), ...written.assumptions, ...invented],
        confidence: confidenceOf(account.covered, account.invented.length, draft.assumptions.length),
      }),
    );
  }

  /** An option whose rule does not pass the checks is still an answer a person can give: it stays, without its rule. */
  private question(draft: ChatDraft): Question {
    const options = (draft.question?.options ?? []).slice(0, MOST_OPTIONS).map(option => {
      const written = option.rule ? this.write(option.rule) : undefined;
      const checked = written && validateRule(written.rule, this.request.recordType);
      if (!written || !checked?.ok) return { text: option.text };
      return { text: option.text, rule: contentOf(written), matched: rowsOf(checked.value, this.request).length };
    });
    return { text: draft.question?.text ?? draft.interpretation, options };
  }

  private write(rule: ChatRule): WrittenRule {
    return writeRule(rule, this.request.recordType, text => isQuotedIn(this.request.text, text));
  }

  private translation(draft: ChatDraft, parts: Partial<Translation>): Translation {
    return {
      outcome: draft.outcome,
      assumptions: draft.assumptions.map(text => ({ text })),
      spans: [],
      unused: [],
      confidence: 0.7,
      translator: this.name,
      language: /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(draft.language)
        ? draft.language
        : (this.request.language ?? 'en'),
      ...parts,
    };
  }
}

/** An option that carries its rule needs no model: the person has already seen what it means. */
function chosenOption(request: TranslationRequest): RuleContent | undefined {
  return request.answer ? request.pending?.options[request.answer.option]?.rule : undefined;
}

function chosenTranslation(rule: RuleContent, request: TranslationRequest, name: TranslatorName): Translation {
  return {
    outcome: 'rule',
    rule,
    assumptions: [],
    spans: [],
    unused: [],
    confidence: 0.95,
    translator: name,
    language: request.language ?? 'en',
  };
}

function contentOf({ rule }: WrittenRule): RuleContent {
  return { name: rule.name, condition: rule.condition, actions: rule.actions };
}

function confidenceOf(covered: number, invented: number, assumptions: number): number {
  const confidence = 0.92 - 0.5 * (1 - covered) - 0.15 * Math.min(invented, 2) - 0.03 * Math.min(assumptions, 4);
  return Math.round(Math.max(0.1, confidence) * 100) / 100;
}

/** Every text that may be sent, so that the mask knows what to look for. */
function everythingSaid(request: TranslationRequest): string {
  return [request.text, JSON.stringify([request.previousRule ?? null, request.pending ?? null])].join('\n');
}

const QUOTES = ['""', "''", '“”', '„“', '„”', '«»', '‘’', '「」'];

function isQuotedIn(prompt: string, text: string): boolean {
  return QUOTES.some(pair => prompt.includes(`${pair.charAt(0)}${text}${pair.charAt(1)}`));
}

function failureOf(failure: ChatFailure): TranslationFailure {
  const { kind, message, retryAfterSeconds, categories, requestId } = failure;
  return {
    kind: FAILURE_KINDS[kind],
    code: kind,
    message,
    ...(retryAfterSeconds !== undefined ? { retryAfterSeconds } : {}),
    ...(categories ? { categories } : {}),
    ...(requestId ? { requestId } : {}),
  };
}

const FAILURE_KINDS: { readonly [Kind in ChatFailure['kind']]: TranslationFailure['kind'] } = {
  'prompt-blocked': 'refused',
  'output-blocked': 'refused',
  'model-refused': 'refused',
  'rule-too-large': 'invalid-answer',
  'model-busy': 'rate-limited',
  'model-misconfigured': 'unavailable',
  'model-timeout': 'timeout',
  'model-unavailable': 'unavailable',
  cancelled: 'cancelled',
};
