import { IDLE_MS, IdleLimit, Timers } from './idle-limit';

/** Time that passes only when told to. */
class HeldTimers extends Timers {
  private at = 0;
  private due: { readonly at: number; readonly act: () => void }[] = [];

  override now(): number {
    return this.at;
  }

  override after(ms: number, act: () => void): () => void {
    const entry = { at: this.at + ms, act };
    this.due.push(entry);
    return () => void (this.due = this.due.filter(other => other !== entry));
  }

  pass(ms: number): void {
    this.at += ms;
    const ready = this.due.filter(entry => entry.at <= this.at);
    this.due = this.due.filter(entry => entry.at > this.at);
    for (const { act } of ready) act();
  }

  get waiting(): number {
    return this.due.length;
  }
}

describe('IdleLimit', () => {
  it('ends what has not moved for its whole time, and nothing sooner', () => {
    const timers = new HeldTimers();
    const end = jest.fn();
    const idle = new IdleLimit(timers, end);
    timers.pass(IDLE_MS - 1);
    idle.touch();
    timers.pass(1);
    timers.pass(IDLE_MS - 2);
    expect(end).not.toHaveBeenCalled();
    timers.pass(1);
    expect(end).toHaveBeenCalledTimes(1);
  });

  it('leaves no timer behind once stopped', () => {
    const timers = new HeldTimers();
    const end = jest.fn();
    new IdleLimit(timers, end).stop();
    timers.pass(IDLE_MS * 2);
    expect(end).not.toHaveBeenCalled();
    expect(timers.waiting).toBe(0);
  });
});
