import type { Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';

import type { FastifyRequest } from 'fastify';

import { HttpProblem } from './problem';

const PIECE_BYTES = 16 * 1024;

interface Bound {
  /** What is sent, as a sentence begins with it: "An import". */
  readonly what: string;
  readonly most: number;
}

/** The media type of what is sent, without its parameters. */
export function mediaTypeOf(request: FastifyRequest): string {
  return (request.headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase();
}

/** The body as it comes in, up to the limit. A client that goes away ends it with a problem nobody reads. */
export async function* streamedBody(request: FastifyRequest, { what, most }: Bound): AsyncGenerator<Uint8Array> {
  const tooLarge = () => new HttpProblem(413, 'too-large', `${what} has at most ${most} bytes.`, { limit: most });
  if (Number(request.headers['content-length'] ?? 0) > most) throw tooLarge();
  let size = 0;
  try {
    // Given up, it is left open: the rest goes by unread, and who sends it comes to read the answer.
    for await (const chunk of (request.body as Readable).iterator({ destroyOnReturn: false })) {
      size += (chunk as Uint8Array).length;
      if (size > most) throw tooLarge();
      for (let at = 0; at < (chunk as Uint8Array).length; at += PIECE_BYTES) {
        yield (chunk as Uint8Array).subarray(at, at + PIECE_BYTES);
        // Reading costs time: in between, others have their turn.
        await nextTurn();
      }
    }
  } catch (error) {
    if (error instanceof HttpProblem) throw error;
    throw new HttpProblem(400, 'incomplete', 'The connection ended before the body did; nothing of it was kept.');
  }
}
