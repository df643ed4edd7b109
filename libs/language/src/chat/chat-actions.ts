import { findAction, type ParameterKind } from '@lib/rules';

/** The parameters of an action type a stranger named, by what each takes; `undefined` where there is no such type. */
export function parametersOf(type: string): ReadonlyMap<string, ParameterKind> | undefined {
  const row = findAction(type);
  return row && new Map(row.parameters.map(({ name, kind }) => [name, kind]));
}
