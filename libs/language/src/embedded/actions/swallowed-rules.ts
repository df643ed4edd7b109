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
  return actions.flatMap(({ action, span }) => {
    if (action.type !== 'addTag') return [];
    const at = text.indexOf(action.value, span[0]);
    const quoted = at > 0 && /["'“”„«»「『‘]/.test(text[at - 1] ?? '');
    if (at < 0 || quoted) return [];
    const words = chunks.filter(({ start }) => start >= at && start < at + action.value.length);
    return holdsRule(words) ? [action.value] : [];
  });
}

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
