/** Any value JSON can say. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/**
 * A JSON-Logic expression as stored and exchanged: a literal, a list, or an object with exactly one key,
 * the operator (an object with none or several keys is literal data).
 */
export type JsonLogic = JsonValue;
