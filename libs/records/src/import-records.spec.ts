import type { JsonValue, RecordType } from '@lib/rules';
import fc from 'fast-check';
import { importRecords, type ImportOptions } from './import-records';
import { compileReading } from './reading/compile-reading';

async function* inChunks(bytes: Buffer, size = 5000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function imported(text: string, options: Partial<ImportOptions> = {}) {
  const result = await importRecords(inChunks(Buffer.from(text)), { name: 'customer', ...options });
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

function fieldOf(recordType: RecordType, name: string) {
  return recordType.fields.find(field => field.name === name)!;
}

const numbered = (count: number, row: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => row(index)).join('\n');

async function* once(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** The same bytes each time, as evenly spread as random ones. */
function randomBytes(size: number): Buffer {
  let state = 12_345;
  const next = (): number => (state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0) >>> 16;
  return Buffer.from(Array.from({ length: size }, () => next() & 0xff));
}

describe('importRecords', () => {
  it('gives others their turn while it judges and profiles, field by field', async () => {
    let now = 0;
    // Whatever is done takes longer than a turn may.
    const clock = jest.spyOn(performance, 'now').mockImplementation(() => (now += 10));
    const turns = jest.spyOn(globalThis, 'setImmediate');
    try {
      const row = (index: number) => Array.from({ length: 100 }, (_, column) => `${index * column}`).join(',');
      await imported(`${Array.from({ length: 100 }, (_, column) => `c${column}`).join(',')}\n${row(1)}\n${row(2)}\n`);
      expect(turns.mock.calls.length).toBeGreaterThan(300);
    } finally {
      clock.mockRestore();
      turns.mockRestore();
    }
  });

  it('profiles every field over all records', async () => {
    const { recordType, imported: count } = await imported(
      'id,amount,since,country\na-1,5,2024-01-02,Germany\na-2,oops,2023-01-02,Germany\na-3,,,France\na-4,-2.5,2025-01-02,\n' +
        numbered(10, index => `b-${index},1,2024-01-02,Spain`),
    );
    expect(count).toBe(14);
    expect(fieldOf(recordType, 'amount').profile).toEqual({
      records: 14,
      filled: 13,
      unreadable: 1,
      distinct: 3,
      distinctIsExact: true,
      min: -2.5,
      max: 5,
      frequent: [
        { value: 1, count: 10 },
        { value: -2.5, count: 1 },
        { value: 5, count: 1 },
      ],
      frequentIsComplete: true,
      patterns: [
        { value: '9', count: 11 },
        { value: '-9.9', count: 1 },
      ],
    });
    expect(fieldOf(recordType, 'since').profile).toMatchObject({ min: '2023-01-02', max: '2025-01-02', filled: 13 });
    expect(fieldOf(recordType, 'country').profile).toMatchObject({ distinct: 3, minLength: 5, maxLength: 7 });
    expect(fieldOf(recordType, 'id').profile!.patterns).toEqual([{ value: 'a-9', count: 14 }]);
    expect(recordType.key).toBe('id');
  });

  it('keeps counting distinct values of a key beyond what it counts one by one', async () => {
    const { recordType, sample } = await imported(
      'id;group\n' + numbered(30_000, index => `K${index};${index % 20_000}`),
      {
        sampleSize: 50,
      },
    );
    expect(fieldOf(recordType, 'id').profile).toMatchObject({ distinct: 30_000, distinctIsExact: true });
    expect(recordType.key).toBe('id');
    expect(sample).toHaveLength(50);
    const again = await imported('id;group\n' + numbered(30_000, index => `K${index};${index % 20_000}`), {
      sampleSize: 50,
    });
    expect(again.sample).toEqual(sample);
  });

  it('gives a reading up when later records show that digits are names', async () => {
    const { recordType } = await imported('n,x\n' + numbered(6_000, index => `${index + 1},a`) + '\n007,a\n');
    expect(fieldOf(recordType, 'n')).toMatchObject({ type: 'text', profile: { filled: 6001, unreadable: 0 } });
    expect(fieldOf(recordType, 'n').profile!.min).toBeUndefined();
  });

  it('extends a record type: fields keep their reading, new ones are added, profiles grow', async () => {
    const first = await imported('Kunde Nr;Wert\n1;1,5\n2;2,5\n');
    const second = await imported('{"kundeNr":"3","wert":7,"neu":true}\n', { existing: first.recordType });
    expect(second.recordType.fields.map(({ name }) => name)).toEqual(['kundeNr', 'Wert', 'wert', 'neu']);
    const third = await imported('Kunde Nr;Wert;Ort\n3;10,5;Bonn\n', { existing: first.recordType });
    expect(third.recordType.fields.map(({ name }) => name)).toEqual(['kundeNr', 'Wert', 'Ort']);
    expect(fieldOf(third.recordType, 'Wert').profile).toMatchObject({
      records: 3,
      filled: 3,
      min: 1.5,
      max: 10.5,
      distinct: 3,
    });
    expect(fieldOf(third.recordType, 'Ort').profile).toMatchObject({ records: 3, filled: 1 });
    const fresh = await imported('Kunde Nr;Wert\n3;10,5\n', { existing: first.recordType, mode: 'replace' });
    expect(fieldOf(fresh.recordType, 'Wert').profile).toMatchObject({ records: 1, min: 10.5 });
  });

  it.each([['id,__proto__\n1,x\n2,y\n'], ['{"id":1,"__proto__":"x"}\n{"id":2,"__proto__":"y"}\n']])(
    'reads a column __proto__ under a name of its own: %j',
    async text => {
      const { recordType, sample } = await imported(text);
      expect(fieldOf(recordType, 'proto')).toMatchObject({ label: '__proto__', profile: { filled: 2, distinct: 2 } });
      expect(compileReading(recordType)(sample[0]!).record).toMatchObject({ proto: expect.stringMatching(/^[xy]$/) });
    },
  );

  it('says which element of an array is no record, and passes over marks between joined files', async () => {
    expect((await imported('[1,{"id":1},"x"]')).rejected).toEqual([
      { line: 1, message: 'Element 1: Not a JSON object.' },
      { line: 1, message: 'Element 3: Not a JSON object.' },
    ]);
    const joined = await imported('\ufeff{"id":1}\n\ufeff{"id":2}\n');
    expect(joined).toMatchObject({ imported: 2, rejected: [] });
  });

  it('says what is wrong with a file that holds no records', async () => {
    const codes = [];
    for (const text of ['', '\n\n', 'a,b\n', '12', '["a"', '\u0000']) {
      const result = await importRecords(inChunks(Buffer.from(text)), { name: 'x' });
      codes.push(result.ok ? 'ok' : result.error.code);
    }
    expect(codes).toEqual(['no-records', 'no-records', 'no-records', 'no-records', 'wrong-shape', 'wrong-encoding']);
    const wide = await importRecords(inChunks(Buffer.from('\ufeffa,b', 'utf16le')), { name: 'x' });
    expect(wide).toMatchObject({ ok: false, error: { code: 'wrong-encoding' } });
    const controller = new AbortController();
    controller.abort();
    const stopped = await importRecords(inChunks(Buffer.from('a\n1')), { name: 'x', signal: controller.signal });
    expect(stopped).toMatchObject({ ok: false, error: { code: 'aborted' } });
  });

  it('reads what it read again without changing it, and never fails on any records', async () => {
    const key = fc.oneof(
      fc.constantFrom('id', 'a.b', 'a', 'Amount (EUR)', 'tags', 'Ja Nein', '__proto__', 'constructor', 'toString', '0'),
      fc.string({ maxLength: 4 }),
    );
    const scalar = fc.oneof(
      fc.constantFrom<JsonValue[]>(
        '',
        '1,5',
        '1.234',
        '007',
        '31.12.2025',
        '2024-05-01T10:00:00+02:00',
        'ja',
        'nein',
        'n/a',
        'a;b',
        '5 €',
        ' ',
        null,
        true,
        0,
        1.5,
      ),
      fc.string({ maxLength: 5 }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
    );
    const value = fc.oneof(scalar, fc.array(scalar, { maxLength: 3 }), fc.dictionary(key, scalar, { maxKeys: 3 }));
    const records = fc.array(fc.dictionary(key, value, { maxKeys: 5 }), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(records, async found => {
        const { recordType, sample } = await imported(found.map(record => JSON.stringify(record)).join('\n'));
        const read = compileReading(recordType);
        for (const raw of sample) {
          const once = read(raw);
          const twice = read(once.record);
          expect(JSON.stringify(twice.record)).toBe(JSON.stringify(once.record));
          expect([...twice.unreadable].sort()).toEqual([...once.unreadable].sort());
        }
        expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
        expect(new Set(recordType.fields.map(({ name }) => name)).size).toBe(recordType.fields.length);
      }),
      { numRuns: 150 },
    );
  });

  it.each([
    ['random bytes', randomBytes(4_000)],
    ['a few random bytes', randomBytes(60)],
    ['a picture', Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'), randomBytes(500)])],
    ['what was compressed', Buffer.concat([Buffer.from('\x1f\x8b\x08\0\0\0\0\0\0\x03', 'latin1'), randomBytes(300)])],
    ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n')],
  ])('takes %s for no text, whatever it is said to be', async (_what, bytes) => {
    for (const format of [undefined, 'csv', 'ndjson', 'json'] as const) {
      const result = await importRecords(once(bytes), { name: 'thing', ...(format && { format }) });
      expect(result).toMatchObject({ ok: false, error: { code: 'wrong-encoding' } });
    }
  });

  it('says which new fields are text because of a few values, and where those stand', async () => {
    const rows = Array.from(
      { length: 20 },
      (_, i) => `${i},${i === 3 ? '007' : 100 + i},${i % 4 === 1 ? 'soon' : `2024-01-${10 + i}`},x${i}`,
    );
    const { asText } = await imported(`id,amount,since,name\n${rows.join('\n')}\n`);
    expect(asText).toEqual([
      { field: 'amount', label: 'amount', otherwise: 'number', count: 1, lines: [5] },
      { field: 'since', label: 'since', otherwise: 'date', count: 5, lines: [3, 7, 11, 15, 19] },
    ]);
    const mixed = await imported([1, 2, 3, 'a lot', 5].map(n => JSON.stringify({ n })).join('\n'));
    expect(mixed.asText).toEqual([{ field: 'n', label: 'n', otherwise: 'number', count: 1, lines: [4] }]);
    expect((await imported('a,b,c\n1,x,01\n2,y,02\n')).asText).toEqual([]);
  });

  it('says so too where the odd values are dates that no calendar has', async () => {
    const short = Array.from({ length: 20 }, (_, i) => (i < 15 ? `2026-01-${10 + i},${100 + i}` : '2026-02-30,n.v.x'));
    expect((await imported(`when,amt\n${short.join('\n')}\n`)).asText).toEqual([
      { field: 'when', label: 'when', otherwise: 'date', count: 5, lines: [17, 18, 19, 20, 21] },
      { field: 'amt', label: 'amt', otherwise: 'number', count: 5, lines: [17, 18, 19, 20, 21] },
    ]);
    const long = Array.from({ length: 250 }, (_, i) =>
      i % 4 === 0 ? '2026-02-30' : `2026-0${1 + (i % 9)}-1${i % 10}`,
    );
    expect((await imported(`Warranty End\n${long.join('\n')}\n`)).asText).toMatchObject([
      { label: 'Warranty End', otherwise: 'date', count: 63, lines: [2, 6, 10, 14, 18] },
    ]);
    const spoken = Array.from({ length: 20 }, (_, i) => (i < 14 ? `${10 + i}.01.2026` : '31.02.2026'));
    expect((await imported(`Since\n${spoken.join('\n')}\n`)).asText).toMatchObject([
      { label: 'Since', otherwise: 'date', count: 6 },
    ]);
  });

  it('says so too where they come long after the reading was settled', async () => {
    const rows = Array.from({ length: 3_000 }, (_, i) => (i < 2_500 ? String(i) : i === 2_600 ? '007' : String(i)));
    expect((await imported(`weight\n${rows.join('\n')}\n`)).asText).toEqual([
      { field: 'weight', label: 'weight', otherwise: 'number', count: 1, lines: [] },
    ]);
  });

  it('says what was taken where values can be read in two ways', async () => {
    const { assumed } = await imported('id,due,price,paid\na,01/02/2026,1.234,3\nb,03/04/2026,2.500,4\n');
    expect(assumed).toEqual([
      {
        field: 'due',
        label: 'due',
        about: 'day-order',
        taken: 'MM/DD/YYYY',
        other: 'DD/MM/YYYY',
        example: '01/02/2026',
        readAs: '2026-01-02',
      },
      {
        field: 'price',
        label: 'price',
        about: 'decimal-mark',
        taken: '.',
        other: ',',
        example: '1.234',
        readAs: 1.234,
      },
    ]);
  });

  it.each([
    ['one value tells', 'due,price\n01/02/2026,1.234\n25/02/2026,2.50\n'],
    ['both ways come to the same', 'due,price\n02/02/2026,100\n03/03/2026,200\n'],
    ['an amount below one is a fraction', 'due,price\n2026-01-02,0.125\n2026-01-03,0.250\n'],
  ])('takes nothing for granted where %s', async (_what, csv) => {
    expect((await imported(csv)).assumed).toEqual([]);
  });

  it('takes nothing for granted of fields that were there', async () => {
    const { recordType } = await imported('due\n01/02/2026\n03/04/2026\n');
    const again = await importRecords(once(Buffer.from('due\n05/06/2026\n')), { name: 'thing', existing: recordType });
    expect(again).toMatchObject({ ok: true, value: { assumed: [] } });
  });

  it('reads records keyed by header and by name alike', async () => {
    const { recordType } = await imported('Annual Spend (EUR);Since\n1.500,5;31.12.2025\n2,5;01.02.2024\n');
    const read = compileReading(recordType);
    const expected = { record: { annualSpend: 1500.5, Since: '2025-12-31' }, unreadable: [] };
    expect(read({ 'Annual Spend (EUR)': '1.500,5', Since: '31.12.2025' })).toEqual(expected);
    expect(read({ annualSpend: 1500.5, Since: '2025-12-31' })).toEqual(expected);
    expect(read({ annualSpend: 'much', other: 1 })).toEqual({
      record: { annualSpend: 'much', other: 1 },
      unreadable: ['annualSpend'],
    });
  });
});
