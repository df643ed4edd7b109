import { tagsFieldOf, type Change, type DataRecord, type JsonValue, type RecordType, type Result } from '@lib/rules';
import fc from 'fast-check';
import { importRecords } from '../import-records';
import { compileReading } from '../reading/compile-reading';
import { readRecords } from '../source/read-records';
import { editJson } from './edit-json';
import { openRecordWriter, type UnwritableText, type WriterOptions } from './record-writer';
import type { Written } from './text-editor';

async function* inChunks(bytes: Buffer, size = 1000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function typeOf(bytes: Buffer): Promise<RecordType> {
  const result = await importRecords(inChunks(bytes), { name: 'customer' });
  if (!result.ok) throw new Error(result.error.message);
  return result.value.recordType;
}

/** Applies `change` to every read record and gives the file back. */
async function rewrite(
  bytes: Buffer,
  recordType: RecordType,
  change: (record: DataRecord) => Record<string, unknown> | undefined,
  options: Partial<WriterOptions> = {},
  chunk = 1000,
): Promise<Buffer> {
  const source = readRecords(inChunks(bytes, chunk));
  const mayWrite = options.mayWrite ?? [tagsFieldOf(recordType)];
  const writer = openRecordWriter(source, { recordType, mayWrite, ...options });
  const read = compileReading(recordType);
  const parts: Uint8Array[] = [];
  for await (const batch of source.batches()) {
    for (const item of batch) {
      if (item.kind === 'rejected') expectWritten(writer.write(item));
      else {
        const { record } = read(item.raw);
        const changed = change(record);
        expectWritten(writer.write(item, changed && outcomeOf(record, changed)));
      }
    }
    parts.push(writer.take());
  }
  parts.push(writer.end());
  return Buffer.concat(parts);
}

function expectWritten(written: Result<true, UnwritableText>): void {
  if (!written.ok) throw new Error(written.error.message);
}

function outcomeOf(record: DataRecord, changed: Record<string, unknown>): Written {
  const result = structuredClone(record) as Record<string, any>;
  const changes: Change[] = [];
  for (const [path, value] of Object.entries(changed)) {
    const steps = path.split('.');
    let place = result;
    for (const step of steps.slice(0, -1)) place = place[step] ??= {};
    place[steps.at(-1)!] = value;
    changes.push({ rule: 'r', action: 0, path, from: null, to: value as string });
  }
  return { record: result, changes };
}

describe('openRecordWriter', () => {
  describe('what windows-1252 has no byte for', () => {
    const tagging = async (file: Buffer, tag: string): Promise<Buffer> => {
      const recordType = await typeOf(file);
      return rewrite(file, recordType, ({ id }) => (id === 'b' ? { tags: [tag] } : undefined), {}, 100_000);
    };
    const csv = Buffer.from('id,name,tags\na,Müller,\nb,Meier,\n', 'latin1');

    it('is refused by line and character', async () => {
      const message = 'Line 3 cannot be written: a rule puts "漢" into it';
      await expect(tagging(csv, 'VIP 漢字')).rejects.toThrow(message);
      await expect(tagging(Buffer.from('id,name\na,Müller\nb,Meier\n', 'latin1'), '漢字')).rejects.toThrow(message);
      const lines = Buffer.from('{"id":"a","name":"Müller"}\n\n{"id":"b"}\n', 'latin1');
      await expect(tagging(lines, '漢字')).rejects.toThrow(message);
      await expect(tagging(csv, '😀')).rejects.toThrow('"😀"');
    });

    it('is all that is refused', async () => {
      expect((await tagging(csv, '€ Größe')).toString('latin1')).toBe('id,name,tags\na,Müller,\nb,Meier,\x80 Größe\n');
      expect((await tagging(Buffer.from('id,name\na,Müller\nb,x\n'), '漢字')).toString()).toContain('b,x,漢字');
    });

    it('is refused where the file shows its encoding only later', async () => {
      const rows = Array.from({ length: 20_000 }, (_, index) => `r${index},x,`);
      const file = Buffer.from(['id,name,tags', 'b,x,', ...rows, 'z,Müller,', ''].join('\n'), 'latin1');
      await expect(tagging(file, 'Größe')).rejects.toThrow('Line 2 cannot be written: a rule puts "ö" into it');
    });
  });

  it('writes CSV cells in the way of their field and leaves the rest', async () => {
    // In windows-1252 the euro sign is byte 0x80.
    const lines = [
      'Nr;Umsatz (EUR);Seit;Aktiv;Preis',
      '"a";1.500,50;31.12.2025;Ja;5,00 \x80',
      'b;"2,5";01.02.2024;Nein;7,50 \x80',
      'ragged',
      'ü;3;05.06.2023;Ja;1 \x80',
    ];
    const file = Buffer.from(lines.join('\r\n'), 'latin1');
    const recordType = await typeOf(file);
    const written = await rewrite(file, recordType, record => {
      if (record['Nr'] === 'b') return { umsatz: 7, tags: [] };
      if (record['Nr'] !== 'a') return undefined;
      return { umsatz: 1234567.25, Seit: '2026-01-05', Aktiv: false, Preis: 12.5, tags: ['VIP', 'neu'] };
    });
    expect(written.toString('latin1').split('\r\n')).toEqual([
      'Nr;Umsatz (EUR);Seit;Aktiv;Preis;tags',
      '"a";1.234.567,25;05.01.2026;Nein;12,5 \x80;VIP|neu',
      'b;"7";01.02.2024;Nein;7,50 \x80;',
      'ragged',
      'ü;3;05.06.2023;Ja;1 \x80;',
    ]);
  });

  it('adds no column where nothing changes, and a column at the end where something does', async () => {
    const file = Buffer.from('\ufeffid,name\n1,"A ""x"""\n\n2,B', 'utf8');
    const recordType = await typeOf(file);
    expect((await rewrite(file, recordType, () => undefined)).equals(file)).toBe(true);
    const tagged = await rewrite(
      file,
      recordType,
      record => (record['id'] === '2' ? { tags: ['VIP'] } : undefined),
      {},
      3,
    );
    expect(tagged.toString()).toBe('\ufeffid,name,tags\n1,"A ""x""",\n\n2,B,VIP');
    const early = await rewrite(file, recordType, () => undefined, { holdLength: 0 });
    expect(early.toString()).toBe('\ufeffid,name,tags\n1,"A ""x""",\n\n2,B,');
  });

  it('edits NDJSON in place', async () => {
    const file = Buffer.from(
      '{"id": 9007199254740993, "tags": ["a", "b"], "x":1.0}\r\n\r\n{"id":2,"since":"31.12.2025","Billing Address":{"Zip Code":"01067"}}\nbroken\n{}\n',
    );
    const recordType = await typeOf(file);
    const written = await rewrite(file, recordType, record => ({
      tags: [...((record['tags'] as string[]) ?? []), 'VIP'],
      ...(record['since'] ? { since: '2026-01-05', 'billingAddress.zipCode': '04109' } : {}),
    }));
    expect(written.toString().split('\n')).toEqual([
      '{"id": 9007199254740993, "tags": ["a", "b", "VIP"], "x":1.0}\r',
      '\r',
      '{"id":2,"since":"05.01.2026","Billing Address":{"Zip Code":"04109"},"tags":["VIP"]}',
      'broken',
      '{"tags":["VIP"]}',
      '',
    ]);
  });

  it('edits a JSON array in place', async () => {
    const file = Buffer.from('[\n  {\n    "id": 1,\n    "n": 1.50\n  },\n  { "id": 2 }\n]\n');
    const recordType = await typeOf(file);
    const written = await rewrite(file, recordType, () => ({ tags: ['VIP', 'x'] }));
    expect(written.toString()).toBe(
      '[\n  {\n    "id": 1,\n    "n": 1.50,\n    "tags": ["VIP", "x"]\n  },\n  { "id": 2, "tags": ["VIP", "x"] }\n]\n',
    );
  });

  it('gives any file back as it was where no rule changes anything', async () => {
    const cell = fc.oneof(
      fc.constantFrom(
        '',
        '1',
        '2,5',
        '"a;b"',
        '"x""y"',
        'Ä',
        '€',
        ' ',
        'n/a',
        '31.12.2025',
        'ja',
        '007',
        '"\n"',
        'a"b',
      ),
      fc.string({ maxLength: 4 }),
    );
    const row = fc.array(cell, { minLength: 1, maxLength: 4 });
    const csv = fc
      .tuple(
        fc.array(row, { minLength: 1, maxLength: 8 }),
        fc.constantFrom(',', ';', '\t'),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.boolean(),
        fc.boolean(),
      )
      .map(
        ([rows, delimiter, eol, bom, last]) =>
          (bom ? '\ufeff' : '') + rows.map(cells => cells.join(delimiter)).join(eol) + (last ? eol : ''),
      );
    const json = fc.dictionary(fc.string({ maxLength: 5 }), fc.jsonValue({ maxDepth: 3 }), { maxKeys: 4 });
    const ndjson = fc
      .array(
        json.map(value => JSON.stringify(value)),
        { maxLength: 6 },
      )
      .map(lines => lines.join('\r\n'));
    const array = fc.array(json, { maxLength: 6 }).map(values => JSON.stringify(values, null, 2));
    const encoding = fc.constantFrom<BufferEncoding[]>('utf8', 'latin1');
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(csv, ndjson, array),
        encoding,
        fc.integer({ min: 1, max: 40 }),
        async (text, as, chunk) => {
          const file = Buffer.from(text, as);
          const result = await importRecords(inChunks(file, chunk), { name: 'thing' });
          if (!result.ok) return;
          const written = await rewrite(file, result.value.recordType, () => undefined, {}, chunk);
          expect(written.toString('hex')).toBe(file.toString('hex'));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('changes exactly the cells it is told to', async () => {
    const cell = fc.oneof(
      fc.constantFrom('', 'a', '"', ';', 'x"y', '\n', '\r\n', ' ', "'", 'ü', '\u{1f600}'),
      fc.string({ maxLength: 4 }),
    );
    const quote = (text: string, always: boolean): string =>
      always || /[;"\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 6 }),
        fc.boolean(),
        fc.constantFrom('\n', '\r\n'),
        cell,
        fc.nat(2),
        async (rows, always, eol, value, column) => {
          const names = ['a', 'b', 'c'];
          const lines = rows.map(cells => cells.map(text => quote(text, always)).join(';'));
          const file = Buffer.from(['a;b;c', ...lines].join(eol));
          const recordType: RecordType = {
            name: 't',
            fields: names.map(name => ({ name, label: name, type: 'text', reading: { type: 'text' } })),
          };
          const written = await rewrite(file, recordType, () => ({ [names[column]!]: value, tags: ['x'] }), {}, 7);
          const found: unknown[] = [];
          for await (const item of readRecords(inChunks(written)))
            found.push(item.kind === 'record' ? Object.values(item.raw) : item);
          expect(found).toEqual(
            rows.map(cells => [...cells.map((text, index) => (index === column ? value : text)), 'x']),
          );
        },
      ),
      { numRuns: 200 },
    );
  });

  it('changes exactly the JSON values it is told to', () => {
    const key = fc.constantFrom('a', 'b', 'c d', 'tags', '"', '\\', '__proto__');
    const inner = fc.jsonValue({ maxDepth: 1 });
    const record = fc.dictionary(key, fc.oneof(inner, fc.dictionary(key, inner, { maxKeys: 2 })), { maxKeys: 4 });
    fc.assert(
      fc.property(
        record,
        fc.array(key, { minLength: 1, maxLength: 2 }),
        fc.oneof(fc.jsonValue({ maxDepth: 1 }), fc.array(fc.string(), { maxLength: 3 })),
        fc.constantFrom(undefined, 1, 4),
        (object, path, value, indent) => {
          const text = JSON.stringify(object, null, indent);
          const edited = editJson(text, path, value as JsonValue);
          const expected = JSON.parse(text) as Record<string, unknown>;
          const set = (place: Record<string, unknown>, name: string, to: unknown): void => {
            Object.defineProperty(place, name, { value: to, enumerable: true, configurable: true, writable: true });
          };
          const [first, second] = path as [string, string | undefined];
          if (second === undefined) set(expected, first, value);
          else {
            const found = Object.hasOwn(expected, first) ? expected[first] : undefined;
            const isObject = found !== null && typeof found === 'object' && !Array.isArray(found);
            if (!isObject) set(expected, first, {});
            set(expected[first] as Record<string, unknown>, second, value);
          }
          expect(JSON.stringify(JSON.parse(edited))).toBe(JSON.stringify(JSON.parse(JSON.stringify(expected))));
        },
      ),
      { numRuns: 1000 },
    );
  });
});
