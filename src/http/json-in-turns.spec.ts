import { text } from 'node:stream/consumers';

import { jsonInTurns } from './json-in-turns';

it.each<[string, object]>([
  ['nothing', {}],
  ['what is undefined', { a: undefined, b: 1 }],
  ['a short list', { a: 'ü"', list: [1, null, { b: [] }] }],
  ['a long list', { list: Array.from({ length: 250 }, (_, i) => ({ i, text: `🦊${i}` })), after: true }],
  ['as many as fit at once', { list: Array.from({ length: 200 }, (_, i) => i) }],
])('writes %s as JSON does', async (_what, answer) => {
  expect(await text(jsonInTurns(answer))).toBe(JSON.stringify(answer));
});
