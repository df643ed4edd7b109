import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** Other people's data is read where it lies: `$DATA_DIR`, else `../shared/data` beside the checkout. */
export function dataFile(...parts) {
  const file = path.resolve(process.env.DATA_DIR ?? path.join(ROOT, '../shared/data'), ...parts);
  if (!existsSync(file)) {
    console.error(`There is no ${file}. Set DATA_DIR to the folder that holds ${parts[0]}/.`);
    process.exit(1);
  }
  return file;
}

/** Where a converter writes: the path it was given, else a cache that is never committed. */
export function targetFile(given, name) {
  const file = path.resolve(given ?? path.join(ROOT, 'node_modules/.cache/rulewright', name));
  mkdirSync(path.dirname(file), { recursive: true });
  return file;
}
