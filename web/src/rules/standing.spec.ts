import { isUnderWay, stateOfRule, versionToShow } from './standing';

it.each([
  ['the only one', { version: 1, state: 'draft' as const }, 1, 'draft', false],
  ['the one that runs', { version: 1, state: 'active' as const, activeVersion: 1 }, 1, 'active', false],
  ['a later one under way', { version: 2, state: 'in-review' as const, activeVersion: 1 }, 2, 'active', true],
  [
    'an earlier one after a roll back',
    { version: 2, state: 'superseded' as const, activeVersion: 1 },
    1,
    'active',
    false,
  ],
  [
    'the running one when a later was rejected',
    { version: 2, state: 'rejected' as const, activeVersion: 1 },
    1,
    'active',
    false,
  ],
  ['the last when none runs', { version: 2, state: 'retired' as const }, 2, 'retired', false],
])('a rule opens with %s', (_, rule, version, state, underWay) => {
  expect([versionToShow(rule), stateOfRule(rule), isUnderWay(rule)]).toEqual([version, state, underWay]);
});
