import type { RecordType } from '../api/contracts';
import { draftDifference, explainDraft } from './explain-draft';

const type: RecordType = {
  name: 'customer',
  fields: [{ name: 'country', label: 'Country', type: 'text', reading: { type: 'text' } }],
};
const draft = {
  name: 'Tag VIP',
  condition: { '==': [{ var: 'country' }, 'Germany'] },
  actions: [{ type: 'addTag' as const, value: 'VIP' }],
};

it('tells a draft in words whose texts make the sentence', () => {
  const { text, tokens } = explainDraft(draft, type);
  expect(tokens.map(token => token.text).join('')).toBe(text);
  expect(text).toContain('Germany');
});

it('tells what a correction added and removed, and nothing of a first draft', () => {
  const after = { ...draft, actions: [{ type: 'addTag' as const, value: 'Key account' }] };
  expect(draftDifference(undefined, draft, type)).toEqual([]);
  expect(
    draftDifference(draft, after, type)
      .map(line => line.kind)
      .sort(),
  ).toEqual(['added', 'removed']);
});
