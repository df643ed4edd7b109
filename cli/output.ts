import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Writable } from 'node:stream';
import { fail, ok, type Result } from '@lib/rules';
import { sayFileError } from './records-file';

/** Where a stream of results goes. Nothing is lost on the way: a slow reader is waited for, a full disk is a failure. */
export interface Output {
  write(chunk: string | Uint8Array): Promise<void>;
  /** All is written: a file takes its name only now, so that a run that failed leaves the old one. */
  commit(): Promise<void>;
  discard(): Promise<void>;
}

/** Opens a file, or standard output where none is named. */
export async function openOutput(file: string | undefined): Promise<Result<Output, string>> {
  if (file === undefined || file === '-') return ok(over(process.stdout));
  const found = await targetOf(file);
  if (!found.ok) return found;
  const { path, replaced } = found.value;
  const written = replaced ? `${path}.${process.pid}.part` : path;
  const stream = createWriteStream(written);
  try {
    await once(stream, 'open');
  } catch (error) {
    const isLost = (error as NodeJS.ErrnoException).code === 'ENOENT';
    return fail(isLost ? `${file} cannot be written: there is no folder ${dirname(file)}.` : sayFileError(file, error));
  }
  const output = over(stream);
  const remove = (): Promise<void> => (replaced ? rm(written, { force: true }) : Promise.resolve());
  const interrupted = (): void => void remove().finally(() => process.exit(130));
  process.once('SIGINT', interrupted);
  process.once('SIGTERM', interrupted);
  const closed = async (): Promise<void> => {
    process.off('SIGINT', interrupted);
    process.off('SIGTERM', interrupted);
  };
  return ok({
    write: chunk => output.write(chunk),
    commit: async () => {
      stream.end();
      await once(stream, 'close');
      await output.commit();
      if (replaced) await rename(written, path);
      await closed();
    },
    discard: async () => {
      stream.destroy();
      await remove();
      await closed();
    },
  });
}

/** A regular or new file is replaced when all is written; a device or pipe is written as it is. */
async function targetOf(file: string): Promise<Result<{ path: string; replaced: boolean }, string>> {
  try {
    const path = await realpath(file);
    const about = await stat(path);
    if (about.isDirectory()) return fail(`${file} is a folder.`);
    return ok({ path, replaced: about.isFile() });
  } catch (error) {
    const isNew = (error as NodeJS.ErrnoException).code === 'ENOENT';
    return isNew ? ok({ path: file, replaced: true }) : fail(sayFileError(file, error));
  }
}

function over(stream: Writable): Output {
  let failure: Error | undefined;
  stream.on('error', error => (failure = error));
  const check = (): void => {
    if (failure) throw failure;
  };
  return {
    write: async chunk => {
      check();
      if (chunk.length > 0 && !stream.write(chunk)) await room(stream);
      check();
    },
    commit: async () => check(),
    discard: async () => undefined,
  };
}

/** Until the stream takes more, or will never take any. */
function room(stream: Writable): Promise<void> {
  const ends = ['drain', 'close', 'error'] as const;
  return new Promise(resolve => {
    const done = (): void => {
      for (const name of ends) stream.off(name, done);
      resolve();
    };
    for (const name of ends) stream.on(name, done);
  });
}
