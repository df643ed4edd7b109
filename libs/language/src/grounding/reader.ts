import type { Clock } from '@lib/rules';
import type { CompiledLexicon } from './compiled-lexicon';
import { isIdeographic, joinWords } from './words/join-words';
import type { Role } from './lexicon';
import type { Token } from './words/segment';
import type { Sense } from './senses';

/** Tokens at most that say one thing in the grammar, and so many characters of writing without blanks. */
const MOST = 4;
const MOST_IDEOGRAPHIC = 7;

/** A phrase that plays roles, and where it ends. */
interface Played {
  readonly roles: readonly Role[];
  readonly to: number;
}

/**
 * The tokens of a request, as numbers and dates are read from them in one language. Many ask of every place what stands
 * there: each stretch is put together once, and phrases are looked for only where one may begin.
 */
export class Reader {
  private readonly keys: string[][] = [];
  private readonly played: (readonly Played[])[] = [];
  private readonly senses: (readonly Sense[])[] = [];
  private readonly opening: boolean[];

  constructor(
    readonly tokens: readonly Token[],
    readonly lexicon: CompiledLexicon,
    readonly clock: Clock,
  ) {
    this.opening = tokens.map(({ fold }) => lexicon.openers.several.has(fold) || / /.test(fold) || isIdeographic(fold));
  }

  /** The folded tokens of a stretch, as phrases are keyed. */
  key(from: number, to: number): string {
    const first = this.tokens[from]?.fold ?? '';
    if (to - from < 2) return first;
    const keys = (this.keys[from] ??= [first]);
    for (let length = keys.length; length < to - from; length++)
      keys.push(joinWords(keys[length - 1] ?? '', this.tokens[from + length]?.fold ?? ''));
    return keys[to - from - 1] ?? '';
  }

  /** The longest phrase of a look-up that starts at this token. */
  longest<V>(
    at: number,
    table: ReadonlyMap<string, V>,
    most = MOST,
  ): { readonly value: V; readonly to: number } | undefined {
    for (let to = this.reach(at, most); to > at; to--) {
      const value = table.get(this.key(at, to));
      if (value !== undefined) return { value, to };
    }
    return undefined;
  }

  /** Where the longest phrase with this role ends that starts here. */
  roleAt(at: number, role: Role): number | undefined {
    for (const { roles, to } of (this.played[at] ??= this.playedFrom(at))) if (roles.includes(role)) return to;
    return undefined;
  }

  /** Whether the word here says this. */
  says(at: number, sense: Sense): boolean {
    const token = this.tokens[at];
    if (token === undefined || token.kind === 'quote') return false;
    return (this.senses[at] ??= this.lexicon.senses.of(token.fold)).includes(sense);
  }

  private playedFrom(at: number): readonly Played[] {
    const most = isIdeographic(this.tokens[at]?.fold ?? '') ? MOST_IDEOGRAPHIC : MOST;
    const found: Played[] = [];
    for (let to = this.reach(at, most); to > at; to--) {
      const roles = this.lexicon.roles.get(this.key(at, to));
      if (roles) found.push({ roles, to });
    }
    return found;
  }

  private reach(at: number, most: number): number {
    return Math.min(at + (this.opening[at] === false ? 1 : most), this.tokens.length);
  }
}
