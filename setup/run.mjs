import { spawn, spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** Runs a command in the checkout and ends the set-up with its exit code when it fails. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: ROOT, stdio: 'inherit', ...options });
  if (error) stop(`${command} could not be started: ${error.message}`);
  if (status !== 0) process.exit(status ?? 1);
}

/** Whether a command exists and answers `args` with success; prints nothing. */
export function answers(command, args, options = {}) {
  return spawnSync(command, args, { cwd: ROOT, stdio: 'ignore', ...options }).status === 0;
}

/** Becomes `command`: passes signals on and ends as it ends. */
export function become(command, args, options = {}) {
  const child = spawn(command, args, { cwd: ROOT, stdio: 'inherit', ...options });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', error => stop(`${command} could not be started: ${error.message}`));
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}

/** Ends the set-up with one clear message. */
export function stop(message) {
  console.error(`\n${message}\n`);
  process.exit(1);
}
