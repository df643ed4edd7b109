import type { Clock } from '../model/clock';
import { operandTypeAt } from '../model/operator-row';
import { OPERATORS } from '../model/operator-table';
import type { RecordType } from '../model/record-type';
import { Run } from '../model/run';

/** What json-logic-js and engines shaped like it offer. */
export interface JsonLogicEngine {
  apply(logic: unknown, data: unknown): unknown;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the shape of a foreign library
  add_operation(name: string, code: (...operands: any[]) => unknown): void;
}

/**
 * Teaches any JSON-Logic engine our operators, so that it can run our rules. Clock and lists are asked once per operation;
 * lists are those that rules refer to instead of containing them.
 */
export function registerOperators(
  engine: JsonLogicEngine,
  clock: () => Clock,
  lists: () => RecordType['lists'] = () => undefined,
): void {
  for (const row of OPERATORS) {
    if (!row.added) continue;
    const lookUp = (operand: unknown, i: number): unknown =>
      operandTypeAt(row, i) === 'list-reference' ? (lists()?.get(String(operand)) ?? operand) : operand;
    engine.add_operation(row.logic, (...operands: readonly unknown[]) =>
      row.evaluate(new Run(clock()), ...operands.map(lookUp)),
    );
  }
}
