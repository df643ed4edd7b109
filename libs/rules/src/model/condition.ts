import type { JsonLogic, JsonValue } from './json';

/**
 * A condition as read from JSON-Logic. Every node remembers how it was written (`short` is `{"!":x}` for `{"!":[x]}`),
 * so that writing what was read gives the same JSON-Logic back, to the last bracket.
 */
export type Condition =
  | { readonly kind: 'literal'; readonly value: JsonValue }
  | { readonly kind: 'list'; readonly items: readonly Condition[] }
  | { readonly kind: 'field'; readonly path: string; readonly short: boolean; readonly fallback?: JsonValue }
  | {
      readonly kind: 'operation';
      readonly operator: string;
      readonly operands: readonly Condition[];
      readonly short: boolean;
    }
  /** JSON-Logic outside the operator table: kept as it is, run by a generic path with the same meaning. */
  | { readonly kind: 'logic'; readonly logic: JsonLogic };

export type OperationNode = Extract<Condition, { kind: 'operation' }>;
