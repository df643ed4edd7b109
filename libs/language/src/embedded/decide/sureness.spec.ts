import type { Meaning } from '../meaning/meaning';
import { surenessOf } from './sureness';

const linked = (score: number): Meaning =>
  ({ kind: 'test', field: { name: 'status' }, test: { is: 'empty' }, score, spans: [] }) as unknown as Meaning;

describe('how sure a meaning is', () => {
  test('one that names its fields is sure, one by a synonym is under nine in ten', () => {
    expect(surenessOf(linked(1))).toBe(1);
    expect(surenessOf(linked(0.95))).toBeGreaterThanOrEqual(0.9);
    expect(surenessOf(linked(0.9))).toBeLessThan(0.9);
  });

  test('every link counts, also a denied one', () => {
    const both: Meaning = { kind: 'and', items: [linked(0.9), { kind: 'not', item: linked(0.9) }] };
    expect(surenessOf(both)).toBeCloseTo(surenessOf(linked(0.9)) ** 2);
  });
});
