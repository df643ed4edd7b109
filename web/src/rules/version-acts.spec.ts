import { versionActs } from './version-acts';

const rule = { recordType: 'customer' };
const admin = { ask: '*', review: '*', activate: '*' };

describe('versionActs', () => {
  it.each([
    ['draft', ['send-for-review']],
    ['in-review', ['review']],
    ['approved', ['activate']],
    ['active', ['deactivate']],
    ['superseded', ['roll-back']],
    ['retired', ['activate']],
    ['rejected', []],
  ] as const)('offers for %s: %j', (state, acts) => {
    expect(versionActs(rule, { version: 1, state }, admin)).toEqual(acts);
  });

  it('offers nothing a right is missing for', () => {
    expect(versionActs(rule, { version: 1, state: 'approved' }, { ask: '*' })).toEqual([]);
    expect(versionActs(rule, { version: 1, state: 'approved' }, { activate: ['product'] })).toEqual([]);
  });
});
