import { createHash } from 'node:crypto';
import { entriesOf } from '@lib/rules';

import { type EntryOptions, MAX_ENTRIES, readEntries } from './read-entries';

async function* bytes(text: string, size = 7): AsyncGenerator<Uint8Array> {
  const all = Buffer.from(text);
  for (let at = 0; at < all.length; at += size) yield all.subarray(at, at + size);
}

const read = (text: string, options: Partial<EntryOptions> = {}, size?: number) =>
  readEntries(bytes(text, size), { format: 'text', hash: createHash('sha256'), ...options });

const entries = async (text: string, options?: Partial<EntryOptions>) => {
  const found = await read(text, options);
  if (!found.ok) throw new Error(found.error.code);
  return [...entriesOf(found.value.table)];
};

describe('the entries of a list', () => {
  it.each<[string, string, Partial<EntryOptions>, readonly string[]]>([
    ['a line each', '\ufeffBergen\r\n  Ålesund \n\n\nBergen\n🦊', {}, ['Bergen', 'Ålesund', '🦊']],
    ['the first column of a table', 'id;name\n007;"a; b"\n"x ""y""";\n;z\n', { format: 'csv' }, ['007', 'x "y"']],
    [
      'a JSON text a line',
      '"a\\"b"\n12345678901234567890\n" c "\n',
      { format: 'ndjson' },
      ['a"b', '12345678901234567890', 'c'],
    ],
    ['in lower case', 'ACME\nacme\nÉcole\n', { anyCase: true }, ['acme', 'école']],
    ['one Unicode spelling', 'caf\u0065\u0301\ncaf\u00e9\n', {}, ['café']],
  ])('%s', async (_what, text, options, expected) => {
    expect(await entries(text, options)).toEqual(expected);
  });

  it('are hashed as kept', async () => {
    const found = await read('b\na\nb\n');
    expect(found).toMatchObject({ ok: true, value: { duplicates: 1, rejectedCount: 0 } });
    expect(found.ok && found.value.table.sha256).toBe(createHash('sha256').update('b\na\n').digest('hex'));
  });

  it('leave out what is no entry and say where it stood', async () => {
    const found = await read(`"ok"\n{"a":1}\n"two\\nlines"\nnope\n"${'x'.repeat(1_001)}"\n`, { format: 'ndjson' });
    expect(found).toMatchObject({ ok: true, value: { rejectedCount: 4, table: { size: 1 } } });
    expect(found.ok && found.value.rejected.map(({ line }) => line)).toEqual([2, 3, 4, 5]);
  });

  it.each([
    ['', 'no-entries'],
    ['\n \n', 'no-entries'],
    ['x'.repeat(1_200_000), 'line-too-long'],
  ])('%#. refuses what holds none', async (text, code) => {
    expect(await read(text, {}, 65_536)).toMatchObject({ ok: false, error: { code } });
  });

  it('are at most so many, repeated ones counted once', async () => {
    const most = Array.from({ length: MAX_ENTRIES }, (_, i) => `${i}`).join('\n');
    expect(await read(`${most}\n0\n1`, {}, 65_536)).toMatchObject({ ok: true, value: { duplicates: 2 } });
    expect(await read(`${most}\nx`, {}, 65_536)).toMatchObject({ ok: false, error: { code: 'too-many-entries' } });
  });
});
