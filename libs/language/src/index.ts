export { answerPrompt, type AnswerOptions } from './answer/answer-prompt';
export { createEmbeddedTranslator } from './embedded/embedded-translator';
export * from './translator';
