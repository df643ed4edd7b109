import { LEXICONS } from './languages';
import { KEYS, linesOf } from './messages';

const english = linesOf.get('en') ?? [];
const placesIn = (line: string): readonly string[] => [...new Set(line.match(/\{[01]\}/g))].sort();

describe.each(LEXICONS.map(({ language }) => language))('%s', language => {
  const lines = linesOf.get(language) ?? [];

  it('has every message', () => {
    expect(lines.filter(line => line.trim() !== '')).toHaveLength(KEYS.length);
  });

  it.each(KEYS.map((key, i) => ({ key, i })))('says the same pieces in $key', ({ i }) => {
    expect(placesIn(lines[i] ?? '')).toEqual(placesIn(english[i] ?? ''));
  });
});
