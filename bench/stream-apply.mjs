// Records stream through POST /apply of the built service: npm run build:server && node bench/stream-apply.mjs [records] [--streams n]
// The same once with every stream judged in the thread that serves, once with judging threads: peak memory, records a second, and
// how long other calls take meanwhile. Clients write NDJSON and read the results as they come, as the README's do.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { createInterface } from 'node:readline';
import { once } from 'node:events';
import { availableParallelism, tmpdir } from 'node:os';
import { clearInterval, setInterval } from 'node:timers';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values: options, positionals } = parseArgs({
  options: { streams: { type: 'string', default: '1' } },
  allowPositionals: true,
});
const RECORDS = Number(positionals[0] ?? 1_000_000);
const STREAMS = Number(options.streams);
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const RULES = 20;
const COUNTRIES = ['Germany', 'France', 'Japan', 'Spain', 'Italy'];
/** The records come round again: what is measured is the service, not the making of records. */
const BLOCKS = blocksOf(20_000);

const without = await measure(0);
const withThreads = await measure(availableParallelism() - 1);
console.log(
  JSON.stringify(
    {
      command: `node bench/stream-apply.mjs ${RECORDS} --streams ${STREAMS}`,
      records: RECORDS,
      streams: STREAMS,
      rules: RULES,
      node: process.version,
      without,
      withThreads,
      speedup: round(withThreads.recordsPerSecond / without.recordsPerSecond, 2),
    },
    null,
    2,
  ),
);

async function measure(threads) {
  const directory = mkdtempSync(join(tmpdir(), 'rulewright-bench-'));
  const service = spawn(process.execPath, [join(ROOT, 'dist/src/main.js')], {
    env: {
      ...process.env,
      RULEWRIGHT_MODE: 'demo',
      HOST: '127.0.0.1',
      PORT: '0',
      DATABASE_URL: join(directory, 'bench.db'),
      LOG_LEVEL: 'error',
      RULEWRIGHT_STREAM_THREADS: String(threads),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const { url, key } = await started(service);
    await prepare(url);
    const before = memoryOf(service.pid);
    const samples = [];
    const watch = setInterval(() => samples.push(memoryOf(service.pid).now), 250);
    const probe = probeLatency(url);
    const began = performance.now();
    const each = Math.floor(RECORDS / STREAMS);
    const totals = await Promise.all(Array.from({ length: STREAMS }, () => stream(url, key, each)));
    const seconds = (performance.now() - began) / 1000;
    clearInterval(watch);
    const latencies = await probe.stop();
    if (totals.some(({ end, records }) => end !== true || records !== each)) process.exitCode = 1;
    return {
      threads,
      totals: totals[0],
      seconds: round(seconds),
      recordsPerSecond: Math.round((each * STREAMS) / seconds),
      rssBeforeMiB: before.now,
      rssMedianFirstHalfMiB: median(samples.slice(0, Math.floor(samples.length / 2))),
      rssMedianSecondHalfMiB: median(samples.slice(Math.floor(samples.length / 2))),
      peakRssMiB: memoryOf(service.pid).peak,
      otherCallsP95Ms: round(percentile(latencies, 0.95)),
      otherCallsLongestMs: round(Math.max(...latencies)),
    };
  } finally {
    service.kill();
    await once(service, 'exit');
    rmSync(directory, { recursive: true, force: true });
  }
}

async function started({ stdout }) {
  const found = {};
  for await (const line of createInterface({ input: stdout })) {
    found.url ??= /(http:\/\/127\.0\.0\.1:\d+)/.exec(line)?.[1];
    found.key ??= /Sample API key: (rw_\S+)/.exec(line)?.[1];
    if (found.url && found.key) return found;
  }
  throw new Error('The service did not start. Was it built (npm run build:server)?');
}

/** A record type from a few hundred records, and rules that two people wrote, approved and activated. */
async function prepare(url) {
  const sample = Array.from({ length: 500 }, (_, i) => JSON.stringify(recordAt(i))).join('\n');
  const steward = await signIn(url, 'steward');
  const admin = await signIn(url, 'admin');
  await call(url, steward, 'POST', '/record-types/account/records?mode=replace', sample, 'application/x-ndjson');
  for (let i = 0; i < RULES; i++) {
    const condition = {
      and: [
        { '==': [{ var: 'country' }, COUNTRIES[i % COUNTRIES.length]] },
        { and: [{ '!=': [{ var: 'revenue' }, null] }, { '>': [{ var: 'revenue' }, (i + 1) * 400_000] }] },
      ],
    };
    const rule = await call(url, steward, 'POST', '/rules', {
      recordType: 'account',
      name: `Tier ${i}`,
      condition,
      actions: [{ type: 'addTag', value: `T${i}` }],
    });
    await call(url, steward, 'POST', `/rules/${rule.id}/versions/1/submission`, {});
    await call(url, admin, 'POST', `/rules/${rule.id}/versions/1/decision`, { decision: 'approve', hash: rule.hash });
    await call(url, admin, 'POST', `/rules/${rule.id}/activation`, { version: 1 });
  }
}

function blocksOf(records) {
  const blocks = [];
  for (let i = 0; i < records;) {
    let text = '';
    let length = 0;
    for (; text.length < 64 * 1024 && i < records; i++, length++) text += `${JSON.stringify(recordAt(i))}\n`;
    blocks.push({ text, length });
  }
  return blocks;
}

function recordAt(i) {
  return {
    id: `A${i}`,
    name: `Company ${i}`,
    country: COUNTRIES[i % 5],
    revenue: (i * 7919) % 10_000_000,
    city: `City ${i % 997}`,
    tags: [],
  };
}

async function signIn(url, persona) {
  const response = await fetch(`${url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ persona }),
  });
  return response.headers.getSetCookie()[0].split(';')[0];
}

async function call(url, cookie, method, path, body, type = 'application/json') {
  const response = await fetch(`${url}/api/v1${path}`, {
    method,
    headers: { cookie, origin: url, 'content-type': type },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return response.json();
}

async function stream(url, key, records) {
  const request = httpRequest(`${url}/api/v1/apply?recordType=account`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/x-ndjson' },
  });
  const answered = once(request, 'response');
  const writing = (async () => {
    for (let left = records, at = 0; left > 0; at = (at + 1) % BLOCKS.length) {
      const lines = BLOCKS[at];
      const block = lines.length <= left ? lines.text : `${lines.text.split('\n', left).join('\n')}\n`;
      left -= Math.min(left, lines.length);
      if (!request.write(block)) await once(request, 'drain');
    }
    request.end();
  })();
  const [response] = await answered;
  let last = '';
  response.setEncoding('utf8');
  for await (const piece of response) last = (last + piece).slice(-1_000);
  await writing;
  return JSON.parse(last.trimEnd().split('\n').at(-1));
}

/** Asks for something small over and over, to see whether streams hold up other calls. */
function probeLatency(url) {
  const latencies = [];
  let isOver = false;
  const asking = (async () => {
    while (!isOver) {
      for (const path of ['/health/ready', '/api/openapi.json']) {
        const began = performance.now();
        await (await fetch(`${url}${path}`)).arrayBuffer();
        latencies.push(performance.now() - began);
      }
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  })();
  return {
    stop: async () => {
      isOver = true;
      await asking;
      return latencies;
    },
  };
}

function memoryOf(pid) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const mib = name => Math.round(Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1] ?? 0) / 1024);
  return { now: mib('VmRSS'), peak: mib('VmHWM') };
}

function percentile(values, share) {
  return [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;
}

function median(values) {
  return percentile(values, 0.5);
}

function round(value, digits = 1) {
  return Number(value.toFixed(digits));
}
