import type { IncomingHttpHeaders } from 'node:http';

import type { Env } from '../config/env';

const NAME = 'rulewright';

/** The session token a browser came with. */
export function readSessionCookie(headers: IncomingHttpHeaders): string | undefined {
  for (const part of (headers.cookie ?? '').split(';')) {
    const [name, value] = part.trim().split('=', 2);
    if (name === NAME && value) return value;
  }
  return undefined;
}

/** The `Set-Cookie` header that keeps a session, or ends it where there is no token. Tokens need no quoting: base64url. */
export function sessionCookie(env: Env, token?: string): string {
  const secure = env.tls.kind === 'none' ? '' : '; Secure';
  return `${NAME}=${token ?? ''}; Path=/; HttpOnly; SameSite=Strict${secure}${token ? '' : '; Max-Age=0'}`;
}
