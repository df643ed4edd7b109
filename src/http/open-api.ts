import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';

import { LIMITS } from '../config/limits';

const DESCRIPTION = `Turns what data stewards say into reviewed data rules.

Errors are RFC 9457 problems (\`application/problem+json\`) with a stable \`code\`, and \`problems[]\` where a rule or a field of the request is at fault.
A member of a request that is \`null\` counts as left out (\`nullable\` ones aside). Lists: \`?limit=&cursor=\` → \`{items, next}\`. Unsafe calls take \`Idempotency-Key\`, kept for 24 hours: the same call again gets the first answer and does nothing twice; imports count by the digest of what they carry. A streamed \`POST /apply\` ignores it: it changes nothing here, so it may be sent again as it is.

Limits (beyond them 413): JSON body ${LIMITS.bodyBytes} bytes · prompt ${LIMITS.promptCharacters} characters · records in one apply call ${LIMITS.applyRecords} · NDJSON line ${LIMITS.lineBytes} bytes · streams open at a time per caller ${LIMITS.streamsPerCaller} (beyond it 429) · import ${LIMITS.importBytes} bytes · page ${LIMITS.pageItems} items.`;

/** The API's own description: `/api/openapi.json`, to read at `/api/docs`. */
export function describeApi(app: INestApplication): void {
  const config = new DocumentBuilder()
    .setTitle('Rulewright')
    .setVersion('1')
    .setDescription(DESCRIPTION)
    .addCookieAuth('rulewright')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'An API key: rw_<id>_<secret>' })
    .build();
  const document = () => {
    const made = SwaggerModule.createDocument(app, config);
    return { ...made, 'x-limits': LIMITS };
  };
  SwaggerModule.setup('api/docs', app, document, {
    jsonDocumentUrl: 'api/openapi.json',
    yamlDocumentUrl: 'api/openapi.yaml',
    customSiteTitle: 'Rulewright API',
  });
}
