import type { Translation } from '../api/contracts';
import { converse, type Conversation, NEW_CONVERSATION, promptOf, translationCall } from './conversation';

const RULE = { name: 'Tag VIP', condition: true, actions: [{ type: 'addTag' as const, value: 'VIP' }] };

function answer(change: Partial<Translation> = {}): Translation {
  return {
    outcome: 'rule',
    rule: RULE,
    assumptions: [],
    spans: [],
    unused: [],
    confidence: 0.9,
    translator: 'embedded',
    conversationId: 'c1',
    promptId: 'p1',
    ...change,
  };
}

const begun: Conversation = { ...NEW_CONVERSATION, recordType: 'customer' };

describe('a conversation', () => {
  it('starts with the text and the record type alone', () => {
    expect(translationCall(begun, 'tag all')).toEqual({ text: 'tag all', recordType: 'customer' });
  });

  it('sends the draft and the conversation with a follow-up', () => {
    const next = converse(begun, { type: 'answered', text: 'tag all', answer: answer() });
    expect(translationCall(next, 'only active ones')).toEqual({
      text: 'only active ones',
      recordType: 'customer',
      conversationId: 'c1',
      previousRule: { recordType: 'customer', ...RULE },
    });
  });

  it('sends the draft as it was edited by hand', () => {
    const edited = { ...RULE, condition: false };
    const next = converse(converse(begun, { type: 'answered', text: 'tag all', answer: answer() }), {
      type: 'edited',
      draft: edited,
    });
    expect(next.isEdited).toBe(true);
    expect(translationCall(next, 'more').previousRule).toMatchObject({ condition: false });
  });

  it('keeps the draft when the next request cannot be met', () => {
    const first = converse(begun, { type: 'answered', text: 'tag all', answer: answer() });
    const { rule: _, ...none } = answer({ outcome: 'impossible', promptId: 'p2', reason: 'no' });
    const next = converse(first, { type: 'answered', text: 'find duplicates', answer: none });
    expect(next.draft).toEqual(RULE);
    expect(promptOf(next)).toBe('p1');
  });

  it('answers a question by its option', () => {
    const { rule: _, ...asked } = answer({ outcome: 'clarify' });
    const next = converse(begun, { type: 'answered', text: 'tag big ones', answer: asked });
    expect(translationCall(next, 'annual revenue', 1)).toEqual({
      text: 'annual revenue',
      recordType: 'customer',
      conversationId: 'c1',
      answer: { option: 1 },
    });
  });

  it('starts over with the same record type, and anew with another', () => {
    const next = converse(begun, { type: 'answered', text: 'tag all', answer: answer() });
    expect(converse(next, { type: 'started-over' })).toEqual(begun);
    expect(converse(next, { type: 'record-type-chosen', name: 'supplier' })).toEqual({
      ...NEW_CONVERSATION,
      recordType: 'supplier',
    });
    expect(converse(next, { type: 'record-type-chosen', name: 'customer' })).toBe(next);
  });
});
