import { FieldReader } from './field-reader';

describe('FieldReader', () => {
  const PATHS = ['a', 'b', 'c', 'address.city', 'toString', 'address'];

  function readerOf(paths: readonly string[]): (record: object) => readonly unknown[] {
    const fields = new FieldReader();
    const steps = paths.map(path => fields.stepTo(path.split('.')));
    return record => {
      fields.read(record, Object.getPrototypeOf(record) !== null);
      return steps.map(step => fields.values[step]);
    };
  }

  it.each([
    ['in the order they came in before', { a: 1, b: 2, c: 3 }, [1, 2, 3]],
    ['in another order', { c: 3, b: 2, a: 1 }, [1, 2, 3]],
    ['some of them', { b: 2 }, [undefined, 2, undefined]],
    ['behind a name that is new', { x: 0, a: 1, y: 0, c: 3 }, [1, undefined, 3]],
    ['none', {}, [undefined, undefined, undefined]],
  ])('meets fields %s', (_, record, expected) => {
    const read = readerOf(PATHS);
    read({ a: 'x', b: 'y', z: 0, c: 'z', address: { city: 'Rome' }, toString: 'own' });
    const city = (expected as unknown[]).concat(undefined, undefined, undefined);
    expect(read(record)).toEqual(city);
    expect(read(record)).toEqual(city);
  });

  it('leaves nothing of the record before', () => {
    const read = readerOf(PATHS);
    const address = { city: 'Rome' };
    expect(read({ a: 1, address, toString: 't' })).toEqual([1, undefined, undefined, 'Rome', 't', address]);
    expect(read({ address: null })).toEqual([undefined, undefined, undefined, undefined, undefined, null]);
  });

  it('sees own fields that are not enumerated, and nothing inherited', () => {
    const read = readerOf(PATHS);
    const record = Object.defineProperty({ b: 2 }, 'a', { value: 1, enumerable: false });
    expect(read(record).slice(0, 2)).toEqual([1, 2]);
    expect(read(Object.assign(Object.create(null), record)).slice(0, 2)).toEqual([undefined, 2]);
    expect(read({})[4]).toBeUndefined();
  });

  it('reads records of many more names than are wanted, and of thousands', () => {
    const read = readerOf(['n0', 'n700', 'missing']);
    const wide = Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`n${i}`, i]));
    for (let i = 0; i < 3; i++) expect(read(wide)).toEqual([0, 700, undefined]);
    expect(read({ n700: 'x' })).toEqual([undefined, 'x', undefined]);
  });

  it('meets a field that is wanted only once its name was seen', () => {
    const fields = new FieldReader();
    const [a, b] = [fields.stepTo(['a']), fields.stepTo(['b'])];
    fields.read({ a: 1, late: 2, b: 3 }, true);
    const late = fields.stepTo(['late']);
    fields.read({ a: 1, late: 2, b: 3 }, true);
    expect([a, b, late].map(step => fields.values[step])).toEqual([1, 3, 2]);
  });
});
