import { ApiProblem, readProblem } from './api-problem';

const BASE = '/api/v1';

export interface CallOptions {
  readonly signal?: AbortSignal;
  /** The same key makes the service answer a repeated call as it answered the first. */
  readonly idempotencyKey?: string;
}

type Query = { readonly [name: string]: string | number | undefined };

/** `path?a=1`, with what is undefined left out. */
export function withQuery(path: string, query: Query): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) parameters.set(name, String(value));
  const text = parameters.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** One path segment, safe whatever the name holds. */
export const segment = encodeURIComponent;

async function call<Answer>(
  method: string,
  path: string,
  body: BodyInit | undefined,
  contentType: string | undefined,
  options: CallOptions,
): Promise<Answer> {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (contentType) headers['content-type'] = contentType;
  if (method !== 'GET') headers['idempotency-key'] = options.idempotencyKey ?? newKey();
  let response: Response;
  try {
    response = await fetch(BASE + path, {
      method,
      headers,
      credentials: 'same-origin',
      ...(body === undefined ? {} : { body }),
      ...(options.signal ? { signal: options.signal } : {}),
    });
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw new ApiProblem(0, 'unreachable', 'The service cannot be reached', undefined);
  }
  const text = await response.text();
  const answer = parse(text);
  if (!response.ok) throw readProblem(response.status, answer);
  return answer as Answer;
}

function parse(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** `randomUUID` exists on secure origins only; the service may run behind plain HTTP on loopback names. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
}

const json = (body: unknown): string | undefined => (body === undefined ? undefined : JSON.stringify(body));
const jsonType = (body: unknown): string | undefined => (body === undefined ? undefined : 'application/json');

export const api = {
  get: <Answer>(path: string, options: CallOptions = {}): Promise<Answer> =>
    call('GET', path, undefined, undefined, options),
  post: <Answer>(path: string, body?: unknown, options: CallOptions = {}): Promise<Answer> =>
    call('POST', path, json(body), jsonType(body), options),
  patch: <Answer>(path: string, body: unknown, options: CallOptions = {}): Promise<Answer> =>
    call('PATCH', path, json(body), jsonType(body), options),
  delete: <Answer>(path: string, options: CallOptions = {}): Promise<Answer> =>
    call('DELETE', path, undefined, undefined, options),
  send: <Answer>(path: string, body: BodyInit, contentType: string, options: CallOptions = {}): Promise<Answer> =>
    call('POST', path, body, contentType, options),
};
