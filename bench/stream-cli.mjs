// usage: node bench/stream-cli.mjs [records]     (default 1,000,000; needs npm run build:server)
// Streams generated records through `rulewright apply`, as NDJSON and as CSV, and reads the command's own peak memory
// (VmHWM) at a tenth, at half and at the end. Flat memory means that the three hardly differ.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ROOT } from './data-dir.mjs';

const RECORDS = Number(process.argv[2] ?? 1_000_000);
const MARKS = [RECORDS / 10, RECORDS / 2, RECORDS].map(Math.floor);
const BATCH = 500;
const MAIN = path.join(ROOT, 'dist/cli/main.js');

const COUNTRIES = ['Germany', 'germany', 'France', 'Denmark', 'Austria', ''];
const SEGMENTS = ['Enterprise', 'Mid-Market', 'Small Business'];

/** Every value follows from the number alone. */
function recordOf(number) {
  const mixed = Math.imul(number ^ 0x9e3779b9, 0x85ebca6b) >>> 0;
  return {
    id: `C${String(number).padStart(8, '0')}`,
    name: `Company ${mixed % 5000} "North", Ltd`,
    country: COUNTRIES[mixed % COUNTRIES.length],
    annualRevenue: mixed % 11 === 0 ? null : mixed % 4_000_000,
    employees: mixed % 2300,
    segment: SEGMENTS[mixed % 3],
    createdDate: `20${10 + (mixed % 16)}-0${1 + (mixed % 9)}-1${mixed % 10}`,
    note: 'ordered by phone, delivered to the back door',
    tags: mixed % 5 === 0 ? ['partner'] : [],
  };
}

const FIELDS = Object.entries({
  id: 'text',
  name: 'text',
  country: 'text',
  annualRevenue: 'number',
  employees: 'number',
  segment: 'text',
  createdDate: 'date',
  note: 'text',
  tags: 'list',
}).map(([name, type]) => ({
  name,
  label: name,
  type,
  reading: { type, ...(type === 'list' && { listSeparator: '|' }) },
}));

const varOf = name => ({ var: name });
const RULES = {
  recordType: 'customer',
  key: 'id',
  fields: FIELDS,
  rules: [
    {
      name: 'Tag German VIPs',
      condition: {
        and: [
          { '==': [{ lower: [varOf('country')] }, 'germany'] },
          { and: [{ '!=': [varOf('annualRevenue'), null] }, { '>': [varOf('annualRevenue'), 1_000_000] }] },
        ],
      },
      actions: [{ type: 'addTag', value: 'VIP' }],
    },
    {
      name: 'Enterprise by size',
      condition: { and: [{ '!=': [varOf('employees'), null] }, { '>=': [varOf('employees'), 1000] }] },
      actions: [{ type: 'setValue', field: 'segment', value: 'Enterprise' }],
    },
  ],
};

const FORMATS = {
  ndjson: { head: '', line: record => `${JSON.stringify(record)}\n` },
  csv: {
    head: `${FIELDS.map(field => field.name).join(';')}\r\n`,
    line: record =>
      `${FIELDS.map(({ name }) => {
        const value = record[name];
        const text = value === null ? '' : Array.isArray(value) ? value.join('|') : String(value);
        return /[";\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
      }).join(';')}\r\n`,
  },
};

function peakMegabytes(pid) {
  const found = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Math.round(Number(found?.[1]) / 1024);
}

async function measure(format, rules) {
  const { head, line } = FORMATS[format];
  const started = performance.now();
  const child = spawn(process.execPath, [MAIN, 'apply', '--rules', rules, '--records', '-'], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let notes = '';
  let bytesOut = 0;
  child.stderr.on('data', chunk => (notes += chunk));
  child.stdout.on('data', chunk => (bytesOut += chunk.length));
  const ended = once(child, 'close');
  const peaks = [];
  let fed = 0;
  child.stdin.write(head);
  while (fed < RECORDS) {
    let text = '';
    for (const stop = Math.min(fed + BATCH, RECORDS); fed < stop; fed++) text += line(recordOf(fed));
    if (!child.stdin.write(text)) await once(child.stdin, 'drain');
    if (MARKS[peaks.length] <= fed) peaks.push(peakMegabytes(child.pid));
  }
  // The last mark is read while the command still waits for more.
  child.stdin.end();
  const [code] = await ended;
  if (code !== 0) throw new Error(`apply ended with ${code}: ${notes}`);
  const seconds = (performance.now() - started) / 1000;
  return { format, peaks, seconds, bytesOut, notes: notes.trim().split('\n').at(-1) };
}

if (!existsSync(MAIN)) {
  console.error('Not built yet. Run: npm run build:server');
  process.exit(1);
}
const folder = mkdtempSync(path.join(os.tmpdir(), 'rulewright-stream-'));
try {
  const rules = path.join(folder, 'rules.json');
  writeFileSync(rules, JSON.stringify(RULES));
  console.log(
    `format   peak MB at ${MARKS.map(mark => mark.toLocaleString('en-US')).join(' / ')}   seconds   records/s   MB out`,
  );
  for (const format of Object.keys(FORMATS)) {
    const { peaks, seconds, bytesOut, notes } = await measure(format, rules);
    console.log(
      `${format.padEnd(8)} ${peaks.join(' / ').padEnd(40)} ${seconds.toFixed(1).padStart(7)} ${Math.round(
        RECORDS / seconds,
      )
        .toLocaleString('en-US')
        .padStart(11)} ${(bytesOut / 1e6).toFixed(0).padStart(8)}`,
    );
    console.log(`         ${notes}`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
