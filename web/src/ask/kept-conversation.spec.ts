import type { Translation } from '../api/contracts';
import { converse, NEW_CONVERSATION, translationCall } from './conversation';
import { forgetConversation, keepConversation, keptConversation, type TabStorage } from './kept-conversation';

function storage(): TabStorage & { readonly texts: Map<string, string> } {
  const texts = new Map<string, string>();
  return {
    texts,
    getItem: key => texts.get(key) ?? null,
    setItem: (key, text) => void texts.set(key, text),
    removeItem: key => void texts.delete(key),
  };
}

const ANSWER: Translation = {
  outcome: 'rule',
  rule: { name: 'Tag VIP', condition: true, actions: [{ type: 'addTag', value: 'VIP' }] },
  assumptions: [],
  spans: [],
  unused: [],
  confidence: 0.9,
  translator: 'embedded',
  conversationId: 'c1',
  promptId: 'p1',
  preview: {
    sampleOf: 1,
    total: 1,
    matched: 1,
    changed: 1,
    clauses: [],
    matches: [{ record: { name: 'Secret Ltd' }, changes: [] }],
    nearMisses: [],
  } as unknown as NonNullable<Translation['preview']>,
};

const TALKED = converse(converse(NEW_CONVERSATION, { type: 'record-type-chosen', name: 'supplier' }), {
  type: 'answered',
  text: 'tag all',
  answer: ANSWER,
});

describe('a kept conversation', () => {
  it('goes on after the page is loaded again, with its record type, its draft and its id', () => {
    const tab = storage();
    keepConversation(tab, 'u1', TALKED);
    const kept = keptConversation(tab, 'u1');
    expect(kept).toMatchObject({ recordType: 'supplier', draft: ANSWER.rule, isEdited: false });
    expect(translationCall(kept, 'only active ones')).toEqual(translationCall(TALKED, 'only active ones'));
  });

  it('holds no records, and belongs to one person', () => {
    const tab = storage();
    keepConversation(tab, 'u1', TALKED);
    expect([...tab.texts.values()].join()).not.toContain('Secret');
    expect(keptConversation(tab, 'u2')).toEqual(NEW_CONVERSATION);
    forgetConversation(tab, 'u1');
    expect(keptConversation(tab, 'u1')).toEqual(NEW_CONVERSATION);
  });

  it('begins anew where nothing sensible was kept, or nothing can be', () => {
    const tab = storage();
    for (const text of ['', 'null', '7', '{"turns":3}', '{"turns":[]}', '{']) {
      tab.setItem('rulewright.conversation.u1', text);
      expect(keptConversation(tab, 'u1')).toEqual(NEW_CONVERSATION);
    }
    const full: TabStorage = {
      ...tab,
      setItem: () => {
        throw new Error('full');
      },
    };
    expect(() => keepConversation(full, 'u1', TALKED)).not.toThrow();
    expect(keptConversation(undefined, 'u1')).toEqual(NEW_CONVERSATION);
  });

  it('keeps the last turns of a long one', () => {
    const tab = storage();
    let long = TALKED;
    for (let i = 0; i < 40; i++) long = converse(long, { type: 'answered', text: `more ${i}`, answer: ANSWER });
    keepConversation(tab, 'u1', long);
    const { turns } = keptConversation(tab, 'u1');
    expect(turns).toHaveLength(20);
    expect(turns.at(-1)?.text).toBe('more 39');
  });
});
