export { answerPrompt, type AnswerOptions } from './answer/answer-prompt';
export { createEmbeddedTranslator, MAX_PROMPT } from './embedded/embedded-translator';
export { prepareGrounding } from './grounding/grounding-of';
export { listsSaidIn } from './grounding/glossary/lists-said';
export { type OtherMeaning, otherMeanings } from './grounding/glossary/other-meanings';
export { readLanguageTag } from './language-tag';
export * from './translator';
export { createCascadeTranslator } from './cascade/cascade-translator';
export { createChatTranslator } from './chat/chat-translator';
export * from './chat/chat-model';
export {
  type CaseScore,
  type EvalCase,
  type EvalField,
  type EvalGold,
  evaluateCase,
  type EvaluateOptions,
  recordTypeOf,
  sampleOf,
  sameActions,
} from './evaluate/evaluate-case';
export { type Calibration, calibrationOf, SURE } from './evaluate/calibration';
export { summarise, type SummaryRow } from './evaluate/summarise';
