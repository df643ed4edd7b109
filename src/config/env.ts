import { availableParallelism } from 'node:os';
import { dirname, join, resolve } from 'node:path';

import { fail, ok, type Result } from '@lib/rules';

export type DatabaseTarget =
  | { readonly kind: 'sqlite'; readonly file: string }
  | {
      readonly kind: 'mssql';
      readonly host: string;
      readonly port: number;
      readonly database: string;
      readonly user: string;
      readonly password: string;
      readonly encrypt: boolean;
      readonly trustServerCertificate: boolean;
    };

export type Tls =
  | { readonly kind: 'none' }
  | { readonly kind: 'proxy' }
  | { readonly kind: 'files'; readonly cert: string; readonly key: string };

export interface AzureOpenAi {
  readonly endpoint: string;
  readonly apiKey: string;
  readonly deployment: string;
  readonly apiVersion: string;
}

export type LogLevel = 'silent' | 'fatal' | 'error' | 'warn' | 'info' | 'debug';

/** Everything the surroundings tell this process: read once, checked as a whole, never changed. Also the injection token. */
export abstract class Env {
  abstract readonly mode: 'demo' | 'production';
  abstract readonly host: string;
  abstract readonly port: number;
  abstract readonly database: DatabaseTarget;
  /** The login that may change tables, where it is not the one that runs the service. */
  abstract readonly migrationDatabase?: DatabaseTarget;
  /** Undefined in demo mode until the data directory gives one (`demoSecret`). */
  abstract readonly secret?: string;
  abstract readonly timeZone: string;
  abstract readonly tls: Tls;
  abstract readonly publicUrl?: string;
  abstract readonly azure?: AzureOpenAi;
  abstract readonly logLevel: LogLevel;
  abstract readonly callsPerMinute: number;
  /** Threads that judge streams beside the one that serves, never more than the cores left; 0 judges them in that one. */
  abstract readonly streamThreads: number;
  /** Where the built console lies. */
  abstract readonly webDirectory: string;
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1', '[::1]']);
const LOG_LEVELS: readonly string[] = ['silent', 'fatal', 'error', 'warn', 'info', 'debug'];
const SHORTEST_SECRET = 32;
/** Texts that stand in examples and so protect nothing. */
const SAMPLE_SECRET = /change[-_ ]?me|example|sample|secret|password|replace|0123456789|rulewright/i;

/** True for the names and addresses only this machine itself can reach. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.has(host.toLowerCase()) || /^127\.\d+\.\d+\.\d+$/.test(host);
}

/** Reads the environment into an `Env`, or names every mistake in it at once. */
export function readEnv(source: Readonly<Record<string, string | undefined>>): Result<Env, readonly string[]> {
  const mistakes: string[] = [];
  const get = (name: string): string | undefined => source[name]?.trim() || undefined;

  const mode = get('RULEWRIGHT_MODE') ?? 'demo';
  if (mode !== 'demo' && mode !== 'production') mistakes.push('RULEWRIGHT_MODE must be "demo" or "production".');
  const host = get('HOST') ?? '127.0.0.1';
  const port = readNumber('PORT', get('PORT') ?? '3000', 0, 65535, mistakes);
  const callsPerMinute = readNumber(
    'RULEWRIGHT_CALLS_PER_MINUTE',
    get('RULEWRIGHT_CALLS_PER_MINUTE') ?? '1200',
    1,
    1e6,
    mistakes,
  );
  const threads = readNumber('RULEWRIGHT_STREAM_THREADS', get('RULEWRIGHT_STREAM_THREADS') ?? '16', 0, 1024, mistakes);
  const streamThreads = Math.min(threads, availableParallelism() - 1);
  const database = readDatabase('DATABASE_URL', get('DATABASE_URL') ?? 'data/rulewright.db', mistakes);
  const migrationUrl = get('DATABASE_MIGRATION_URL');
  const migrationDatabase = migrationUrl ? readDatabase('DATABASE_MIGRATION_URL', migrationUrl, mistakes) : undefined;
  if (migrationDatabase && migrationDatabase.kind !== database.kind) {
    mistakes.push('DATABASE_MIGRATION_URL must name the same kind of database as DATABASE_URL.');
  }
  const timeZone = get('RULEWRIGHT_TIME_ZONE') ?? 'UTC';
  if (!isTimeZone(timeZone))
    mistakes.push(`RULEWRIGHT_TIME_ZONE "${timeZone}" is no IANA time zone (such as Europe/Berlin).`);
  const logLevel = get('LOG_LEVEL') ?? 'info';
  if (!LOG_LEVELS.includes(logLevel)) mistakes.push(`LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}.`);
  const tls = readTls(get('RULEWRIGHT_TLS'), mistakes);
  const publicUrl = get('RULEWRIGHT_PUBLIC_URL');
  if (publicUrl && !URL.canParse(publicUrl)) mistakes.push('RULEWRIGHT_PUBLIC_URL must be a URL.');
  const secret = get('RULEWRIGHT_SECRET');
  if (secret && secret.length < SHORTEST_SECRET) {
    mistakes.push(`RULEWRIGHT_SECRET must have at least ${SHORTEST_SECRET} characters.`);
  }

  if (mode === 'demo' && !isLoopback(host)) {
    mistakes.push(
      'Demo mode serves this machine alone: HOST must be a loopback address. Set RULEWRIGHT_MODE=production to serve others.',
    );
  }
  if (mode === 'production') {
    if (!secret) mistakes.push('RULEWRIGHT_SECRET is needed in production (try: openssl rand -base64 48).');
    else if (SAMPLE_SECRET.test(secret) || new Set(secret).size < 12) {
      mistakes.push('RULEWRIGHT_SECRET looks like a sample: make one of your own (openssl rand -base64 48).');
    }
    if (!isLoopback(host) && tls.kind === 'none') {
      mistakes.push(
        'A public HOST needs TLS: set RULEWRIGHT_TLS=proxy behind a TLS proxy, or RULEWRIGHT_TLS=files:<cert.pem>,<key.pem>.',
      );
    }
  }
  const azure = readAzure(get, mistakes);
  if (mistakes.length > 0) return fail(mistakes);
  return ok(
    Object.freeze({
      mode: mode as Env['mode'],
      host,
      port,
      database,
      timeZone,
      tls,
      callsPerMinute,
      streamThreads,
      logLevel: logLevel as LogLevel,
      webDirectory: resolve(get('RULEWRIGHT_WEB_DIRECTORY') ?? defaultWebDirectory()),
      ...(migrationDatabase && { migrationDatabase }),
      ...(secret && { secret }),
      ...(publicUrl && { publicUrl }),
      ...(azure && { azure }),
    }),
  );
}

/** The directory that holds the embedded database and what belongs to it. */
export function dataDirectoryOf(env: Pick<Env, 'database'>): string {
  return env.database.kind === 'sqlite' ? dirname(env.database.file) : resolve('data');
}

/** Source lies in `src/config`, built code in `dist/src/config`; the console is built beside either. */
function defaultWebDirectory(): string {
  const root = resolve(__dirname, '..', '..');
  return join(root.endsWith('dist') ? dirname(root) : root, 'web', 'dist');
}

function readNumber(name: string, text: string, min: number, max: number, mistakes: string[]): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < min || value > max)
    mistakes.push(`${name} must be a whole number from ${min} to ${max}.`);
  return value;
}

function readDatabase(name: string, text: string, mistakes: string[]): DatabaseTarget {
  if (!/^[a-z]+:/i.test(text)) return { kind: 'sqlite', file: resolve(text) };
  if (/^(file|sqlite):/i.test(text))
    return { kind: 'sqlite', file: resolve(text.replace(/^(file|sqlite):(\/\/)?/i, '')) };
  if (URL.canParse(text) && /^(mssql|sqlserver):$/.test(new URL(text).protocol)) {
    const url = new URL(text);
    const database = decodeURIComponent(url.pathname.slice(1));
    if (!database) mistakes.push(`${name} names no database (mssql://user:password@host:1433/database).`);
    return {
      kind: 'mssql',
      host: url.hostname,
      port: Number(url.port || 1433),
      database,
      user: decodeURIComponent(url.username),
      password: decodeURIComponent(url.password),
      encrypt: url.searchParams.get('encrypt') !== 'false',
      trustServerCertificate: url.searchParams.get('trustServerCertificate') === 'true',
    };
  }
  mistakes.push(`${name} must be a SQLite file path or mssql://user:password@host:1433/database.`);
  return { kind: 'sqlite', file: '' };
}

function readTls(text: string | undefined, mistakes: string[]): Tls {
  if (!text || text === 'none') return { kind: 'none' };
  if (text === 'proxy') return { kind: 'proxy' };
  const [, cert, key] = /^files:([^,]+),(.+)$/.exec(text) ?? [];
  if (cert && key) return { kind: 'files', cert: resolve(cert), key: resolve(key) };
  mistakes.push('RULEWRIGHT_TLS must be "proxy" or "files:<cert.pem>,<key.pem>".');
  return { kind: 'none' };
}

function readAzure(get: (name: string) => string | undefined, mistakes: string[]): AzureOpenAi | undefined {
  const endpoint = get('AZURE_OPENAI_ENDPOINT');
  const apiKey = get('AZURE_OPENAI_API_KEY');
  const deployment = get('AZURE_OPENAI_DEPLOYMENT');
  if (!endpoint && !apiKey && !deployment) return undefined;
  if (!endpoint || !apiKey || !deployment) {
    mistakes.push(
      'Azure OpenAI needs all of AZURE_OPENAI_ENDPOINT, AZURE_OPENAI_API_KEY and AZURE_OPENAI_DEPLOYMENT, or none of them.',
    );
    return undefined;
  }
  if (!URL.canParse(endpoint)) mistakes.push('AZURE_OPENAI_ENDPOINT must be a URL.');
  return { endpoint, apiKey, deployment, apiVersion: get('AZURE_OPENAI_API_VERSION') ?? '2024-10-21' };
}

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}
