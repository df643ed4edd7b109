import { DatabaseFailure } from './database-failure';
import { WriteGate } from './write-gate';

const later = () => new Promise(resolve => setImmediate(resolve));

describe('the write gate', () => {
  it('lets one through at a time, in order', async () => {
    const gate = new WriteGate();
    const seen: string[] = [];
    const work = (name: string) => async () => {
      seen.push(`${name} in`);
      await later();
      seen.push(`${name} out`);
    };
    await Promise.all(['a', 'b', 'c'].map(name => gate.pass(work(name))));
    expect(seen).toEqual(['a in', 'a out', 'b in', 'b out', 'c in', 'c out']);
  });

  it('goes on after a failure', async () => {
    const gate = new WriteGate();
    await expect(gate.pass(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await gate.pass(() => Promise.resolve('yes'))).toBe('yes');
  });

  it('turns away who waits too long, and keeps the rest in line', async () => {
    const gate = new WriteGate(1);
    let end!: () => void;
    const first = gate.pass(() => new Promise<void>(resolve => (end = resolve)));
    await expect(gate.pass(() => Promise.resolve())).rejects.toBeInstanceOf(DatabaseFailure);
    const order: string[] = [];
    void first.then(() => order.push('first'));
    end();
    await gate.drain();
    await gate.pass(() => Promise.resolve(order.push('next')));
    expect(order).toEqual(['first', 'next']);
  });
});
