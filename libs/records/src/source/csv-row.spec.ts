import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { splitCsvRow, writeCsvCell } from './csv-row';

describe('splitCsvRow', () => {
  it('cuts every row that csv-parse accepts as csv-parse does', () => {
    const piece = fc.constantFrom('a', 'b c', '"', '""', ';', '\n', 'ü', ' ', "'", '1,5');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), pieces => {
        const text = pieces.join('');
        const row = splitCsvRow(text, 0, ';', '\n');
        let reference: readonly string[] | undefined;
        try {
          const options = { delimiter: ';', record_delimiter: '\n', relax_column_count: true };
          const rows: unknown = parse(text, options);
          reference = (rows as string[][])[0];
        } catch {
          reference = undefined;
        }
        if (typeof row === 'string' || reference === undefined) return;
        expect(row.values).toEqual(reference);
      }),
      { numRuns: 2000 },
    );
  });

  it('reads back every cell that is written', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.boolean()), { minLength: 1, maxLength: 5 }), cells => {
        const text = cells.map(([value, isQuoted]) => writeCsvCell(value, ';', isQuoted)).join(';');
        const row = splitCsvRow(text, 0, ';', '\n');
        expect(typeof row === 'string' ? row : row.values).toEqual(cells.map(([value]) => value));
      }),
    );
  });
});
