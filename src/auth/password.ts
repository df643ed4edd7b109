import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

// N=2^15, r=8, p=3: a tenth of a second and 32 MB per try on a small server (OWASP's scrypt setting of equal strength).
const COST = 2 ** 15;
const BLOCK = 8;
const PARALLEL = 3;
const LENGTH = 32;

export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 256;

/** `scrypt$N$r$p$salt$hash`: the setting is kept with the hash, so that it can be raised later. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt, COST, BLOCK, PARALLEL);
  return ['scrypt', COST, BLOCK, PARALLEL, salt.toString('base64url'), hash.toString('base64url')].join('$');
}

export async function isPassword(password: string, stored: string): Promise<boolean> {
  const [kind, cost, block, parallel, salt, hash] = stored.split('$');
  if (kind !== 'scrypt' || !salt || !hash) return false;
  const expected = Buffer.from(hash, 'base64url');
  const found = await derive(password, Buffer.from(salt, 'base64url'), Number(cost), Number(block), Number(parallel));
  return expected.length === found.length && timingSafeEqual(expected, found);
}

/** Takes as long as a real check, for names that do not exist. */
export async function pretendToCheck(password: string): Promise<void> {
  await derive(password, Buffer.alloc(16), COST, BLOCK, PARALLEL);
}

function derive(password: string, salt: Buffer, cost: number, block: number, parallel: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const options = { N: cost, r: block, p: parallel, maxmem: 256 * cost * block };
    scrypt(password.normalize('NFC'), salt, LENGTH, options, (error, key) => (error ? reject(error) : resolve(key)));
  });
}
