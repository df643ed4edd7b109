import { parseJson, parseJsonRecord } from './parse-json-record';

describe('parseJson', () => {
  it.each([
    ['{"a":1e400,"b":-1E+999}', { a: '1e400', b: '-1E+999' }],
    ['[12345678901234567890,-9007199254740993]', ['12345678901234567890', '-9007199254740993']],
    [
      '{"a":9007199254740991,"b":1e300,"c":0.1234567890123456789}',
      { a: 9007199254740991, b: 1e300, c: 0.12345678901234568 },
    ],
    [
      '{"1234567890123456789":"1e400 \\" 12345678901234567890"}',
      { '1234567890123456789': '1e400 " 12345678901234567890' },
    ],
  ])('keeps what is in %s', (text, value) => {
    expect(parseJson(text)).toEqual(value);
  });

  it('refuses half a megabyte of marks in a text that is never closed as soon as any other', () => {
    const text = `{"a":1234567890123456,"${'\\"'.repeat(500_000)}`;
    expect(parseJsonRecord(text, 100)).toMatchObject({ ok: false });
  });
});
