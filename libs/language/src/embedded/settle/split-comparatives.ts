import { has, isBound } from '../cursor';
import { says } from '../saying';
import type { Role } from '../../grounding/lexicon';
import type { Chunk, Grounding } from '../../grounding/link-words';

/** So many words may stand between a comparing word and its "than". */
const BETWEEN = 5;

const COMPARING: readonly Role[] = ['gt', 'lt', 'before', 'after', 'older', 'newer', 'neq'];

/** "später geliefert als zugesagt", "meer dagen opgenomen dan 20": the comparison is put together where its "than" stands. */
export function withWholeComparatives(chunks: readonly Chunk[], grounding: Grounding): readonly Chunk[] {
  const lexicon = grounding.lexicons[0];
  if (!lexicon?.compounds || !chunks.some(chunk => says(chunk, 'than'))) return chunks;
  const whole = [...chunks];
  for (let than = 2; than < whole.length; than++) {
    const word = whole[than];
    if (!word || !says(word, 'than')) continue;
    for (let at = than - 1; at >= Math.max(0, than - 1 - BETWEEN) && mayStandBetween(whole[at]); at--) {
      const comparing = whole[at];
      const key = `${comparing?.key ?? ''} ${word.key}`;
      const roles = lexicon.roles.get(key) ?? [];
      const dimensioned = lexicon.dimensioned.get(key);
      if (!roles.some(role => COMPARING.includes(role)) && !dimensioned) continue;
      if (at === than - 1) break;
      whole.splice(than, 1, { ...word, key, roles, ...(dimensioned && { dimensioned }) });
      // "weniger gezahlt, als die Bestellung kostet": the pause parts nothing.
      if (has(whole[than - 1], 'comma')) whole.splice(than - 1, 1);
      whole.splice(at, 1);
      break;
    }
  }
  return whole;
}

const mayStandBetween = (chunk: Chunk | undefined): boolean =>
  (!isBound(chunk) || has(chunk, 'comma')) &&
  chunk?.number === undefined &&
  chunk?.date === undefined &&
  chunk?.quote === undefined;
