export { answerPrompt, type AnswerOptions } from './answer/answer-prompt';
export { createEmbeddedTranslator } from './embedded/embedded-translator';
export * from './translator';
export { createCascadeTranslator } from './cascade/cascade-translator';
export { createChatTranslator } from './chat/chat-translator';
export * from './chat/chat-model';
