import type { RecordType } from '@lib/rules';

import type { Dependant } from './dependants';
import { changeRecordType, type RecordTypeChange } from './record-type-change';

const text = (name: string) => ({ name, label: name, type: 'text', reading: { type: 'text' } }) as const;
const recordType: RecordType = {
  name: 'customer',
  key: 'id',
  fields: [
    text('id'),
    text('country'),
    {
      name: 'revenue',
      label: 'Revenue',
      type: 'number',
      reading: { type: 'number', decimalMark: ',', emptyWords: ['-'] },
      unit: 'EUR',
    },
  ],
};
const rule: Dependant = {
  rule: 'r',
  version: 1,
  name: 'Big',
  state: 'active',
  reads: ['revenue'],
  names: [],
  writes: ['tags', 'country'],
};

describe('a change of a record type', () => {
  const change = (wanted: RecordTypeChange, rules: readonly Dependant[] = [rule]) =>
    changeRecordType(recordType, wanted, rules);

  it.each<[string, RecordTypeChange]>([
    ['the label', { label: 'Customers' }],
    ['the key', { key: 'country' }],
    [
      'words about a field in use',
      {
        fields: [
          {
            name: 'revenue',
            label: 'Turnover',
            synonyms: ['sales'],
            description: 'x',
            unit: null,
            sensitivity: 'personal',
          },
        ],
      },
    ],
    ['how a field nobody uses is read', { fields: [{ name: 'id', type: 'number' }] }],
    ['a field nobody uses, away', { fields: [{ name: 'id', remove: true }] }],
  ])('may touch %s', (_, wanted) => {
    expect(change(wanted).ok).toBe(true);
  });

  it.each<[string, RecordTypeChange]>([
    ['reads a field in use differently', { fields: [{ name: 'revenue', reading: { decimalMark: '.' } }] }],
    ['gives a field in use another type', { fields: [{ name: 'revenue', type: 'text' }] }],
    ['takes a field in use away', { fields: [{ name: 'revenue', remove: true }] }],
    ['locks a field that is written', { fields: [{ name: 'country', writable: false }] }],
    ['puts tags elsewhere', { tagsField: 'labels' }],
  ])('is refused where it %s, with the rules named', (_, wanted) => {
    expect(change(wanted)).toEqual({ ok: false, error: { kind: 'in-use', rules: [rule] } });
    expect(change(wanted, []).ok).toBe(true);
  });

  it('keeps of a reading what fits the new type', () => {
    const changed = change({ fields: [{ name: 'revenue', type: 'text' }] }, []);
    expect(changed.ok && changed.value).toMatchObject({ readsDifferently: true });
    expect(changed.ok && changed.value.recordType.fields[2]?.reading).toEqual({ type: 'text', emptyWords: ['-'] });
  });

  it('takes the key away with its field', () => {
    const changed = change({ fields: [{ name: 'id', remove: true }] });
    expect(changed.ok && changed.value.recordType.key).toBeUndefined();
  });

  it.each(['revenue', 'country', '__proto__', 'a.b.constructor', '', ' ', 'a b', 'country.tags'])(
    'puts tags into no field such as "%s"',
    tagsField => {
      const refused = { ok: false, error: { kind: 'no-tags-field', field: tagsField } };
      expect(change({ tagsField }, [])).toEqual(refused);
    },
  );

  it('puts tags into a list, which then stays one', () => {
    const asList = change({ tagsField: 'country', fields: [{ name: 'country', type: 'list' }] }, []);
    if (!asList.ok) throw new Error(asList.error.kind);
    expect(asList.value.recordType.tagsField).toBe('country');
    expect(changeRecordType(asList.value.recordType, { fields: [{ name: 'country', type: 'text' }] }, [])).toEqual({
      ok: false,
      error: { kind: 'no-tags-field', field: 'country' },
    });
  });

  it('names a field there is none of', () => {
    expect(change({ fields: [{ name: 'nope', label: 'x' }] })).toEqual({
      ok: false,
      error: { kind: 'unknown-field', field: 'nope' },
    });
    expect(change({ key: 'nope' })).toEqual({ ok: false, error: { kind: 'unknown-field', field: 'nope' } });
  });
});
