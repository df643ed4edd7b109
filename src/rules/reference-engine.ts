import { createRequire } from 'node:module';

import type { JsonLogicEngine } from '@lib/rules';

/**
 * json-logic-js, the reference that every rule is held against. It keeps its operators in a module, so there is one per
 * process; only two functions of it are needed.
 */
export const REFERENCE_ENGINE = createRequire(__filename)('json-logic-js') as JsonLogicEngine;
