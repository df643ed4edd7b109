import type { ChatRequest } from '@lib/language';

import {
  busy,
  completion,
  cutBody,
  cutShort,
  failed,
  FakeAzureOpenAi,
  flood,
  garbage,
  noDeployment,
  outputBlocked,
  promptBlocked,
  redirected,
  refusal,
  silence,
  stalledBody,
  unauthorized,
  unfiltered,
} from '../../test/fakes/azure-openai';
import { AzureOpenAiModel, type AzureOpenAiSettings } from './azure-openai';

const REQUEST: ChatRequest = {
  messages: [
    { role: 'system', content: 'Fill in the form.' },
    { role: 'user', content: 'tag Germans' },
  ],
  schema: {
    name: 'rule_draft',
    schema: { type: 'object', additionalProperties: false, required: ['a'], properties: { a: { type: 'string' } } },
  },
};

describe('AzureOpenAiModel', () => {
  const azure = new FakeAzureOpenAi();
  const waits: number[] = [];

  beforeAll(() => azure.start());
  afterAll(() => azure.stop());
  beforeEach(() => waits.splice(0));

  function model(settings: Partial<AzureOpenAiSettings> = {}): AzureOpenAiModel {
    return new AzureOpenAiModel({
      endpoint: azure.endpoint,
      apiKey: 'key-1',
      deployment: 'gpt-4o',
      apiVersion: '2024-10-21',
      wait: async ms => void waits.push(ms),
      ...settings,
    });
  }

  it('asks the deployment with the key in its header and a strict schema, and gives back text, tokens and id', async () => {
    azure.next(completion({ a: 'b' }));
    const reply = await model().complete(REQUEST);
    expect(reply).toEqual({
      ok: true,
      value: { text: '{"a":"b"}', model: 'gpt-4o-2024-11-20', promptTokens: 330, replyTokens: 27, requestId: 'req-1' },
    });
    const [call] = azure.calls;
    expect(call?.url).toBe('/openai/deployments/gpt-4o/chat/completions?api-version=2024-10-21');
    expect(call?.headers['api-key']).toBe('key-1');
    expect(call?.headers.authorization).toBeUndefined();
    expect(call?.body).toMatchObject({ messages: REQUEST.messages, temperature: 0, max_tokens: 4096 });
    expect(call?.body.response_format).toEqual({
      type: 'json_schema',
      json_schema: { name: 'rule_draft', strict: true, schema: REQUEST.schema.schema },
    });
  });

  it('sends reasoning models no temperature and the limit they know', async () => {
    azure.next(completion({}));
    await model({ deployment: 'o4-mini' }).complete(REQUEST);
    expect(azure.calls[0]?.body).not.toHaveProperty('temperature');
    expect(azure.calls[0]?.body).not.toHaveProperty('max_tokens');
    expect(azure.calls[0]?.body.max_completion_tokens).toBeGreaterThan(0);
  });

  it('waits as long as a 429 asks and then succeeds', async () => {
    azure.next(
      busy({ 'retry-after': '1' }),
      busy({ 'retry-after': '9', 'retry-after-ms': '150' }),
      completion({ a: 'c' }),
    );
    expect(await model().complete(REQUEST)).toMatchObject({ ok: true, value: { text: '{"a":"c"}' } });
    expect(waits).toEqual([1000, 150]);
  });

  it('gives up after three tries and says when to come back', async () => {
    azure.next(busy({ 'retry-after': '2' }));
    expect(await model().complete(REQUEST)).toMatchObject({
      ok: false,
      error: { kind: 'model-busy', retryAfterSeconds: 2, status: 429 },
    });
    expect(azure.calls).toHaveLength(3);
  });

  it('does not wait at all for longer than its deadline leaves', async () => {
    azure.next(busy({ 'retry-after': '3600' }));
    expect(await model().complete(REQUEST)).toMatchObject({
      ok: false,
      error: { kind: 'model-busy', retryAfterSeconds: 3600 },
    });
    expect(azure.calls).toHaveLength(1);
    expect(waits).toEqual([]);
  });

  it.each([
    [
      'a prompt the filter blocks, with its categories',
      promptBlocked(),
      { kind: 'prompt-blocked', categories: ['jailbreak'], requestId: 'req-1' },
    ],
    [
      'an answer the filter blocks',
      outputBlocked(),
      { kind: 'output-blocked', categories: ['violence'], promptTokens: 330 },
    ],
    ['a refusal', refusal(), { kind: 'model-refused', replyTokens: 27 }],
    ['an answer cut for its length', cutShort(), { kind: 'rule-too-large' }],
    ['a wrong key', unauthorized(), { kind: 'model-misconfigured', status: 401 }],
    ['no access', failed(403, { error: { code: '403', message: 'no' } }), { kind: 'model-misconfigured', status: 403 }],
    ['an unknown deployment', noDeployment(), { kind: 'model-misconfigured', status: 404 }],
    [
      'a schema or version it does not take',
      failed(400, { error: { code: null, message: 'Invalid schema' } }),
      { kind: 'model-misconfigured', status: 400 },
    ],
    ['a reply of 10 MB', flood(10 * 1024 * 1024), { kind: 'model-unavailable' }],
    ['a completion without choices', failed(200, { choices: [] }), { kind: 'model-unavailable' }],
    ['a completion of null', failed(200, null), { kind: 'model-unavailable' }],
  ])('names %s and does not ask again', async (_what, answer, error) => {
    azure.next(answer);
    expect(await model().complete(REQUEST)).toMatchObject({ ok: false, error });
    expect(azure.calls).toHaveLength(1);
  });

  it.each([
    ['a server error', failed(503, { error: { code: '503', message: 'down' } })],
    ['a cut body', cutBody()],
    ['a body that is no JSON', garbage()],
    ['a redirect', redirected('/elsewhere')],
  ])('tries three times over %s, then says that the service is not available', async (_what, answer) => {
    azure.next(answer);
    expect(await model().complete(REQUEST)).toMatchObject({ ok: false, error: { kind: 'model-unavailable' } });
    expect(azure.calls).toHaveLength(3);
    expect(azure.calls.every(call => call.url.startsWith('/openai/'))).toBe(true);
    expect(waits).toEqual([500, 1000]);
  });

  it.each([
    ['says nothing', silence()],
    ['stalls in the middle of its body', stalledBody()],
  ])('ends at its deadline when the server %s', async (_what, answer) => {
    azure.next(answer);
    expect(await model({ deadlineMs: 60 }).complete(REQUEST)).toMatchObject({
      ok: false,
      error: { kind: 'model-timeout' },
    });
    expect(azure.calls).toHaveLength(1);
  });

  it('stops waiting between tries when the deadline comes', async () => {
    azure.next(busy({ 'retry-after-ms': '50' }));
    const result = await model({ deadlineMs: 80, wait: undefined }).complete(REQUEST);
    expect(result.ok).toBe(false);
  });

  it('ends when the person who asked has gone', async () => {
    const gone = new AbortController();
    azure.next(() => gone.abort());
    expect(await model().complete(REQUEST, gone.signal)).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
  });

  it('lets only so many calls wait at once, and takes new ones when they have ended', async () => {
    azure.next(silence());
    const one = model({ maxCalls: 1, deadlineMs: 500 });
    const [first, second] = await Promise.all([one.complete(REQUEST), one.complete(REQUEST)]);
    expect(first).toMatchObject({ ok: false, error: { kind: 'model-timeout' } });
    expect(second).toMatchObject({ ok: false, error: { kind: 'model-busy', retryAfterSeconds: 2 } });
    azure.next(completion({ a: 'b' }));
    expect((await one.complete(REQUEST)).ok).toBe(true);
  });

  it('says so where the filter was out of order', async () => {
    azure.next(unfiltered({ a: 'b' }));
    expect(await model().complete(REQUEST)).toMatchObject({ ok: true, value: { unfiltered: true } });
  });
});
