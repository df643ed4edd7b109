import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The cases of one stage, file by file: `[file name, cases]`, as `describe.each` takes them. */
export function readSuites<Case>(stage: string): readonly (readonly [string, readonly Case[]])[] {
  const folder = join(__dirname, stage);
  return readdirSync(folder)
    .filter(name => name.endsWith('.json'))
    .sort()
    .map(
      name =>
        [name.replace(/\.json$/, ''), JSON.parse(readFileSync(join(folder, name), 'utf8')) as readonly Case[]] as const,
    );
}
