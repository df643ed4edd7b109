import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { openWriter, writerOptions } from './open-database';

const folder = mkdtempSync(path.join(tmpdir(), 'rulewright-database-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('keeps the embedded file, and what is written beside it, to its owner', async () => {
  const file = path.join(folder, 'owned.db');
  const env = { database: { kind: 'sqlite', file } } as Parameters<typeof openWriter>[0];
  const schema = { entities: [], migrations: [] };
  const writer = await openWriter(env, schema, await writerOptions(env, schema));
  await writer.query('CREATE TABLE one (a INTEGER)');
  const modes = [file, `${file}-wal`, `${file}-shm`].map(each => (statSync(each).mode & 0o777).toString(8));
  await writer.destroy();
  expect(modes).toEqual(['600', '600', '600']);
});
