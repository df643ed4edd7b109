import {
  explainChange,
  explainRule,
  inTurns,
  ok,
  previewRuleInSteps,
  validateRule,
  type JsonLogicEngine,
  type Pause,
  type Result,
  type RuleDraft,
} from '@lib/rules';
import { evidenceOf } from '../evidence';
import {
  typeWithLists,
  type Translation,
  type TranslationAnswer,
  type TranslationFailure,
  type TranslationRequest,
  type Translator,
} from '../translator';

export interface AnswerOptions {
  /** How many matches and near misses the preview lists. */
  readonly limit?: number;
  /** How many records stand behind the sample. */
  readonly total?: number;
  /** json-logic-js, to show on the sample that any engine reads the rule the same. */
  readonly reference?: JsonLogicEngine;
  /** Called after every record of the preview, so that others can work in between. */
  readonly pause?: Pause;
}

const goOn: Pause = () => undefined;

/** A translation whose rule the validator refuses is no rule: the person is told why instead. */
function refused(translation: Translation, messages: readonly string[]): TranslationAnswer {
  const { rule: _rule, ...rest } = translation;
  return { ...rest, outcome: 'impossible', reason: messages.join(' '), confidence: 0 };
}

/** The staircase every prompt climbs: translate, validate, explain, preview. No step is skipped, whoever translates. */
export async function answerPrompt(
  translator: Translator,
  request: TranslationRequest,
  options: AnswerOptions = {},
  signal?: AbortSignal,
): Promise<Result<TranslationAnswer, TranslationFailure>> {
  const translated = await translator.translate(request, signal);
  if (!translated.ok) return translated;
  const translation = translated.value;
  if (translation.outcome !== 'rule' || !translation.rule) return ok(translation);
  const { sample } = evidenceOf(request);
  const { clock } = request;
  const recordType = typeWithLists(request);
  const draft: RuleDraft = { recordType: recordType.name, ...translation.rule };
  const validation = validateRule(draft, recordType);
  if (!validation.ok)
    return ok(
      refused(
        translation,
        validation.error.map(problem => problem.message),
      ),
    );
  const language = translation.language;
  const explanation = explainRule(draft, recordType, language);
  const before = translation.edit === undefined ? undefined : request.previousRule;
  const difference = before && { difference: explainChange(before, draft, recordType, language) };
  const { pause = goOn, ...listed } = options;
  const steps = previewRuleInSteps(validation.value, sample, { recordType, clock, language, ...listed });
  const preview = await inTurns(steps, pause);
  return ok({ ...translation, explanation, ...difference, preview });
}
