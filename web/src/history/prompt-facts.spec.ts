import { eventWords } from './event-words';
import { factName, factText, promptFacts } from './prompt-facts';

it('shows everything kept about a prompt, short facts first', () => {
  const facts = promptFacts({
    id: 'p1',
    text: 'tag all',
    grounding: { mentions: [] },
    rawReply: null,
    outcome: 'rule',
  });
  expect(facts.map(fact => fact.name)).toEqual(['Outcome', 'Grounding']);
});

it('makes names and JSON readable', () => {
  expect(factName('rawReply')).toBe('Raw reply');
  expect(factText('{"a":1}')).toBe('{ "a": 1 }');
  expect(factText('{broken')).toBe('{broken');
  expect(eventWords('rule-submitted')).toBe('Rule submitted');
});
