import type { CompiledLexicon } from '../compiled-lexicon';
import { withoutEndings } from './endings';
import type { FieldIndex } from '../fields/field-index';
import type { Token } from './segment';

/** What both words share is at least so long, and so is what each has alone. */
const SHORTEST_TAIL = 4;
const SHORTEST_HEAD = 3;

/** "Vor- oder Nachname", "voor- of achternaam": what a hyphen leaves out stands at the end of the next word. */
export function withHangingParts(
  tokens: readonly Token[],
  lexicon: CompiledLexicon,
  fields: FieldIndex,
): readonly Token[] {
  if (!lexicon.compounds) return tokens;
  const named = (word: string): boolean =>
    fields.lookup(word).length > 0 ||
    (lexicon.conceptForms.get(withoutEndings(word, lexicon.endings)) ?? []).some(
      concept => fields.ofConcept(concept).length > 0,
    );
  const whole = (head: string, next: string): string | undefined => {
    for (let at = SHORTEST_HEAD; at <= next.length - SHORTEST_TAIL; at++) {
      const word = head + next.slice(at);
      if (named(word)) return word;
    }
    return undefined;
  };
  const full: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const [first, hyphen, joint, second] = tokens.slice(at, at + 4);
    if (!first) break;
    const hangs =
      first.kind === 'word' &&
      hyphen?.fold === '-' &&
      hyphen.glued &&
      joint?.glued === false &&
      second?.kind === 'word' &&
      (lexicon.roles.get(joint.fold) ?? []).some(role => role === 'and' || role === 'or');
    const word = hangs && second ? whole(first.fold, second.fold) : undefined;
    if (word === undefined || !hyphen) full.push(first);
    else {
      full.push({ ...first, text: word, fold: word, end: hyphen.end });
      at++;
    }
  }
  return full;
}
