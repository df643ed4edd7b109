import * as fc from 'fast-check';
import { entriesOf, type EntryTable, EntryTableBuilder, hasEntry } from './entry-table';

function tableOf(texts: readonly string[]): EntryTable {
  const builder = new EntryTableBuilder(texts.length);
  texts.forEach(text => builder.add(text));
  return builder.build('sha');
}

it('holds exactly what was taken in, as a set of texts in NFC does', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' })), fc.array(fc.string({ unit: 'binary' })), (inside, asked) => {
      const table = tableOf(inside);
      const set = new Set(inside.map(text => text.normalize('NFC')));
      expect([...entriesOf(table)]).toEqual([...set]);
      for (const text of [...inside, ...asked]) expect(hasEntry(table, text)).toBe(set.has(text.normalize('NFC')));
    }),
  );
});

it('says which entries came before', () => {
  const builder = new EntryTableBuilder(3);
  expect(['a', 'é', 'e\u0301'].map(text => builder.add(text))).toEqual([true, true, false]);
});

it('looks at a step or two, whatever its size', () => {
  for (const size of [10, 100_000]) {
    const table = tableOf(Array.from({ length: size }, (_, i) => `supplier ${i}`));
    const runs: number[] = [];
    let run = 0;
    for (const slot of table.slots) {
      if (slot !== 0) run++;
      else if (run > 0) [runs[runs.length], run] = [run, 0];
    }
    // The mean square of the runs of taken slots bounds the steps of a search.
    const steps = runs.reduce((sum, length) => sum + length * length, 0) / table.slots.length;
    expect(steps).toBeLessThan(3);
  }
});
