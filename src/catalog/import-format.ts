import type { RecordFormat } from '@lib/records';
import type { FastifyRequest } from 'fastify';

import { HttpProblem } from '../http/problem';
import { mediaTypeOf } from '../http/streamed-body';

const FORMATS: Readonly<Record<string, RecordFormat>> = {
  'text/csv': 'csv',
  'application/x-ndjson': 'ndjson',
  'application/ndjson': 'ndjson',
  'application/json': 'json',
};

/** How the records of an import are written, by its content type. */
export function formatOf(request: FastifyRequest): RecordFormat {
  const format = FORMATS[mediaTypeOf(request)];
  if (!format)
    throw new HttpProblem(415, 'unsupported-content-type', `Records come as ${Object.keys(FORMATS).join(', ')}.`);
  return format;
}
