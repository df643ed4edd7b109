import { createRequire } from 'node:module';

import type { JsonLogicEngine } from '@lib/rules';

/** json-logic-js, the reference that previews hold every rule against. It has no types of its own. */
export const REFERENCE_ENGINE = createRequire(__filename)('json-logic-js') as JsonLogicEngine;
