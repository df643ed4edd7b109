import { readFieldChanges } from './read-field-changes';

const problemsOf = (...fields: unknown[]) => {
  const read = readFieldChanges(fields);
  return read.ok ? [] : read.error.map(({ at, message }) => [at, message]);
};

describe('changes of fields', () => {
  it('take a reading by its parts', () => {
    expect(problemsOf({ name: 'price', reading: { type: 'number', decimalMark: ',' } })).toEqual([]);
  });

  it('name the part of a reading that there is not, and those there are', () => {
    const [problem] = problemsOf({ name: 'price', reading: { type: 'number', decimal: ',' } });
    expect(problem?.[0]).toBe('/fields/0/reading/decimal');
    expect(problem?.[1]).toMatch(/no "decimal"; it has type, decimalMark/);
  });

  it('name the part of a reading that is not as it must be', () => {
    expect(problemsOf({ name: 'price', reading: { decimalMark: ';' } })).toEqual([
      ['/fields/0/reading/decimalMark', '"decimalMark" is not as expected.'],
    ]);
    expect(problemsOf({ name: 'price', reading: 'number' })).toEqual([
      ['/fields/0/reading', '"reading" is not as expected.'],
    ]);
  });
});
