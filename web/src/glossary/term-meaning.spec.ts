import type { Translation } from '../api/contracts';
import { aliasesIn, termMeaning } from './term-meaning';

const rule = { name: 'Filter', condition: { '==': [{ var: 'country' }, 'Norway'] }, actions: [] };
const draft: Translation = {
  outcome: 'rule',
  assumptions: [],
  spans: [],
  unused: [],
  confidence: 0.9,
  translator: 'embedded',
  conversationId: '',
  promptId: '',
};

describe('termMeaning', () => {
  it('is the condition, with what was left open said beside it', () => {
    const unused = [{ start: 0, end: 3, text: 'foo' }];
    expect(termMeaning({ ...draft, rule, unused, assumptions: ['so', { text: 'and so' }] })).toEqual({
      kind: 'clear',
      rule,
      matched: undefined,
      doubts: ['Nothing came of “foo”.', 'so', 'and so'],
    });
  });

  it('asks back, and takes the option that is chosen', () => {
    const question = { text: 'Which one?', options: [{ text: 'a', rule, matched: 3 }, { text: 'b' }] };
    const asked: Translation = { ...draft, outcome: 'clarify', question };
    expect(termMeaning(asked)).toMatchObject({ kind: 'question', text: 'Which one?' });
    expect(termMeaning(asked, 0)).toMatchObject({ kind: 'clear', matched: 3 });
    expect(termMeaning(asked, 1)).toMatchObject({ kind: 'question' });
  });

  it('says why there is nothing to keep', () => {
    expect(termMeaning({ ...draft, outcome: 'impossible', reason: 'No.' })).toEqual({ kind: 'none', reason: 'No.' });
  });
});

it('aliases stand between commas', () => {
  expect(aliasesIn(' a ,, b')).toEqual(['a', 'b']);
});
