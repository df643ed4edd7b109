import fc from 'fast-check';
import { includesText, SHORT_PART } from './includes-text';

it('finds a part exactly where it is, however long', () => {
  // Few letters, so that beginnings of the part are met again and again.
  const text = fc.array(fc.constantFrom('a', 'ab', 'aab', 'b'), { maxLength: 40 }).map(pieces => pieces.join(''));
  fc.assert(
    fc.property(text, text, fc.integer({ min: 0, max: 3 * SHORT_PART }), (around, part, length) => {
      const long = part.repeat(SHORT_PART) || 'a'.repeat(SHORT_PART + 1);
      const sought = long.slice(0, SHORT_PART + 1 + length);
      expect(includesText(`${around}${sought}${around}`, sought)).toBe(true);
      const other = `${around}${long.slice(1, SHORT_PART + length)}${around}`;
      expect(includesText(other, sought)).toBe(other.includes(sought));
    }),
    { numRuns: 300, seed: 20_260_115 },
  );
});
