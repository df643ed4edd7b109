import fc from 'fast-check';
import { encodeText } from './encoding';
import { readRecords } from './read-records';
import type { ReadOptions, SourceItem } from './record-source';

async function* inChunks(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function readAll(input: string | Buffer, options: ReadOptions = {}, chunk = 7) {
  const source = readRecords(inChunks(Buffer.from(input as string), chunk), options);
  const items: SourceItem[] = [];
  for await (const item of source) items.push(item);
  const text = items.map(item => item.before + item.text).join('') + source.trailing;
  return { items, source, bytes: encodeText(text, source.layout?.encoding ?? 'utf-8') };
}

describe('readRecords', () => {
  it('reads quoted cells over several lines and counts lines', async () => {
    const { items } = await readAll('a;b\r\n"x\r\n""y""";1,5\r\n\r\nz;2\r\nshort\r\n"open;3\r\nlast;4');
    expect(items.map(item => [item.kind, item.line, item.kind === 'record' ? item.raw : item.message])).toEqual([
      ['record', 2, { a: 'x\r\n"y"', b: '1,5' }],
      ['record', 5, { a: 'z', b: '2' }],
      ['rejected', 6, 'The row has 1 value, the header has 2.'],
      ['rejected', 7, 'A quote is never closed.'],
      ['record', 8, { a: 'last', b: '4' }],
    ]);
  });

  it('gives every file back byte for byte', async () => {
    const piece = fc.constantFrom(
      'a',
      ',',
      ';',
      '"',
      '""',
      '\n',
      '\r\n',
      '\r',
      '\t',
      '|',
      'é',
      '€',
      '\u{1f600}',
      ' ',
      '{',
      '}',
      '[',
      ']',
      '"a":',
      '1',
      '\\',
      '\ufeff',
    );
    const bytes = fc.oneof(
      fc.array(piece, { maxLength: 60 }).map(parts => Buffer.from(parts.join(''))),
      fc.array(piece, { maxLength: 60 }).map(parts => Buffer.from(parts.join(''), 'latin1')),
      fc.uint8Array({ maxLength: 60 }).map(array => Buffer.from(array)),
    );
    const format = fc.constantFrom<ReadOptions['format'][]>('csv', 'ndjson', 'json', undefined);
    await fc.assert(
      fc.asyncProperty(
        bytes,
        format,
        fc.integer({ min: 1, max: 70 }),
        fc.constantFrom(5, 20, undefined),
        async (input, as, chunk, max) => {
          const result = await readAll(input, { format: as, maxLineBytes: max }, chunk);
          if (result.source.failure && !result.source.layout) return;
          const handed = result.source.failure ? input.subarray(0, result.bytes.length) : input;
          expect(result.bytes.equals(handed)).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('reads the same however the bytes arrive', async () => {
    const line = fc.constantFrom('a,b', '"x",1', '"x\ny",2', '"bad"x,3', 'only', '"a""b",c', '', 'ü,ß', '"never,4');
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { maxLength: 12 }),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.integer({ min: 1, max: 9 }),
        async (lines, eol, chunk) => {
          const text = ['h1,h2', ...lines].join(eol);
          const whole = await readAll(text, {}, 10_000);
          const parts = await readAll(text, {}, chunk);
          expect(parts.items).toEqual(whole.items);
        },
      ),
    );
  });

  it('keeps big integers as text and own __proto__ keys as data', async () => {
    const { items } = await readAll('{"id":9007199254740993,"n":1.5,"s":"12345678901234567890","__proto__":{"x":1}}\n');
    const raw = (items[0] as { raw: Record<string, unknown> }).raw;
    expect(raw.id).toBe('9007199254740993');
    expect(raw.s).toBe('12345678901234567890');
    expect(Object.keys(raw)).toContain('__proto__');
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it('refuses deep nesting, broken and overlong lines one by one', async () => {
    const deep = '{"a":'.repeat(10_000) + '1' + '}'.repeat(10_000);
    const { items } = await readAll(
      [deep, '{"a":', '[1]', `{"a":"${'x'.repeat(200_000)}"}`, '{"a":1}'].join('\n'),
      { maxLineBytes: 150_000 },
      1000,
    );
    expect(items.map(item => [item.line, item.kind])).toEqual([
      [1, 'rejected'],
      [2, 'rejected'],
      [3, 'rejected'],
      [4, 'rejected'],
      [5, 'record'],
    ]);
  });

  it('streams a JSON array', async () => {
    const { items, source } = await readAll('\ufeff[\n  {"a": "]}\\""},\n  {"a": 2}, oops,\n {"a":3}\n]\n');
    expect(items.map(item => [item.line, item.kind === 'record' ? item.raw : item.kind])).toEqual([
      [2, { a: ']}"' }],
      [3, { a: 2 }],
      [3, 'rejected'],
      [4, { a: 3 }],
    ]);
    expect(source.failure).toBeUndefined();
  });

  it('reads a header longer than a block once', async () => {
    const header = Array.from({ length: 10_000 }, (_, column) => `Column ${column} (EUR)`).join(',');
    const row = Array.from({ length: 10_000 }, (_, column) => `${column}`).join(',');
    const { items } = await readAll(`${header}\n${row}\n${row}\n`, { format: 'csv' }, 16_384);
    expect(items.map(item => [item.kind, item.line, item.text.length])).toEqual([
      ['record', 2, row.length],
      ['record', 3, row.length],
    ]);
  });

  it('refuses a million columns', async () => {
    const { source } = await readAll('a,'.repeat(1_000_000) + 'a\n1', {}, 65536);
    expect(source.failure?.code).toBe('line-too-long');
    const wide = await readAll('a,'.repeat(20_000) + 'a\n1', {}, 65536);
    expect(wide.source.failure?.code).toBe('too-many-columns');
  });
});
