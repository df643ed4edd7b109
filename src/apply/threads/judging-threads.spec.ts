import { join } from 'node:path';

import { EntryTableBuilder, hashRule, validateRule, type RecordType } from '@lib/rules';

import { sha256 } from '../../auth/secret';
import { applyStream, type StreamOptions } from '../apply-stream';
import { runRuleSet, type RunningRuleSet } from '../running-rule-set';
import { JudgingThreads, ThreadGone } from './judging-threads';

const ROOT = join(__dirname, '../../..');
const FROM_SOURCE = {
  file: join(__dirname, 'judging-thread.ts'),
  options: { execArgv: ['--require', join(ROOT, 'test/processes/from-source.cjs')] },
};

const TYPE: RecordType = {
  name: 'client',
  key: 'id',
  fields: [
    { name: 'id', label: 'Id', type: 'text', reading: { type: 'text' } },
    { name: 'revenue', label: 'Revenue', type: 'number', reading: { type: 'number' } },
    { name: 'tags', label: 'Tags', type: 'list', reading: { type: 'list' } },
  ],
};

function running(): RunningRuleSet {
  const draft = {
    name: 'Large',
    condition: { and: [{ '!=': [{ var: 'revenue' }, null] }, { '>': [{ var: 'revenue' }, 500] }] },
    actions: [{ type: 'addTag', value: 'Größe L' }],
  };
  const valid = validateRule(draft, TYPE);
  if (!valid.ok) throw new Error(JSON.stringify(valid.error));
  const hash = hashRule({ ...draft, recordType: 'client', priority: 100 } as never, sha256);
  return runRuleSet({ entries: [{ id: 'r1', version: 1, hash, rule: valid.value }], recordType: TYPE });
}

/** A rule that looks values up in a long list. */
function listed(): RunningRuleSet {
  const builder = new EntryTableBuilder(3000);
  for (let i = 0; i < 3000; i++) builder.add(`ä${i * 2}`);
  const type = { ...TYPE, lists: new Map([['even@1', builder.build('e'.repeat(64))]]) };
  const condition = { inList: [{ lower: [{ var: 'id' }] }, 'even@1'] };
  const draft = {
    recordType: 'client',
    name: 'Even',
    condition,
    actions: [{ type: 'addTag' as const, value: 'even' }],
  };
  const valid = validateRule(draft, type);
  if (!valid.ok) throw new Error(JSON.stringify(valid.error));
  const hash = hashRule(valid.value, sha256);
  return runRuleSet({ entries: [{ id: 'r1', version: 1, hash, rule: valid.value }], recordType: type });
}

/** Lines of every kind, cut into chunks that respect neither lines nor characters. */
function* chunks(records: number, size = 1000): Generator<Uint8Array> {
  const lines = Array.from({ length: records }, (_, i) =>
    i % 50 === 7 ? '{"broken' : JSON.stringify({ id: `Ä${i}`, revenue: i % 3 === 0 ? 'n/a' : i }),
  );
  const bytes = new TextEncoder().encode(lines.join('\n'));
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function* fed(pieces: Iterable<Uint8Array>, onTaken?: () => void): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) {
    onTaken?.();
    yield piece;
  }
}

function options(more: Partial<StreamOptions> = {}): StreamOptions {
  return {
    mode: 'records',
    explain: true,
    clock: { now: '2026-01-15T00:00:00.000Z', timeZone: 'UTC' },
    maxLineBytes: 1 << 20,
    signal: new AbortController().signal,
    ...more,
  };
}

async function textOf(pieces: AsyncIterable<string | Uint8Array>): Promise<string> {
  const parts: Buffer[] = [];
  for await (const piece of pieces) parts.push(Buffer.from(piece));
  return Buffer.concat(parts).toString('utf8');
}

describe('streams judged in threads', () => {
  const made: JudgingThreads[] = [];
  const threads = (count: number): JudgingThreads => {
    const one = new JudgingThreads(count, FROM_SOURCE);
    made.push(one);
    return one;
  };
  afterEach(() => Promise.all(made.splice(0).map(one => one.stop())));

  it('are answered byte for byte as without threads, however many run at once', async () => {
    const rules = running();
    const expected = await textOf(applyStream(fed(chunks(2000)), rules, options()));
    const matched = Array.from({ length: 2000 }, (_, i) => i).filter(
      i => i % 50 !== 7 && i % 3 !== 0 && i > 500,
    ).length;
    expect(expected).toContain(`{"end":true,"records":2000,"matched":${matched},"changed":${matched},"errors":40}\n`);
    for (const count of [0, 1, 2]) {
      const pool = threads(count);
      const answers = await Promise.all(
        Array.from({ length: 4 }, () => textOf(pool.apply(fed(chunks(2000)), rules, options()))),
      );
      for (const answer of answers) expect(answer).toBe(expected);
    }
  });

  it('look values up in the same lists as without threads', async () => {
    const rules = listed();
    const expected = await textOf(applyStream(fed(chunks(400)), rules, options()));
    expect(expected).toContain('{"end":true,"records":400,"matched":200,"changed":200,"errors":8}\n');
    expect(await textOf(threads(1).apply(fed(chunks(400)), rules, options()))).toBe(expected);
  });

  it('tell how many records were judged', async () => {
    let records = 0;
    await textOf(threads(1).apply(fed(chunks(500)), running(), options({ onBatch: more => (records += more) })));
    expect(records).toBe(500);
  });

  it('take no more than a few chunks ahead of a reader who has stopped', async () => {
    let taken = 0;
    const all = [...chunks(20_000, 4000)];
    const results = threads(1).apply(
      fed(all, () => (taken += 1)),
      running(),
      options(),
    );
    await results.next();
    // Turns for everything that could still move to move; without back-pressure all of it would.
    for (let turn = 0; turn < 2000; turn += 1) await new Promise(resolve => setImmediate(resolve));
    expect(taken).toBeLessThan(40);
    await textOf(results);
    expect(taken).toBe(all.length);
  });

  it('end without a last line when nobody wants them any more', async () => {
    const gone = new AbortController();
    const results = threads(1).apply(fed(chunks(20_000)), running(), options({ signal: gone.signal }));
    await results.next();
    gone.abort();
    expect(await textOf(results)).not.toContain('"end"');
  });

  it('pass on that the input broke', async () => {
    async function* breaking(): AsyncGenerator<Uint8Array> {
      yield new TextEncoder().encode('{"id":"1"}\n');
      throw new Error('The client hung up.');
    }
    await expect(textOf(threads(1).apply(breaking(), running(), options()))).rejects.toThrow('The client hung up.');
  });

  it('break off when their thread ends, and the next stream gets another', async () => {
    const pool = threads(1);
    const results = pool.apply(fed(chunks(20_000)), running(), options());
    await results.next();
    await pool.stop();
    await expect(textOf(results)).rejects.toThrow(ThreadGone);
    expect(await textOf(pool.apply(fed(chunks(10)), running(), options()))).toContain('"end":true,"records":10');
  });
});
