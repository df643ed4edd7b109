import type { RecordType } from '@lib/rules';

/** Words between a field and the value it is compared with, as a whole: what follows is the value itself. */
const IS =
  'is|are|was|equals?|equal to|named|called|contains?|includes?|like|ist|heißt|gleich|enthält|est|contient|es|contiene|è|é|=|==|:';

/** What may follow "is" and is no value: it says how to compare, or that there is none. */
const NO_VALUE = new Set(
  `not no missing empty blank null unknown filled present set valid invalid given above below over under more less greater smaller at between
   before after older younger longer shorter equal exactly one either neither in the a an nicht kein leer gefüllt größer kleiner über unter
   zwischen vor nach mindestens höchstens vide pas vacío no vuoto non`.split(/\s+/),
);

/** Where a value ends: at punctuation, or where another part of the request begins. */
const ENDS =
  /\s+(?:and|or|but|as|then|tag|with|where|who|whose|if|und|oder|als|dann|mit|et|ou|y|o|e)(?=\s)|[,;.!?→\n]|\s-/iu;
const MOST_WORDS = 5;

/**
 * Values a request names for these fields, whether or not any record holds them: "contact is john miller" gives "john miller".
 * Finds only what stands right after the field, because a request is full of other words.
 */
export function saidValues(recordType: RecordType, fieldNames: ReadonlySet<string>, prompt: string): readonly string[] {
  const names = recordType.fields
    .filter(field => fieldNames.has(field.name))
    .flatMap(field => [field.name, field.label, ...(field.synonyms ?? [])])
    .filter(name => name.trim() !== '')
    .map(escaped);
  if (names.length === 0) return [];
  const mention = new RegExp(`(?<![\\p{L}\\p{N}_])(?:${names.join('|')})(?:\\s+(?:${IS})|\\s*[=:]+)\\s+`, 'giu');
  return [...prompt.matchAll(mention)].flatMap(found => valueAfter(prompt.slice(found.index + found[0].length)));
}

function valueAfter(rest: string): readonly string[] {
  const quoted = /^(["'“„«‘])(.+?)["'”“»’]/u.exec(rest);
  if (quoted?.[2]) return [quoted[2]];
  const end = rest.search(ENDS);
  const words = (end < 0 ? rest : rest.slice(0, end)).trim().split(/\s+/).slice(0, MOST_WORDS);
  const [first] = words;
  return first === undefined || first === '' || NO_VALUE.has(first.toLowerCase()) ? [] : [words.join(' ')];
}

function escaped(text: string): string {
  return text.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
