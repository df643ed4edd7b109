export * from './translator';
export { createChatTranslator } from './chat/chat-translator';
export * from './chat/chat-model';
export { createCascadeTranslator } from './cascade/cascade-translator';
