import type { Clock } from '../model/clock';
import { OPERATORS } from '../model/operator-table';
import { Run } from '../model/run';

/** What json-logic-js and engines shaped like it offer. */
export interface JsonLogicEngine {
  apply(logic: unknown, data: unknown): unknown;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the shape of a foreign library
  add_operation(name: string, code: (...operands: any[]) => unknown): void;
}

/** Teaches any JSON-Logic engine our operators, so that it can run our rules. The clock is asked once per operation. */
export function registerOperators(engine: JsonLogicEngine, clock: () => Clock): void {
  for (const row of OPERATORS) {
    if (!row.added) continue;
    engine.add_operation(row.logic, (...operands: readonly unknown[]) => row.evaluate(new Run(clock()), ...operands));
  }
}
