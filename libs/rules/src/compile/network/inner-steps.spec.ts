import { type InnerStep, readInner } from './inner-steps';

const RECORD = 0;
const STEPS: readonly InnerStep[] = [
  { step: 1, from: RECORD, name: 'city', isPlain: true },
  { step: 2, from: 1, name: 'length', isPlain: true },
  { step: 3, from: RECORD, name: 'toString', isPlain: false },
  { step: 4, from: -1, name: '__proto__', isPlain: false },
  { step: 5, from: RECORD, name: '"];\u2028', isPlain: true },
];

describe.each([
  ['as generated code', true],
  ['one by one', false],
])('steps inside of a record, %s', (_, generate) => {
  const read = readInner(STEPS, generate);

  function valuesOf(source: unknown, record: object = {}): readonly unknown[] {
    const values: unknown[] = [source];
    read(values, record);
    return values.slice(1);
  }

  it.each([
    ['an object', { city: 'Rome', '"];\u2028': 7 }, ['Rome', 4, undefined, undefined, 7]],
    ['an object with a name that others inherit', { toString: 1 }, [undefined, undefined, 1, undefined, undefined]],
    ['a list in it', { city: ['a', 'b'] }, [['a', 'b'], 2, undefined, undefined, undefined]],
    ['a text', 'Rome', [undefined, undefined, undefined, undefined, undefined]],
    ['null', null, [undefined, undefined, undefined, undefined, undefined]],
    ['nothing', undefined, [undefined, undefined, undefined, undefined, undefined]],
  ])('lead through %s', (__, source, expected) => {
    expect(valuesOf(source)).toEqual(expected);
  });

  it('see a name of the record only where it is its own', () => {
    expect(valuesOf(null)[3]).toBeUndefined();
    expect(valuesOf(null, JSON.parse('{"__proto__": 5}') as object)[3]).toBe(5);
  });
});
