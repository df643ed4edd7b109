import type { JsonValue } from '@lib/rules';

/** The fields a condition reads, in the order it names them, each once. */
export function fieldsIn(logic: JsonValue): readonly string[] {
  const found = new Set<string>();
  const pending: JsonValue[] = [logic];
  for (let part = pending.shift(); part !== undefined; part = pending.shift()) {
    if (part === null || typeof part !== 'object') continue;
    if (!Array.isArray(part)) {
      const path = (part as { readonly [key: string]: JsonValue })['var'];
      const name = Array.isArray(path) ? (path as readonly JsonValue[])[0] : path;
      if (typeof name === 'string' && name !== '') found.add(name);
    }
    pending.unshift(...(Object.values(part) as JsonValue[]));
  }
  return [...found];
}
