import 'reflect-metadata';

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Type } from '@nestjs/common';
import { type Logger, pino } from 'pino';

import { createApp } from '../src/app.setup';
import { SYSTEM } from '../src/auth/actor';
import { ApiKeysService, type NewApiKey } from '../src/auth/api-keys.service';
import { type Env, readEnv } from '../src/config/env';
import { Database } from '../src/database/database';
import { prepareService } from '../src/prepare-service';
import { HeldWallClock } from '../src/runtime/wall-clock';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The parsed body, where it is JSON. */
  readonly body: any;
}

export interface CallOptions {
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

/** Calls as one caller: a cookie for people, a key for programs. */
export interface Caller {
  get(path: string, options?: CallOptions): Promise<Answer>;
  post(path: string, body?: unknown, options?: CallOptions): Promise<Answer>;
  patch(path: string, body?: unknown, options?: CallOptions): Promise<Answer>;
  delete(path: string, body?: unknown, options?: CallOptions): Promise<Answer>;
}

export interface TestApp {
  readonly url: string;
  readonly clock: HeldWallClock;
  readonly database: Database;
  readonly directory: string;
  readonly sampleKey: string;
  readonly nest: NestFastifyApplication;
  get<T>(token: abstract new (...args: any[]) => T): T;
  /** Nobody. */
  readonly anyone: Caller;
  as(persona: 'steward' | 'admin' | 'admin2' | 'auditor'): Promise<Caller>;
  withKey(key: string): Caller;
  withCookie(cookie: string): Caller;
  /** A key for a program, with the right to nothing but what its scopes say. */
  makeKey(fresh: NewApiKey): Promise<string>;
  /** Stops the service; the directory stays unless `keep` is false. */
  stop(): Promise<void>;
  close(): Promise<void>;
}

export interface TestAppOptions {
  readonly env?: Record<string, string>;
  /** Go on with the data of an earlier app. */
  readonly directory?: string;
  readonly clock?: HeldWallClock;
  readonly log?: Logger;
  /** Start with the sample catalog. Default: empty. */
  readonly seed?: boolean;
}

/** The real service on a SQLite file of its own, over real HTTP, with the clock held still at 2026-01-15T12:00Z. */
export async function startApp(options: TestAppOptions = {}): Promise<TestApp> {
  const directory = options.directory ?? mkdtempSync(join(tmpdir(), 'rulewright-'));
  const clock = options.clock ?? new HeldWallClock();
  const env = testEnv(directory, options.env);
  const nest = await createApp({ env, clock, log: options.log ?? pino({ level: 'silent' }) });
  const { sampleKey } = await prepareService(nest, env, { seed: options.seed ?? false });
  await nest.listen({ host: '127.0.0.1', port: 0 });
  const url = await nest.getUrl();
  let isRunning = true;
  const stop = async () => {
    if (isRunning) await nest.close();
    isRunning = false;
  };
  const caller = (headers: Record<string, string>) => callerOf(url, headers);
  return {
    url,
    clock,
    directory,
    nest,
    sampleKey: sampleKey ?? '',
    database: nest.get(Database, { strict: false }),
    get: token => nest.get(token as Type, { strict: false }),
    anyone: caller({}),
    as: async persona => {
      const answer = await caller({}).post('/session', { persona });
      return caller({ cookie: cookieOf(answer), origin: url });
    },
    withKey: key => caller({ authorization: `Bearer ${key}` }),
    makeKey: async fresh => {
      const made = await nest.get(ApiKeysService, { strict: false }).create(fresh, SYSTEM);
      if (!made.ok) throw new Error(made.error);
      return made.value.key;
    },
    withCookie: cookie => caller({ cookie, origin: url }),
    stop,
    close: async () => {
      await stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

export function testEnv(directory: string, source: Record<string, string> = {}): Env {
  const env = readEnv({
    DATABASE_URL: join(directory, 'rulewright.db'),
    LOG_LEVEL: 'silent',
    PORT: '0',
    RULEWRIGHT_CALLS_PER_MINUTE: '100000',
    // What runs in a thread is built code; tests of threads start theirs from source.
    RULEWRIGHT_STREAM_THREADS: '0',
    ...source,
  });
  if (!env.ok) throw new Error(env.error.join('\n'));
  return env.value;
}

/** The session cookie of an answer, as the next request sends it. */
export function cookieOf(answer: Answer): string {
  return (answer.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
}

function callerOf(url: string, always: Record<string, string>): Caller {
  const call = async (method: string, path: string, { body, headers = {} }: CallOptions = {}): Promise<Answer> => {
    const isJson = body !== undefined && !isRaw(body);
    const response = await fetch(url + (/^\/(api\/|health|metrics|assets)/.test(path) ? path : `/api/v1${path}`), {
      method,
      headers: { ...always, ...(isJson && { 'content-type': 'application/json' }), ...headers },
      ...(body !== undefined && {
        body: isJson ? JSON.stringify(body) : (body as RequestInit['body']),
        duplex: 'half',
      }),
    });
    const text = await response.text();
    const hasJson =
      response.headers.get('content-type')?.includes('json') &&
      !response.headers.get('content-type')?.includes('ndjson');
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: hasJson && text !== '' ? JSON.parse(text) : undefined,
    };
  };
  return {
    get: (path, options) => call('GET', path, options),
    post: (path, body, options) => call('POST', path, { ...options, body }),
    patch: (path, body, options) => call('PATCH', path, { ...options, body }),
    delete: (path, body, options) => call('DELETE', path, { ...options, body }),
  };
}

/** Texts, bytes and streams are sent as they are (with a content type of their own), all else as JSON. */
function isRaw(body: unknown): boolean {
  return typeof body === 'string' || body instanceof Uint8Array || body instanceof ReadableStream;
}
