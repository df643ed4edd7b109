/** What a piece of an explanation stands for. `group` are the brackets around parts that belong together. */
export type TokenKind = 'text' | 'field' | 'operator' | 'value' | 'action' | 'unit' | 'group';

/** A piece of an explanation; `at` points to the part of the rule it tells. */
export interface Token {
  readonly text: string;
  readonly kind: TokenKind;
  readonly at?: string;
}

/** A rule in words. The tokens' texts, one after the other, are the text. */
export interface Explanation {
  readonly text: string;
  readonly tokens: readonly Token[];
}

export function token(kind: TokenKind, text: string, at?: string): Token {
  return at === undefined ? { text, kind } : { text, kind, at };
}

export function textOfTokens(tokens: readonly Token[]): string {
  return tokens.map(({ text }) => text).join('');
}

/** Groups of tokens in a row, a separator between each two and another before the last. */
export function joinTokens(
  groups: readonly (readonly Token[])[],
  separator: string,
  last = separator,
): readonly Token[] {
  return groups.flatMap((group, i) =>
    i === 0 ? group : [token('text', i === groups.length - 1 ? last : separator), ...group],
  );
}
