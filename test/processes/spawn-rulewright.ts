import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const ROOT = path.join(__dirname, '../..');

/** How a real `rulewright` process ended, for tests. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly bytes: Buffer;
  readonly err: string;
}

export interface SpawnOptions {
  readonly cwd?: string;
  readonly stdin?: string | Uint8Array;
  readonly env?: Record<string, string>;
}

/** Runs the command from its source in a process of its own. */
export function rulewright(args: readonly string[], { cwd, stdin, env }: SpawnOptions = {}): Promise<Ended> {
  const child = spawn(
    process.execPath,
    ['--require', path.join(__dirname, 'from-source.cjs'), path.join(ROOT, 'cli/main.ts'), ...args],
    {
      cwd,
      env: { ...process.env, RULEWRIGHT_TIME_ZONE: 'UTC', ...env },
    },
  );
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  child.stdin.on('error', () => undefined);
  child.stdin.end(stdin ?? '');
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', code => {
      const bytes = Buffer.concat(out);
      resolve({ code, bytes, out: bytes.toString('utf8'), err: Buffer.concat(err).toString('utf8') });
    });
  });
}

/** A folder of its own for one test file. */
export class Workspace {
  readonly folder = mkdtempSync(path.join(os.tmpdir(), 'rulewright-cli-'));

  /** Writes a file and gives its path. */
  file(name: string, content: string | Uint8Array): string {
    const file = path.join(this.folder, name);
    writeFileSync(file, content);
    return file;
  }

  path(name: string): string {
    return path.join(this.folder, name);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
