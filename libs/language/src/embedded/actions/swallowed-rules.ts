import type { CutAction } from './cut-actions';
import { has, holdsData } from '../cursor';
import type { Chunk } from '../../grounding/link-words';

/** A tag of fewer words holds no second rule. */
const FEWEST = 3;

/**
 * Tags that would swallow the beginning of another rule: "risky else tag as safe", "customers in France as Gold", "those
 * with employees < 10 as tiny". A rule does one thing to one kind of records; people are asked to say the other apart.
 */
export function swallowedRules(
  actions: readonly CutAction[],
  chunks: readonly Chunk[],
  text: string,
): readonly string[] {
  return actions.flatMap(({ action, span }, i) => {
    if (action.type !== 'addTag') return [];
    const { at, words } = wordsOf(action.value, span, chunks, text);
    if (words.length === 0) return [];
    // "trialing → trial-q4, past_due → dunning": what leads on to something else is no tag.
    const next = chunks.find(({ start }) => start >= at + action.value.length);
    const leads = has(next, 'arrow') && next?.quote === undefined && actions.length > 1;
    return leads || holdsRule(words) || (i > 0 && namesOthers(words)) ? [action.value] : [];
  });
}

/** What a tag was made of, where it stands without quotes. */
function wordsOf(
  tag: string,
  span: CutAction['span'],
  chunks: readonly Chunk[],
  text: string,
): { readonly at: number; readonly words: readonly Chunk[] } {
  const at = text.indexOf(tag, span[0]);
  const quoted = at > 0 && /["'“”„«»「『‘]/.test(text[at - 1] ?? '');
  const words = at < 0 || quoted ? [] : chunks.filter(({ start }) => start >= at && start < at + tag.length);
  return { at, words };
}

/** What names of tags hold seldom, and sentences always: such a tag may have swallowed words of its sentence. */
const OF_SENTENCES = ['with', 'as', 'if', 'det', 'tagNoun', 'be', 'where', 'give', 'them'] as const;

/** Whether a tag of several words has one among them that belongs to sentences. */
export const holdsSentence = (actions: readonly CutAction[], chunks: readonly Chunk[], text: string): boolean =>
  actions.some(({ action, span }) => {
    if (action.type !== 'addTag') return false;
    const words = wordsOf(action.value, span, chunks, text).words.filter(({ glued }, i) => i === 0 || !glued);
    return words.length > 1 && words.some(chunk => has(chunk, ...OF_SENTENCES) && /^\p{Ll}/u.test(chunk.text));
  });

/** "people in IT", "in France", "else small" behind a tag: other records, of which no name of a tag speaks. */
function namesOthers(words: readonly Chunk[]): boolean {
  if (words.length > 1 && has(words[0], 'otherwise')) return true;
  return words.some((chunk, at) => {
    if (chunk.values.length === 0) return false;
    // "To Invoice": a capital begins a name, and leads to no records.
    const led = has(words[at - 1], 'in', 'for', 'from') && isSmall(words[at - 1]) && !has(words[at - 1], 'noun');
    return led || (has(words[at + 1], 'noun') && !holdsData(words[at + 1] as Chunk));
  });
}

const isSmall = (chunk: Chunk | undefined): boolean => /^\p{Ll}/u.test(chunk?.text ?? '');

function holdsRule(words: readonly Chunk[]): boolean {
  if (words.length < FEWEST) return false;
  if (words.some((chunk, i) => i > 0 && has(chunk, 'otherwise'))) return true;
  const compares = words.some((chunk, i) => has(chunk, 'gt', 'gte', 'lt', 'lte') && words[i + 1]?.number !== undefined);
  const others = words.some(chunk => has(chunk, 'noun', 'ones', 'them'));
  const names = words.some((chunk, i) => i > 0 && has(chunk, 'as') && i < words.length - 1);
  // "orphan, and idle ones retrofit": other records, and another tag for them.
  const gapped = words.some(
    (chunk, i) => i > 0 && i < words.length - 1 && has(chunk, 'ones') && words.slice(0, i).some(holdsData),
  );
  const acts = words.some(chunk => has(chunk, 'tagNoun', 'setTo', 'clear') && chunk.values.length === 0);
  return compares || gapped || (others && (names || acts));
}
