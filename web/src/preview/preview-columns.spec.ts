import { allColumns, previewColumns } from './preview-columns';
import { changesByPath, displayValue } from './display-value';

const field = (name: string, type: 'text' | 'number' | 'list' = 'text') => ({
  name,
  label: name.toUpperCase(),
  type,
  reading: { type },
});
const type = {
  key: 'id',
  fields: [field('note'), field('id'), field('name'), field('revenue', 'number'), field('tags', 'list')],
};

describe('previewColumns', () => {
  it('shows the key, a name, what is read and what is written', () => {
    const columns = previewColumns(type, { condition: { '>': [{ var: 'revenue' }, 1] } }, [
      { path: 'tags', add: 'VIP' },
    ]);
    expect(columns.map(column => column.name)).toEqual(['id', 'name', 'note', 'revenue', 'tags']);
    expect(columns[0]).toMatchObject({ isKey: true, label: 'ID' });
  });

  it('lists every field once, the key first', () => {
    expect(allColumns(type).map(column => column.name)).toEqual(['id', 'note', 'name', 'revenue', 'tags']);
  });
});

describe('changesByPath', () => {
  it('gathers tags and keeps the first and last of several writes', () => {
    expect(
      changesByPath([
        { path: 'tags', add: 'VIP' },
        { path: 'name', from: ' a ', to: 'a' },
        { path: 'tags', remove: 'Old' },
        { path: 'name', from: 'a', to: 'A' },
      ]),
    ).toEqual([
      { path: 'tags', added: ['VIP'], removed: ['Old'] },
      { path: 'name', added: [], removed: [], written: { from: ' a ', to: 'A' } },
    ]);
  });
});

describe('displayValue', () => {
  it.each([
    [null, undefined],
    ['', undefined],
    [[], undefined],
    [['a', 'b'], 'a, b'],
    [2024, '2024'],
    [1234567.5, '1,234,567.5'],
    ['007', '007'],
    [false, 'false'],
    [{ a: 1 }, '{"a":1}'],
  ])('shows %j as %s', (value, text) => {
    expect(displayValue(value)).toBe(text);
  });
});
