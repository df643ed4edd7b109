import type { Condition } from '../model/condition';
import type { JsonLogic } from '../model/json';

/** The JSON-Logic of a condition; reading it back gives the same condition. */
export function writeCondition(condition: Condition): JsonLogic {
  switch (condition.kind) {
    case 'literal':
      return condition.value;
    case 'logic':
      return condition.logic;
    case 'list':
      return condition.items.map(writeCondition);
    case 'field':
      if (condition.fallback !== undefined) return { var: [condition.path, condition.fallback] };
      return { var: condition.short ? condition.path : [condition.path] };
    case 'operation': {
      const operands = condition.operands.map(writeCondition);
      return { [condition.operator]: condition.short ? (operands[0] as JsonLogic) : operands };
    }
  }
}
