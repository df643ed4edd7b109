import { someOf } from './some-of';

describe('someOf', () => {
  it('names all of a few, and the first of many with how many more there are', () => {
    expect(someOf(['a', 'b'])).toBe('a, b');
    expect(someOf([])).toBe('');
    const many = Array.from({ length: 3_000 }, (_, i) => `f${i}`);
    expect(someOf(many)).toBe(`${many.slice(0, 30).join(', ')} and 2,970 more`);
  });
});
