// Peak memory of the service while a million records stream through POST /apply: npm run build:server && node bench/stream-apply.mjs [records]
// One client writes NDJSON and reads the results as they come, as the README's clients do.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { createInterface } from 'node:readline';
import { once } from 'node:events';
import { clearInterval, setInterval } from 'node:timers';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const RECORDS = Number(process.argv[2] ?? 1_000_000);
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const RULES = 20;
const COUNTRIES = ['Germany', 'France', 'Japan', 'Spain', 'Italy'];

const directory = mkdtempSync(join(tmpdir(), 'rulewright-bench-'));
const service = spawn(process.execPath, [join(ROOT, 'dist/src/main.js')], {
  env: {
    ...process.env,
    RULEWRIGHT_MODE: 'demo',
    HOST: '127.0.0.1',
    PORT: '0',
    DATABASE_URL: join(directory, 'bench.db'),
    LOG_LEVEL: 'error',
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
  const totals = await stream(url, key);
  const seconds = (performance.now() - began) / 1000;
  clearInterval(watch);
  const latencies = await probe.stop();
  const half = samples.slice(Math.floor(samples.length / 2));
  console.log(
    JSON.stringify(
      {
        command: `node bench/stream-apply.mjs ${RECORDS}`,
        records: RECORDS,
        rules: RULES,
        totals,
        seconds: round(seconds),
        recordsPerSecond: Math.round(RECORDS / seconds),
        rssBeforeMiB: before.now,
        rssMedianFirstHalfMiB: median(samples.slice(0, Math.floor(samples.length / 2))),
        rssMedianSecondHalfMiB: median(half),
        peakRssMiB: memoryOf(service.pid).peak,
        otherCallsP95Ms: round(percentile(latencies, 0.95)),
        node: process.version,
      },
      null,
      2,
    ),
  );
  if (totals.end !== true || totals.records !== RECORDS) process.exitCode = 1;
} finally {
  service.kill();
  await once(service, 'exit');
  rmSync(directory, { recursive: true, force: true });
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

async function stream(url, key) {
  const request = httpRequest(`${url}/api/v1/apply?recordType=account`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/x-ndjson' },
  });
  const answered = once(request, 'response');
  const writing = (async () => {
    for (let i = 0; i < RECORDS;) {
      let block = '';
      for (; block.length < 64 * 1024 && i < RECORDS; i++) block += `${JSON.stringify(recordAt(i))}\n`;
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

/** Asks for something small over and over, to see whether the stream holds up other calls. */
function probeLatency(url) {
  const latencies = [];
  let isOver = false;
  const asking = (async () => {
    while (!isOver) {
      const began = performance.now();
      await (await fetch(`${url}/health/ready`)).arrayBuffer();
      latencies.push(performance.now() - began);
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

function round(value) {
  return Math.round(value * 10) / 10;
}
