import { placeOfText } from './places';
import { keyOf, TextPlaces } from './text-places';

const TEXTS = [
  ...['', '-', ',', '+', 'I', 'J', 'é', 'ü', 'éa', 'ü-', '\u0000', '\uffff', 'Rome', 'Romulus'],
  ...['2024', '2024-', '2024-03', '2024-03-1', '2024-03-15', '2024-03-15 ', '2024-03-15Z', '2024-03-15T10:00:00Z'],
  ...['2024-03-15T09:00:00Z', '2024-03-16', '2024-12-31', '2023-12-31T23:59:59.999Z', '+2024-03-15', '2024/03/15'],
];

describe('TextPlaces', () => {
  it('makes keys that keep the order of texts', () => {
    const keys = [...TEXTS].sort((a, b) => (a < b ? -1 : 1)).map(keyOf);
    expect(keys).toEqual([...keys].sort((a, b) => a - b));
    expect(keyOf('2024-03-15')).toBeLessThan(keyOf('2024-03-16'));
  });

  it.each([2, 3, 5])('finds the same places as comparing texts does, among every %i-th of them', every => {
    const given = TEXTS.filter((_, i) => i % every === 0);
    const places = new TextPlaces();
    for (const text of [...given, ...given]) places.add(text);
    places.lay();
    const ends = [...given].sort((a, b) => (a < b ? -1 : 1));
    expect(places.last).toBe(2 * ends.length);
    expect(TEXTS.map(text => places.placeOf(text))).toEqual(TEXTS.map(text => placeOfText(ends, text)));
  });
});
