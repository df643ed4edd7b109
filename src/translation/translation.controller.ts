import { Body, Controller, HttpCode, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { TranslationAnswer, TranslationFailure } from '@lib/language';
import type { FastifyReply } from 'fastify';

import type { Actor } from '../auth/actor';
import { CurrentActor } from '../auth/actor.decorator';
import { May } from '../auth/may.decorator';
import { requireRight } from '../auth/require-right';
import { LIMITS } from '../config/limits';
import { HttpProblem } from '../http/problem';
import { readNow } from '../http/read-now';
import { shownPreview } from '../rules/shown-preview';
import { TRANSLATION_ANSWER } from './translation-answer.schema';
import { TranslationRequestBody } from './translation.dto';
import { type TranslationAsked, type TranslationRefusal, TranslationService } from './translation.service';

@ApiTags('translations')
@Controller('translations')
export class TranslationController {
  constructor(private readonly translations: TranslationService) {}

  @Post()
  @HttpCode(200)
  @May('ask', { recordType: 'body.recordType', scope: 'translate' })
  @ApiOperation({ summary: 'Turn a request in plain words into a draft with evidence, a question, or an honest no' })
  @ApiOkResponse({ schema: TRANSLATION_ANSWER })
  async translate(
    @CurrentActor() actor: Actor,
    @Body() body: TranslationRequestBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TranslationAnswer & { readonly conversationId: string; readonly promptId: string }> {
    requireRight(actor, 'ask', body.recordType);
    const result = await this.translations.translate(actor, askedOf(body), goneSignal(reply));
    if (!result.ok) return refuse(result.error, body);
    const { answer, recordType, conversationId, promptId } = result.value;
    const preview = answer.preview && {
      preview: shownPreview(answer.preview, recordType, actor, answer.rule?.actions ?? []),
    };
    return { ...answer, ...preview, conversationId, promptId };
  }
}

function askedOf(body: TranslationRequestBody): TranslationAsked {
  const { text = '', answer, now, ...rest } = body;
  if (text.length > LIMITS.promptCharacters) {
    throw new HttpProblem(
      413,
      'prompt-too-long',
      `A prompt has at most ${LIMITS.promptCharacters} characters; this one has ${text.length}. Say it shorter, or in several steps.`,
      {
        limit: LIMITS.promptCharacters,
      },
    );
  }
  const instant = readNow(now);
  const option = answer?.['option'];
  if (answer && !(typeof option === 'number' && Number.isInteger(option) && option >= 0)) {
    throw new HttpProblem(400, 'bad-request', '"answer" is {"option": n}, with n counted from 0.');
  }
  if (text.trim() === '' && !answer)
    throw new HttpProblem(
      400,
      'empty-prompt',
      'Say what you want done, for example: tag records where country is Germany as DE.',
    );
  return {
    ...rest,
    text,
    ...(typeof option === 'number' && { answer: { option } }),
    ...(instant !== undefined && { now: instant }),
  };
}

/** Aborts when the person who asked has gone: nobody pays for an answer that nobody reads. */
function goneSignal(reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  reply.raw.once('close', () => gone.abort());
  return gone.signal;
}

function refuse(refusal: TranslationRefusal, { recordType, conversationId }: TranslationRequestBody): never {
  const about = refusal.promptId === undefined ? {} : { promptId: refusal.promptId };
  switch (refusal.kind) {
    case 'no-record-type':
      throw new HttpProblem(
        404,
        'no-such-record-type',
        `There is no record type "${recordType}". Import records under that name first.`,
        about,
      );
    case 'no-conversation':
      throw new HttpProblem(
        404,
        'no-such-conversation',
        `You have no conversation ${conversationId ?? ''}. Leave "conversationId" out to start one.`,
      );
    case 'no-question':
      throw new HttpProblem(
        409,
        'no-question',
        'No question is open in this conversation. Send "text" instead of "answer".',
        about,
      );
    case 'no-such-option':
      throw new HttpProblem(422, 'no-such-option', 'The question has no such option; they are counted from 0.', about);
    case 'invalid-previous-rule':
      throw new HttpProblem(
        422,
        'invalid-rule',
        '"previousRule" did not pass the checks; "problems" says where and what to do.',
        { problems: refusal.problems, ...about },
      );
    case 'cloud-model-off':
      throw new HttpProblem(
        409,
        'cloud-model-off',
        'The cloud model is not turned on. Leave "translator" out to use the embedded one.',
        about,
      );
    case 'cloud-model-not-allowed':
      throw new HttpProblem(
        403,
        'missing-right',
        `This needs the right "use-cloud-model" for ${recordType}. Leave "translator" out to use the embedded one.`,
        { rights: ['use-cloud-model'], ...about },
      );
    case 'failed':
      throw failed(refusal.failure, about);
  }
}

/** A provider's trouble in our words: who misconfigured it, who is busy, and what the person can do. */
function failed(failure: TranslationFailure, about: object): HttpProblem {
  const { kind, message, code = kind, categories, requestId, retryAfterSeconds } = failure;
  const extras = { ...about, ...(categories && { categories }), ...(requestId && { providerRequestId: requestId }) };
  const headers: Record<string, string> =
    retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) };
  switch (kind) {
    case 'too-long':
      return new HttpProblem(413, code, message, extras);
    case 'refused':
    case 'invalid-answer':
      return new HttpProblem(422, code, message, extras);
    case 'rate-limited':
      return new HttpProblem(503, code, message, extras, headers);
    case 'unavailable':
      return new HttpProblem(
        502,
        code,
        code === 'model-misconfigured'
          ? 'The cloud model is not set up rightly. An admin finds the details in the prompt history.'
          : message,
        extras,
      );
    case 'timeout':
      return new HttpProblem(504, code, message, extras);
    case 'cancelled':
      return new HttpProblem(408, code, message, extras);
  }
}
