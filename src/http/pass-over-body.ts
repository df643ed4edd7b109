import type { IncomingMessage } from 'node:http';

const LONGEST_MS = 10_000;

/**
 * Reads away what is still to come of a body that was refused: a client that sends all of it before it looks at the
 * answer would else wait for ever, or lose the answer with a connection that is closed upon it. What takes too long is cut off.
 */
export function passOverBody(request: IncomingMessage): void {
  if (request.complete || request.destroyed) return;
  const patience = setTimeout(() => request.socket.destroy(), LONGEST_MS).unref();
  request.once('close', () => clearTimeout(patience));
  request.once('end', () => clearTimeout(patience));
  request.on('error', () => undefined);
  request.resume();
}
