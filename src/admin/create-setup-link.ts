import type { Result } from '@lib/rules';

import { SetupService } from '../auth/setup.service';
import type { Env } from '../config/env';
import { withServices } from './with-services';

export interface SetupLinkMade {
  /** To be opened in a browser, once, within a day. */
  readonly url: string;
  readonly expiresAt: string;
}

/** Makes the one-time link by which the first admin comes in; with `recovery`, also where there are admins. */
export async function createSetupLink(
  env: Env,
  options: { readonly recovery?: boolean } = {},
): Promise<Result<SetupLinkMade, 'has-admin'>> {
  return withServices(env, async services => {
    const made = await services.get(SetupService, { strict: false }).createLink(options);
    if (!made.ok) return made;
    const { token, expiresAt } = made.value;
    return { ok: true, value: { url: `${baseUrl(env)}/#/setup?token=${token}`, expiresAt } };
  });
}

function baseUrl(env: Env): string {
  if (env.publicUrl) return env.publicUrl.replace(/\/$/, '');
  return `${env.tls.kind === 'none' ? 'http' : 'https'}://${env.host === '0.0.0.0' ? 'localhost' : env.host}:${env.port}`;
}
