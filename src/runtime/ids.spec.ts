import { Ids } from './ids';
import { HeldWallClock } from './wall-clock';

describe('ids', () => {
  it('are UUIDs of version 7', () => {
    expect(new Ids(new HeldWallClock()).next()).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });

  it('sort in the order they were made: within a moment, over more than a counter holds, and when the clock goes back', () => {
    const clock = new HeldWallClock();
    const ids = new Ids(clock);
    const made = Array.from({ length: 70_000 }, () => ids.next());
    clock.advance(-5_000);
    made.push(ids.next());
    clock.advance(60_000);
    made.push(ids.next());
    expect(made).toEqual([...made].sort());
    expect(new Set(made).size).toBe(made.length);
  });
});
