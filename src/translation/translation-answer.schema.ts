/** What a translation answers, as the OpenAPI document says it; `TranslationAnswer` of the language library is the same in types. */
export const TRANSLATION_ANSWER = {
  type: 'object',
  required: [
    'outcome',
    'assumptions',
    'spans',
    'unused',
    'confidence',
    'translator',
    'language',
    'conversationId',
    'promptId',
  ],
  properties: {
    outcome: { type: 'string', enum: ['rule', 'clarify', 'impossible', 'offtopic'] },
    rule: {
      type: 'object',
      description: 'Where the outcome is `rule`: {name, condition, actions, glossary?}; a filter has no actions',
    },
    explanation: { type: 'object', description: '{text, tokens: [{text, kind, at?}]}' },
    question: {
      type: 'object',
      description: 'Where the outcome is `clarify`: {text, options: [{text, rule?, matched?}]}',
    },
    reason: { type: 'string', description: 'Why not, and what is possible instead' },
    edit: {
      type: 'string',
      enum: ['change', 'undo', 'start-over'],
      description: 'How the rule came from the one before it in the conversation; `start-over` forgets that one',
    },
    difference: {
      type: 'array',
      description: 'What an edit adds to the rule before it, drops and keeps',
      items: {
        type: 'object',
        required: ['kind', 'text'],
        properties: { kind: { type: 'string', enum: ['added', 'removed', 'kept'] }, text: { type: 'string' } },
      },
    },
    assumptions: { type: 'array', items: { type: 'object' }, description: '[{text, at?}]' },
    spans: { type: 'array', items: { type: 'object' }, description: '[{start, end, at}], in UTF-16 units of the text' },
    unused: { type: 'array', items: { type: 'object' }, description: 'Words nothing came from: [{start, end, text}]' },
    confidence: { type: 'number', minimum: 0, maximum: 1 },
    translator: { type: 'string', enum: ['embedded', 'azure-openai'] },
    language: { type: 'string', description: 'What the text was read in (BCP 47)' },
    conversationId: { type: 'string' },
    promptId: { type: 'string' },
    preview: { type: 'object', description: 'As `POST /previews` answers it' },
  },
};
