import 'reflect-metadata';

import { createApp } from './app.setup';
import { type Env, readEnv } from './config/env';
import { DatabaseFailure, readDriverError } from './database/database-failure';
import { FileHeld } from './database/file-lock';
import { NewerSchema } from './database/newer-schema';
import { prepareService } from './prepare-service';
import { createLog } from './runtime/log';
import { SystemWallClock } from './runtime/wall-clock';

/** Starts the service as the environment says, or prints every mistake in it and ends with 1. */
async function main(source: Readonly<Record<string, string | undefined>> = process.env): Promise<void> {
  const env = readEnv(source);
  if (!env.ok) {
    for (const mistake of env.error) console.error(`rulewright: ${mistake}`);
    process.exitCode = 1;
    return;
  }
  const log = createLog(env.value);
  try {
    const app = await createApp({ env: env.value, clock: new SystemWallClock(), log });
    const { sampleKey } = await prepareService(app, env.value);
    await app.listen({ host: env.value.host, port: env.value.port });
    greet(env.value, await app.getUrl(), sampleKey);
  } catch (error) {
    const known = knownReason(error);
    if (known !== undefined) console.error(`rulewright: ${known}`);
    else
      log.fatal(
        { error: { type: (error as Error).name, message: (error as Error).message, stack: (error as Error).stack } },
        'could not start',
      );
    process.exit(1);
  }
}

/** An address or a folder that cannot be had, or no room. */
const OF_THE_MACHINE = /^(EADDRINUSE|EADDRNOTAVAIL|EACCES|EPERM|ENOSPC|EROFS|ENOTDIR|EEXIST|EDQUOT)$/;

/** What somebody who starts the service can put right, in one line; all else is a bug and logged as one. */
function knownReason(thrown: unknown): string | undefined {
  const error = readDriverError(thrown);
  if (!(error instanceof Error)) return undefined;
  if (error instanceof DatabaseFailure) {
    const cause = error.cause instanceof Error ? ` (${error.cause.message})` : '';
    return `${error.message}${cause}`;
  }
  const isKnown = error instanceof FileHeld || error instanceof NewerSchema;
  const { code = '', syscall } = error as NodeJS.ErrnoException;
  const isOfMachine = OF_THE_MACHINE.test(code) || (code === 'ENOENT' && syscall === 'mkdir');
  return isKnown || isOfMachine ? error.message : undefined;
}

function greet(env: Env, url: string, sampleKey: string | undefined): void {
  const lines = [`Rulewright is at ${env.publicUrl ?? url}`, `API: ${url}/api/docs`];
  if (env.mode === 'demo') {
    lines.push('Demo mode: open the console and continue as steward, admin, admin2 or auditor.');
    lines.push(`Sample API key: ${sampleKey ?? ''}`);
  } else {
    lines.push('No admin yet? Run "rulewright admin setup-link" on this machine.');
  }
  console.log(lines.join('\n'));
}

void main();
