import type { JsonLogic } from '../api/contracts';
import { clauseAt, conditionTree, fieldsOf, tokensUnder } from './condition-tree';

const isFilled = { '!=': [{ var: 'revenue' }, null] };
const isHigh = { '>': [{ var: 'revenue' }, 1000000] };
const isGerman = { '==': [{ var: 'country' }, 'Germany'] };

describe('conditionTree', () => {
  it('shows a guarded comparison as one clause', () => {
    expect(conditionTree({ and: [isGerman, { and: [isFilled, isHigh] }] })).toMatchObject({
      kind: 'all',
      at: '/condition',
      children: [
        { kind: 'clause', at: '/condition/and/0' },
        { kind: 'clause', at: '/condition/and/1' },
      ],
    });
  });

  it('folds a guard that stands beside its comparison', () => {
    expect(conditionTree({ and: [isFilled, isHigh] })).toMatchObject({ kind: 'clause', at: '/condition' });
    expect(conditionTree({ and: [isFilled, isHigh, isGerman] })).toMatchObject({
      children: [{ at: '/condition/and/1' }, { at: '/condition/and/2' }],
    });
  });

  it('keeps a filled check that guards nothing', () => {
    expect(conditionTree({ and: [isFilled, isGerman] })).toMatchObject({ children: [{}, {}] });
  });

  it('tells a negated group as a group and a negated comparison as a clause', () => {
    expect(conditionTree({ '!': { or: [isGerman, isHigh] } })).toMatchObject({
      kind: 'not',
      children: [{ kind: 'any', at: '/condition/!' }],
    });
    expect(conditionTree({ '!': [{ and: [isFilled, isHigh] }] })).toMatchObject({ kind: 'clause', at: '/condition' });
  });

  it.each<JsonLogic>([true, { if: [true, 1] }, { and: [] }, {}, []])('draws %j without failing', logic => {
    expect(conditionTree(logic)).toHaveProperty('at', '/condition');
  });
});

describe('clauseAt', () => {
  const condition = { and: [isGerman, { and: [isFilled, isHigh] }] };

  it.each([
    ['/condition/and/1/and/1/>/0', '/condition/and/1'],
    ['/condition/and/0', '/condition/and/0'],
    ['/actions/0/value', '/actions/0'],
    ['/condition', '/condition'],
  ])('%s belongs to %s', (at, clause) => {
    expect(clauseAt(condition, at)).toBe(clause);
  });
});

describe('tokensUnder', () => {
  it('takes the words between the first and the last that speak of a place', () => {
    const tokens = [
      { text: 'When ', kind: 'text' as const },
      { text: 'country', kind: 'field' as const, at: '/condition/==/0' },
      { text: ' ', kind: 'text' as const },
      { text: 'is Germany', kind: 'value' as const, at: '/condition/==/1' },
      { text: '.', kind: 'text' as const },
    ];
    expect(tokensUnder(tokens, '/condition').map(token => token.text)).toEqual(['country', ' ', 'is Germany']);
    expect(tokensUnder(tokens, '/actions/0')).toEqual([]);
  });
});

describe('fieldsOf', () => {
  it('names each field once, in order', () => {
    expect(fieldsOf({ and: [isFilled, isHigh, isGerman] })).toEqual(['revenue', 'country']);
  });
});
