import { may } from './may';
import { passwordFault } from './password-fault';
import { readPersonas } from './read-personas';

describe('may', () => {
  it.each([
    [{ ask: '*' }, 'customer', true],
    [{ ask: ['*'] }, 'customer', true],
    [{ ask: ['customer'] }, 'customer', true],
    [{ ask: ['customer'] }, 'product', false],
    [{ ask: ['customer'] }, undefined, true],
    [{ ask: [] }, undefined, false],
    [{}, 'customer', false],
  ])('%j for %s: %s', (rights, recordType, allowed) => {
    expect(may(rights, 'ask', recordType)).toBe(allowed);
  });
});

describe('passwordFault', () => {
  it('wants length first, then the same again', () => {
    expect(passwordFault('short', 'short')?.at).toBe('password');
    expect(passwordFault('long enough 12', 'long enough 13')?.at).toBe('repeated');
    expect(passwordFault('long enough 12', 'long enough 12')).toBeUndefined();
  });
});

describe('readPersonas', () => {
  it('takes names alone and names with words', () => {
    expect(readPersonas(['steward', { persona: 'admin', name: 'Alex Admin' }])).toMatchObject([
      { persona: 'steward', name: 'Data steward' },
      { persona: 'admin', name: 'Alex Admin', description: expect.any(String) },
    ]);
  });

  it('is empty where there are none', () => {
    expect(readPersonas(undefined)).toEqual([]);
    expect(readPersonas([7, null])).toEqual([]);
  });
});
