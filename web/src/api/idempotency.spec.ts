import { IdempotencyKeys } from './idempotency';

describe('IdempotencyKeys', () => {
  let made: number;
  let keys: IdempotencyKeys;
  beforeEach(() => {
    made = 0;
    keys = new IdempotencyKeys(() => `key-${++made}`);
  });

  it('gives a second click the key of the first', () => {
    expect(keys.keyFor('/rules', { name: 'a' })).toBe(keys.keyFor('/rules', { name: 'a' }));
  });

  it('gives other content, and another act, a key of its own', () => {
    const one = keys.keyFor('/rules', { name: 'a' });
    expect(keys.keyFor('/rules', { name: 'b' })).not.toBe(one);
    expect(keys.keyFor('/rules/1/submission', { name: 'a' })).not.toBe(one);
  });

  it('lets an accepted act be done again', () => {
    const one = keys.keyFor('/activation', { version: 1 });
    keys.accepted('/activation', { version: 1 });
    expect(keys.keyFor('/activation', { version: 1 })).not.toBe(one);
  });
});
