import { setImmediate as nextTurn } from 'node:timers/promises';

import { Injectable } from '@nestjs/common';
import {
  answerPrompt,
  listsSaidIn,
  prepareGrounding,
  type RuleContent,
  type TranslationAnswer,
  type TranslationFailure,
  type TranslationRequest,
} from '@lib/language';
import {
  fail,
  ok,
  type JsonValue,
  measureLogic,
  type Problem,
  type RecordType,
  type Result,
  validateRule,
} from '@lib/rules';

import { type Actor, may } from '../auth/actor';
import { type ReadSample, SampleReader } from '../catalog/sample-reader';
import { type Shown, ShownSample } from '../catalog/shown-sample';
import { Env } from '../config/env';
import { GlossaryReader } from '../glossary/glossary-reader';
import { RuleNames } from '../glossary/rule-names';
import { Metrics } from '../health/metrics';
import { REFERENCE_ENGINE } from '../rules/reference-engine';
import { Turns } from '../runtime/turns';
import { WallClock } from '../runtime/wall-clock';
import { conversationSoFar, LOOKED_BACK_ON, rulesBefore } from './conversation-so-far';
import { type Prompt, Prompts } from './prompts';
import { type ChosenTranslator, TranslatorChoice } from './translator-choice';

export interface TranslationAsked {
  readonly text: string;
  readonly recordType: string;
  readonly language?: string;
  readonly conversationId?: string;
  readonly previousRule?: unknown;
  readonly answer?: { readonly option: number };
  readonly now?: string;
  readonly translator?: 'embedded' | 'azure-openai';
}

export interface TranslationGiven {
  readonly answer: TranslationAnswer;
  readonly recordType: RecordType;
  readonly conversationId: string;
  readonly promptId: string;
}

export type TranslationRefusal =
  | {
      readonly kind:
        | 'no-record-type'
        | 'no-conversation'
        | 'no-question'
        | 'no-such-option'
        | 'cloud-model-off'
        | 'cloud-model-not-allowed';
      readonly promptId?: string;
    }
  | { readonly kind: 'invalid-previous-rule'; readonly problems: readonly Problem[]; readonly promptId?: string }
  | { readonly kind: 'failed'; readonly failure: TranslationFailure; readonly promptId?: string };

/** Turns prompts into drafts. The prompt is kept before anything else happens, and ends exactly once, whatever happens then. */
@Injectable()
export class TranslationService {
  constructor(
    private readonly prompts: Prompts,
    private readonly samples: SampleReader,
    private readonly shown: ShownSample,
    private readonly glossary: GlossaryReader,
    private readonly names: RuleNames,
    private readonly translators: TranslatorChoice,
    private readonly clock: WallClock,
    private readonly env: Env,
    private readonly metrics: Metrics,
  ) {}

  async translate(
    actor: Actor,
    asked: TranslationAsked,
    signal?: AbortSignal,
  ): Promise<Result<TranslationGiven, TranslationRefusal>> {
    const { text, recordType, conversationId, ...rest } = asked;
    // Beyond these bounds a rule cannot even be kept as text.
    const unbounded = measureLogic(asked.previousRule ?? null, '/previousRule');
    const kept = unbounded.length > 0 ? { ...rest, previousRule: null } : rest;
    const received = await this.prompts.receive({
      text,
      recordType,
      by: { id: actor.id, name: actor.name },
      request: kept as unknown as JsonValue,
      ...(conversationId !== undefined && { conversationId }),
    });
    if (!received.ok) return fail({ kind: 'no-conversation' });
    const prompt = received.value;
    try {
      const given =
        unbounded.length > 0
          ? fail({ kind: 'invalid-previous-rule' as const, problems: unbounded })
          : await this.answer(actor, asked, prompt, signal);
      if (!given.ok) await this.fail(prompt, given.error);
      return given.ok ? given : fail({ ...given.error, promptId: prompt.id });
    } catch (error) {
      await this.prompts.finish(prompt.id, {
        state: 'failed',
        failure: { code: 'internal', message: 'Something broke while this was answered.' },
      });
      throw error;
    }
  }

  private async answer(
    actor: Actor,
    asked: TranslationAsked,
    prompt: Prompt,
    signal?: AbortSignal,
  ): Promise<Result<TranslationGiven, TranslationRefusal>> {
    const sample = await this.samples.read(asked.recordType);
    if (!sample) return fail({ kind: 'no-record-type' });
    const shown = await this.shown.for(actor, sample);
    const request = await this.requestOf(asked, prompt, sample, shown);
    if (!request.ok) return request;
    const chosen = await this.translators.choose(
      may(actor, 'use-cloud-model', asked.recordType),
      prompt.id,
      asked.translator,
    );
    if (!chosen.ok) return fail({ kind: chosen.error });
    // Other calls go on being answered while the indexes of a record type are built.
    await prepareGrounding(shown.recordType, shown.sample, nextTurn);
    const answered = await answerPrompt(
      chosen.value.translator,
      request.value,
      { total: sample.total, reference: REFERENCE_ENGINE, pause: new Turns().pause },
      signal,
    );
    if (!answered.ok) {
      await this.finish(prompt, chosen.value, { failure: answered.error });
      return fail({ kind: 'failed', failure: answered.error });
    }
    await this.finish(prompt, chosen.value, { answer: answered.value });
    return ok({
      answer: answered.value,
      recordType: sample.recordType,
      conversationId: prompt.conversationId,
      promptId: prompt.id,
    });
  }

  /** What the translator is asked: the text, and what the conversation has come to so far. */
  private async requestOf(
    asked: TranslationAsked,
    prompt: Prompt,
    { recordType, records }: ReadSample,
    shown: Shown,
  ): Promise<Result<TranslationRequest, TranslationRefusal>> {
    const { conversationId } = asked;
    const answered = conversationId === undefined ? [] : await this.prompts.answered(conversationId, LOOKED_BACK_ON);
    const { rules, pending } = conversationSoFar(
      answered.map(({ answer }) => (answer ?? {}) as unknown as Partial<TranslationAnswer>),
    );
    if (asked.answer && !pending) return fail({ kind: 'no-question' });
    if (asked.answer && !pending?.options[asked.answer.option]) return fail({ kind: 'no-such-option' });
    const given = asked.previousRule as { condition?: unknown; glossary?: unknown } | undefined;
    const named = given && (await this.names.described(recordType, [{ condition: undefined, ...given }]));
    const previous = previousRule(asked, rules.at(-1), named ?? recordType);
    if (!previous.ok) return previous;
    const request = {
      text: asked.text === '' && asked.answer ? (pending?.options[asked.answer.option]?.text ?? '') : prompt.text,
      ...shown,
      evidence: { recordType, sample: records },
      clock: this.clock.clock(this.env.timeZone, asked.now),
      ...(asked.language !== undefined && { language: asked.language }),
      ...(previous.value && {
        previousRule: { recordType: asked.recordType, ...previous.value },
        earlierRules: rulesBefore(previous.value, rules).map(rule => ({ recordType: asked.recordType, ...rule })),
      }),
      ...(pending && { pending: pending }),
      ...(asked.answer && { answer: asked.answer }),
      glossary: (await this.glossary.current(recordType.name)).glossary,
    };
    return ok({ ...request, lists: await this.names.entriesOf(recordType.name, listsSaidIn(request)) });
  }

  private async finish(
    prompt: Prompt,
    chosen: ChosenTranslator,
    { answer, failure }: { answer?: TranslationAnswer; failure?: TranslationFailure },
  ): Promise<void> {
    const usage = chosen.usage();
    const translator = answer?.translator ?? chosen.translator.name;
    this.metrics.translations.inc({ translator, outcome: answer?.outcome ?? 'failed' });
    await this.prompts.finish(prompt.id, {
      state: answer ? 'answered' : 'failed',
      translator,
      ...(answer && {
        language: answer.language,
        outcome: answer.outcome,
        confidence: answer.confidence,
        grounding: { spans: answer.spans, unused: answer.unused } as unknown as JsonValue,
        answer: withoutRecords(answer) as unknown as JsonValue,
      }),
      ...(failure && { failure: { code: failure.code ?? failure.kind, message: failure.message } }),
      ...(usage && { usage }),
    });
  }

  private async fail(prompt: Prompt, refusal: TranslationRefusal): Promise<void> {
    const message = refusal.kind === 'failed' ? refusal.failure.message : `Refused: ${refusal.kind}.`;
    await this.prompts.finish(prompt.id, { state: 'failed', failure: { code: refusal.kind, message } });
  }
}

/** The rule the text may be an edit of: the one given, else the last the conversation came to. */
function previousRule(
  asked: TranslationAsked,
  last: RuleContent | undefined,
  recordType: RecordType,
): Result<RuleContent | undefined, TranslationRefusal> {
  if (asked.previousRule === undefined) return ok(last);
  const given = asked.previousRule as Partial<RuleContent>;
  const checked = validateRule(
    {
      recordType: recordType.name,
      name: given.name ?? 'Draft',
      condition: given.condition,
      actions: given.actions ?? [],
      glossary: given.glossary,
    },
    recordType,
  );
  if (!checked.ok) return fail({ kind: 'invalid-previous-rule', problems: checked.error });
  const { name, condition, actions, glossary } = checked.value;
  return ok({ name, condition, actions, ...(glossary && { glossary }) });
}

/** The history keeps counts, not copies of records: those have a home, and people who may not see them. */
function withoutRecords(answer: TranslationAnswer): TranslationAnswer {
  return answer.preview ? { ...answer, preview: { ...answer.preview, matches: [], nearMisses: [] } } : answer;
}
