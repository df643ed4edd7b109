import type { Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';

import type { RecordFormat } from '@lib/records';
import type { FastifyRequest } from 'fastify';

import { LIMITS } from '../config/limits';
import { HttpProblem } from '../http/problem';

const FORMATS: Readonly<Record<string, RecordFormat>> = {
  'text/csv': 'csv',
  'application/x-ndjson': 'ndjson',
  'application/ndjson': 'ndjson',
  'application/json': 'json',
};

const PIECE_BYTES = 16 * 1024;

/** How the records of an import are written, by its content type. */
export function formatOf(request: FastifyRequest): RecordFormat {
  const type = (request.headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase();
  const format = FORMATS[type];
  if (!format)
    throw new HttpProblem(415, 'unsupported-content-type', `Records come as ${Object.keys(FORMATS).join(', ')}.`);
  return format;
}

/** The body as it comes in, up to the limit. A client that goes away ends it with a problem nobody reads. */
export async function* bodyOf(request: FastifyRequest): AsyncGenerator<Uint8Array> {
  const tooLarge = () =>
    new HttpProblem(
      413,
      'too-large',
      `An import has at most ${LIMITS.importBytes} bytes.`,
      { limit: LIMITS.importBytes },
      { connection: 'close' },
    );
  if (Number(request.headers['content-length'] ?? 0) > LIMITS.importBytes) throw tooLarge();
  let size = 0;
  try {
    // Given up, it is left open: the rest goes by unread, and who sends it comes to read the answer.
    for await (const chunk of (request.body as Readable).iterator({ destroyOnReturn: false })) {
      size += (chunk as Uint8Array).length;
      if (size > LIMITS.importBytes) throw tooLarge();
      for (let at = 0; at < (chunk as Uint8Array).length; at += PIECE_BYTES) {
        yield (chunk as Uint8Array).subarray(at, at + PIECE_BYTES);
        // Reading records costs time: in between, others have their turn.
        await nextTurn();
      }
    }
  } catch (error) {
    if (error instanceof HttpProblem) throw error;
    throw new HttpProblem(400, 'incomplete', 'The connection ended before the last record; nothing was imported.');
  }
}
