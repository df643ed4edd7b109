import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

interface Locked {
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const LOCK = JSON.parse(readFileSync(join(__dirname, '..', 'package-lock.json'), 'utf8')) as {
  readonly packages: Readonly<Record<string, Locked>>;
};

// npm ci refuses a lockfile without an entry for every platform, and npm install leaves out those it did not see.
test('the lockfile has an entry for every optional dependency, whatever the platform it was written on', () => {
  const missing = Object.entries(LOCK.packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(name => !visibleFrom(path, name)),
  );
  expect(missing).toEqual([]);
});

function visibleFrom(path: string, name: string): boolean {
  if (`${path === '' ? '' : `${path}/`}node_modules/${name}` in LOCK.packages) return true;
  return path !== '' && visibleFrom(dirname(path) === '.' ? '' : dirname(path), name);
}
