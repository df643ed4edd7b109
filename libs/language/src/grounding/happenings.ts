import type { Field } from '@lib/rules';
import { wordsOf } from './fold';

const NOUN_ENDINGS = /(ations?|itions?|ions?|ments?|als?|ances?|ences?|iry|ery|ures?|ings?)$/;
const VERB_ENDINGS = /(ied|ed|ing|ies|es|s|e|y)$/;

/** What is left of a word when the endings of nouns and verbs of happening are cut: `cancellation` and `cancelled` meet. */
function rootOf(word: string): string {
  const noun = word.replace(NOUN_ENDINGS, '');
  const root = noun.length >= 4 && noun !== word ? noun : word.replace(VERB_ENDINGS, '');
  const plain = root.replace(/([bdfglmnprt])\1$/, '$1').replace(/(?<=.{3})[eiy]$/, '');
  return plain.length >= 3 ? plain : word;
}

const WORDLESS = new Set(['date', 'time', 'day', 'last', 'next', 'first', 'on', 'at', 'start', 'end']);

/** Words for what happened ("cancelled", "renewing") under the roots of the date fields that are named after it. */
export function happeningsOf(fields: readonly Field[]): ReadonlyMap<string, readonly Field[]> {
  const byRoot = new Map<string, Field[]>();
  for (const field of fields) {
    if (field.type !== 'date' && field.type !== 'datetime') continue;
    for (const word of new Set([...wordsOf(field.label), ...wordsOf(field.name)])) {
      if (word.length < 4 || WORDLESS.has(word)) continue;
      const root = rootOf(word);
      byRoot.set(root, [...(byRoot.get(root) ?? []).filter(known => known !== field), field]);
    }
  }
  return byRoot;
}

/** The root under which a verb of happening is found, where the word is one. */
export function happeningRoot(word: string): string | undefined {
  return /^\p{L}{4,}$/u.test(word) && /(ed|ing|s|e)$/.test(word) ? rootOf(word) : undefined;
}
