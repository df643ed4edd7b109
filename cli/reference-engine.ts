import { createRequire } from 'node:module';
import type { JsonLogicEngine } from '@lib/rules';

/**
 * json-logic-js, the reference that every rule is held against. It keeps its operators in a module, so there is one per
 * process; it brings no types, and only these two functions of it are needed.
 */
export function referenceEngine(): JsonLogicEngine {
  return createRequire(__filename)('json-logic-js') as JsonLogicEngine;
}
