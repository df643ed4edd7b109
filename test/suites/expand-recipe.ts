import type { JsonValue } from '../../libs/rules/src/model/json';

type Recipe = JsonValue;

/**
 * JSON too large to be written out, from a recipe: an object with one key that begins with a dollar sign.
 * `$nest` puts `of` around itself so many times, at its "$" · `$list` and `$text` repeat `of` · `$count` is 0, 1, 2 …
 * · `$numbered` is t0, t1, t2 … · `$cat` joins texts · `$json` is parsed, for keys that cannot be written as they are.
 */
export function expandRecipe(value: Recipe): JsonValue {
  if (Array.isArray(value)) return (value as readonly JsonValue[]).map(expandRecipe);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value as { readonly [key: string]: JsonValue });
  const [name, given] = entries[0] ?? [];
  if (entries.length === 1 && name && RECIPES.has(name)) return cooked(name, given as JsonValue);
  return Object.fromEntries(entries.map(([key, inner]) => [key, expandRecipe(inner)]));
}

const RECIPES: ReadonlySet<string> = new Set(['$nest', '$list', '$text', '$count', '$numbered', '$cat', '$json']);

interface Repeated {
  readonly times: number;
  readonly of: JsonValue;
  readonly around: JsonValue;
}

function cooked(name: string, given: JsonValue): JsonValue {
  const { times, of, around } = given as unknown as Repeated;
  switch (name) {
    case '$nest': {
      let nested = expandRecipe(around);
      for (let i = 0; i < times; i++) nested = withInner(of, nested);
      return nested;
    }
    case '$list':
      return Array.from({ length: times }, () => expandRecipe(of));
    case '$text':
      return (of as string).repeat(times);
    case '$count':
      return Array.from({ length: given as number }, (_, i) => i);
    case '$numbered':
      return Array.from({ length: given as number }, (_, i) => `t${i}`);
    case '$cat':
      return (given as readonly JsonValue[]).map(part => expandRecipe(part) as string).join('');
    default:
      return JSON.parse(given as string) as JsonValue;
  }
}

/** `of` with everything that is "$" in it put in place by `inner`, which is not walked. */
function withInner(of: JsonValue, inner: JsonValue): JsonValue {
  if (of === '$') return inner;
  if (Array.isArray(of)) return (of as readonly JsonValue[]).map(part => withInner(part, inner));
  if (of === null || typeof of !== 'object') return of;
  return Object.fromEntries(Object.entries(of).map(([key, part]) => [key, withInner(part, inner)]));
}
