import type { LoggerService } from '@nestjs/common';
import { type Logger, pino } from 'pino';

import type { Env } from '../config/env';

/** One JSON object per line. What is logged: ids, routes, states, times; never secrets, prompts or record values. */
export function createLog(env: Pick<Env, 'logLevel'>): Logger {
  return pino({
    level: env.logLevel,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: ['*.password', '*.token', '*.authorization', '*.cookie', '*.secret', '*.apiKey'], censor: '…' },
  });
}

/** Injection token of the log. */
export const LOG = Symbol('log');

/** Nest's own messages, in the same log; the chatter of its start only at `debug`. */
export class NestLog implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown): void {
    this.logger.debug({ nest: String(message) }, 'nest');
  }

  error(message: unknown): void {
    this.logger.error({ nest: message instanceof Error ? message.message : String(message) }, 'nest');
  }

  warn(message: unknown): void {
    this.logger.warn({ nest: String(message) }, 'nest');
  }

  debug(message: unknown): void {
    this.logger.trace({ nest: String(message) }, 'nest');
  }

  verbose(message: unknown): void {
    this.logger.trace({ nest: String(message) }, 'nest');
  }
}
