import fc from 'fast-check';
import { jsonPlaces, placeOf } from './json-places';
import { prettyJson } from './pretty-json';

const TEXT = `{
  "condition": { "and": [
    { "==": [{ "var": "country" }, "Ger\\"many"] },
    true
  ] },
  "actions": []
}`;

describe('jsonPlaces', () => {
  const places = jsonPlaces(TEXT);

  it.each([
    ['', 1],
    ['/condition', 2],
    ['/condition/and/0', 3],
    ['/condition/and/0/==/1', 3],
    ['/condition/and/1', 4],
    ['/actions', 6],
  ])('finds %s on line %i', (pointer, line) => {
    expect(places.get(pointer)?.line).toBe(line);
  });

  it('cuts out exactly the value', () => {
    const place = places.get('/condition/and/0/==/1');
    expect(place && TEXT.slice(place.start, place.end)).toBe('"Ger\\"many"');
  });

  it('falls back to the nearest ancestor the text has', () => {
    expect(placeOf(places, '/condition/and/1/var')).toEqual(places.get('/condition/and/1'));
    expect(placeOf(places, '/priority')).toEqual(places.get(''));
  });

  it('holds every value of any JSON, however it is written', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.integer({ min: 0, max: 80 }), (value, width) => {
        const text = prettyJson(value, width);
        expect(JSON.stringify(JSON.parse(text))).toBe(JSON.stringify(value));
        for (const [, place] of jsonPlaces(text)) JSON.parse(text.slice(place.start, place.end));
      }),
    );
  });
});
