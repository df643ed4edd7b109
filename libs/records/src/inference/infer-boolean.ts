import type { Reading } from '@lib/rules';
import type { Evidence } from './evidence';
import { namesFlag } from './name-hints';

/** Words for true and for false that are used together. */
const PAIRS: readonly (readonly [yes: string, no: string])[] = [
  ['true', 'false'],
  ['yes', 'no'],
  ['y', 'n'],
  ['ja', 'nein'],
  ['ja', 'nee'],
  ['ja', 'nej'],
  ['j', 'n'],
  ['oui', 'non'],
  ['o', 'n'],
  ['sí', 'no'],
  ['si', 'no'],
  ['sì', 'no'],
  ['s', 'n'],
  ['sim', 'não'],
  ['sim', 'nao'],
  ['wahr', 'falsch'],
  ['vrai', 'faux'],
  ['vero', 'falso'],
  ['verdadero', 'falso'],
  ['verdadeiro', 'falso'],
  ['tak', 'nie'],
  ['on', 'off'],
  ['t', 'f'],
  ['是', '否'],
  ['はい', 'いいえ'],
];
const TRUE_WORDS = new Set(PAIRS.map(([yes]) => yes));
const FALSE_WORDS = new Set(PAIRS.map(([, no]) => no));
const MARKS = new Set(['x', '✓', '✔', '☑']);
const ENOUGH = 0.95;

/** The reading under which the values are yes or no, or nothing. `0` and `1` are numbers unless the header asks for a flag. */
export function inferBoolean(evidence: Evidence): Reading | undefined {
  const words = new Map<string, { spelled: string; count: number }>();
  for (const [text, count] of evidence.texts) {
    const lower = text.trim().toLowerCase();
    const word = words.get(lower);
    if (word) word.count += count;
    else if (words.size > 40) return undefined;
    else words.set(lower, { spelled: text.trim(), count });
  }
  const isFlag = namesFlag(evidence.label);
  const all = [...words.keys()];
  if (all.length === 0) return undefined;
  if (all.every(word => MARKS.has(word)) && (evidence.blanks > 0 || isFlag)) {
    return { type: 'boolean', trueWords: spell(all, words), falseWords: [] };
  }
  if (isFlag && evidence.numbers === 0 && all.every(word => word === '0' || word === '1')) {
    return { type: 'boolean', trueWords: ['1'], falseWords: ['0'] };
  }
  const yes = all.filter(word => TRUE_WORDS.has(word));
  const no = all.filter(word => FALSE_WORDS.has(word));
  const known = [...yes, ...no].reduce((sum, word) => sum + words.get(word)!.count, 0);
  if (known / evidence.textCount < ENOUGH || known + evidence.booleans === 0) return undefined;
  // A lone `n` or `s` in every row is more likely a code.
  const oneSided = yes.length === 0 || no.length === 0;
  if (oneSided && evidence.booleans === 0 && !isFlag && [...yes, ...no].every(word => word.length === 1))
    return undefined;
  const trueWords = spell(yes, words);
  const falseWords = spell(no, words);
  const bare = isBare(trueWords, falseWords);
  return {
    type: 'boolean',
    ...(!bare && { trueWords: trueWords.length > 0 ? trueWords : partners(no, falseWords, 0) }),
    ...(!bare && { falseWords: falseWords.length > 0 ? falseWords : partners(yes, trueWords, 1) }),
  };
}

/** Most frequent first: what is written is spelled as most values are. */
function spell(
  words: readonly string[],
  found: ReadonlyMap<string, { spelled: string; count: number }>,
): readonly string[] {
  return [...words].sort((a, b) => found.get(b)!.count - found.get(a)!.count).map(word => found.get(word)!.spelled);
}

function isBare(trueWords: readonly string[], falseWords: readonly string[]): boolean {
  return [...trueWords, ...falseWords].every(word => word === 'true' || word === 'false');
}

/** The other side of a pair of which only one side came, in the same case. */
function partners(words: readonly string[], spelled: readonly string[], side: 0 | 1): readonly string[] {
  const found = PAIRS.filter(pair => words.includes(pair[1 - side]!)).map(pair => pair[side]);
  const like = spelled[0] ?? '';
  const upper = like.length > 1 && like === like.toUpperCase();
  const capital = /^\p{Lu}/u.test(like);
  return [...new Set(found)].map(word =>
    upper || (capital && word.length === 1)
      ? word.toUpperCase()
      : capital
        ? word[0]!.toUpperCase() + word.slice(1)
        : word,
  );
}
