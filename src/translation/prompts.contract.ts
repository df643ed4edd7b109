import type { NewPrompt, Prompts } from './prompts';

/** What every keeper of prompts must do. */
export function promptsContract(make: () => Prompts): void {
  const fresh = (extra: Partial<NewPrompt> = {}): NewPrompt => ({
    text: 'tag كل the 🦊',
    recordType: 'contract',
    by: { id: 'ada', name: 'Ada' },
    request: { language: 'en' },
    ...extra,
  });
  const receive = async (extra: Partial<NewPrompt> = {}) => {
    const received = await make().receive(fresh(extra));
    if (!received.ok) throw new Error(received.error);
    return received.value;
  };

  it('keeps a prompt before anything else happens', async () => {
    const prompt = await receive();
    expect(prompt).toMatchObject({
      state: 'received',
      text: 'tag كل the 🦊',
      request: { language: 'en' },
      exchanges: [],
    });
    expect(await make().find(prompt.id)).toEqual(prompt);
  });

  it('goes on with a conversation of the same person only', async () => {
    const first = await receive();
    const second = await receive({ conversationId: first.conversationId });
    expect(second.conversationId).toBe(first.conversationId);
    expect(
      await make().receive(fresh({ conversationId: first.conversationId, by: { id: 'eve', name: 'Eve' } })),
    ).toEqual({ ok: false, error: 'gone' });
    expect(await make().receive(fresh({ conversationId: 'none' }))).toEqual({ ok: false, error: 'gone' });
  });

  it('keeps what was sent and what came back, then the end, once', async () => {
    const prompts = make();
    const { id, conversationId } = await receive();
    const at = '2026-01-15T12:00:00.000Z';
    await prompts.exchange(id, 0, { sent: '{"a":1}', at });
    await prompts.exchange(id, 0, { sent: '{"a":1}', received: 'r'.repeat(20_000), at, ms: 12, status: 200 });
    const end = {
      state: 'answered',
      translator: 'embedded',
      language: 'en',
      outcome: 'rule',
      confidence: 0.875,
      grounding: [{ start: 0 }],
      answer: { rule: null },
      usage: { promptTokens: 3, completionTokens: 4, cost: 0.01 },
    } as const;
    expect(await prompts.finish(id, end)).toBe(true);
    expect(await prompts.finish(id, { state: 'failed', failure: { code: 'x', message: 'late' } })).toBe(false);
    await prompts.saved(id, 'rule-1', 2);
    const found = await prompts.find(id);
    expect(found).toMatchObject({ ...end, result: { rule: 'rule-1', version: 2 } });
    expect(found?.failure).toBeUndefined();
    expect(found?.exchanges).toEqual([{ sent: '{"a":1}', received: 'r'.repeat(20_000), at, ms: 12, status: 200 }]);
    expect((await prompts.answered(conversationId, 2)).map(prompt => prompt.id)).toEqual([id]);
  });

  it('calls interrupted what a killed process left', async () => {
    const prompts = make();
    const { id } = await receive();
    expect(await prompts.interruptLeftOver()).toBeGreaterThanOrEqual(1);
    expect(await prompts.find(id)).toMatchObject({ state: 'interrupted' });
    expect(await prompts.interruptLeftOver()).toBe(0);
    expect(await prompts.finish(id, { state: 'answered' })).toBe(false);
  });

  it('lists newest first, filtered, page by page, without what is archived', async () => {
    const prompts = make();
    const by = { id: 'lister', name: 'L' };
    const ids = [];
    for (const recordType of ['p', 'q', 'p']) ids.unshift((await receive({ by, recordType })).id);
    const list = async (query: object) =>
      (await prompts.list({ limit: 9, by: 'lister', ...query })).items.map(item => item.id);
    expect(await list({})).toEqual(ids);
    expect(await list({ recordTypes: ['q'] })).toEqual([ids[1]]);
    expect(await list({ recordTypes: [] })).toEqual([]);
    expect(await list({ cursor: ids[1] })).toEqual([ids[2]]);
    expect(await prompts.archive(ids[0]!)).toBe(true);
    expect(await prompts.archive(ids[0]!)).toBe(false);
    expect(await list({})).toEqual(ids.slice(1));
  });
}
