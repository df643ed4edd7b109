import {
  createHmac,
  createHash,
  hkdfSync,
  randomBytes,
  createCipheriv,
  createDecipheriv,
  timingSafeEqual,
} from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { dataDirectoryOf, type Env } from '../config/env';

/** What only this installation knows: it signs API keys and seals settings. Also the injection token. */
export class Secret {
  private readonly signing: Buffer;
  private readonly sealing: Buffer;

  constructor(text: string) {
    // One key per purpose, so that no output of one can be used against the other.
    this.signing = Buffer.from(hkdfSync('sha256', text, 'rulewright', 'api-keys', 32));
    this.sealing = Buffer.from(hkdfSync('sha256', text, 'rulewright', 'settings', 32));
  }

  sign(text: string): string {
    return createHmac('sha256', this.signing).update(text).digest('hex');
  }

  /** AES-256-GCM; `purpose` is bound to the text, so that one sealed value cannot be put in another's place. */
  seal(text: string, purpose: string): string {
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.sealing, iv).setAAD(Buffer.from(purpose));
    const data = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return ['v1', iv.toString('base64url'), cipher.getAuthTag().toString('base64url'), data.toString('base64url')].join(
      '.',
    );
  }

  /** The text, or undefined where it was sealed with another secret or changed since. */
  open(sealed: string, purpose: string): string | undefined {
    const [version, iv, tag, data] = sealed.split('.');
    if (version !== 'v1' || !iv || !tag || data === undefined) return undefined;
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.sealing, Buffer.from(iv, 'base64url'))
        .setAAD(Buffer.from(purpose))
        .setAuthTag(Buffer.from(tag, 'base64url'));
      return Buffer.concat([decipher.update(Buffer.from(data, 'base64url')), decipher.final()]).toString('utf8');
    } catch {
      return undefined;
    }
  }
}

/** The configured secret; in demo mode one is made and kept beside the database, so that it outlives a restart. */
export function secretOf(env: Env): Secret {
  if (env.secret) return new Secret(env.secret);
  if (env.mode !== 'demo') throw new Error('RULEWRIGHT_SECRET is missing.');
  const directory = dataDirectoryOf(env);
  const file = join(directory, 'demo-secret');
  if (!existsSync(file)) {
    mkdirSync(directory, { recursive: true });
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 });
  }
  return new Secret(readFileSync(file, 'utf8').trim());
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Compares in a time that tells nothing about where they differ. */
export function sameText(one: string, other: string): boolean {
  const a = createHash('sha256').update(one).digest();
  const b = createHash('sha256').update(other).digest();
  return timingSafeEqual(a, b);
}
