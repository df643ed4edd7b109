import type { Imported } from '../api/contracts';
import { importNotes } from './import-notes';

const IMPORTED: Imported = {
  recordType: {
    name: 'machine',
    key: 'serial',
    fields: [{ name: 'serial', label: 'Serial', type: 'text', reading: { type: 'text' } }],
  },
  imported: 2,
  replaced: 0,
  rejected: [],
  rejectedCount: 0,
  asText: [],
  assumed: [],
} as unknown as Imported;

describe('importNotes', () => {
  it('has nothing to say where all was clear', () => {
    expect(importNotes(IMPORTED)).toEqual([]);
  });

  it('says what gave way, what is text because of a few values, and what was taken for granted', () => {
    expect(
      importNotes({
        ...IMPORTED,
        replaced: 250,
        asText: [{ field: 'end', label: 'Warranty End', otherwise: 'date', count: 6, lines: [2, 3, 4, 5, 6] }],
        assumed: [
          {
            field: 'due',
            label: 'Due',
            about: 'day-order',
            taken: 'MM/DD/YYYY',
            other: 'DD/MM/YYYY',
            example: '01/02/2026',
            readAs: '2026-01-02',
          },
          {
            field: 'price',
            label: 'Price',
            about: 'decimal-mark',
            taken: '.',
            other: ',',
            example: '1.234',
            readAs: 1.234,
          },
        ],
      }),
    ).toEqual([
      '250 records that were there gave way to new ones with the same Serial.',
      '“Warranty End” is read as text: it would be a date, but 6 values are none (line 2, 3, 4, 5, 6 …).',
      '“Due” does not say how it is written: 01/02/2026 is read as 2026-01-02 (as MM/DD/YYYY, not DD/MM/YYYY). If that is wrong, an admin can change how the field is read.',
      '“Price” does not say how it is written: 1.234 is read as 1.234 (with “.” as the decimal mark, not “,”). If that is wrong, an admin can change how the field is read.',
    ]);
  });
});
