import { has } from '../cursor';
import { saidTo, says } from '../saying';
import { type Meaning, negate } from '../meaning/meaning';
import { tagsFieldIn } from '../tags-field';
import type { Parsed, ParseState } from './parse-state';
import { parseTest } from './parse-test';
import type { Chunk } from '../../grounding/link-words';

/** Before it a list is denied as a whole. */
const DENYING = ['no', 'not', 'without', 'never', 'neither'] as const;

/** So many words stand between the parts of "part - timers". */
const WORDS_OF_ONE = 3;

/** Whether a noun for several of a kind ends here: "women", "apprentices", "part-timers", "mentors" of a tag. */
function endsKind({ chunks, grounding }: ParseState, to: number): boolean {
  const chunk = chunks[to - 1];
  if (!chunk || chunk.quote !== undefined || chunk.number !== undefined) return false;
  for (let at = to - 1; at >= Math.max(0, to - WORDS_OF_ONE); at--) if (isPartTimers(chunks, at, to)) return true;
  const [link] = chunk.values;
  const names = link?.field.type === 'text' || link?.field.name === tagsFieldIn(grounding).name;
  return names && /^\p{Ll}/u.test(chunk.text) && says(chunk, 'several');
}

const isPartTimers = (chunks: readonly Chunk[], at: number, to: number): boolean =>
  saidTo(chunks, at, 'partTime') === to && says(chunks[to - 1], 'several');

/**
 * "women and part-timers", "apprentices, interns and women": nobody has several nouns at once where each is of a field
 * of its own; whoever is one of them is meant, and what follows is said of them all. "no women and interns" is neither.
 */
export function withKindsListed(state: ParseState, at: number, unit: Parsed): Parsed {
  const { chunks } = state;
  const within = chunks.slice(Math.max(0, at - 2), at).some(chunk => has(chunk, ...DENYING));
  const denied = unit.meaning.kind === 'not' && has(chunks[at], ...DENYING);
  const head = denied ? negate(unit.meaning) : unit.meaning;
  const first = fieldAlone(head);
  if (within || first === undefined || !endsKind(state, unit.to)) return unit;
  const items: Meaning[] = [head];
  let joined = false;
  let { to } = unit;
  for (;;) {
    let next = to;
    while (next < to + 3 && has(chunks[next], 'comma', 'and', 'amp', 'or', 'det') && !has(chunks[next], 'ones')) next++;
    const joint = chunks.slice(to, next).some(chunk => has(chunk, 'and', 'amp', 'or') && !has(chunk, 'comma'));
    const other = next > to && !has(chunks[to], 'det') ? parseTest(state, next, false) : undefined;
    if (!other || other.to - next > WORDS_OF_ONE || !endsKind(state, other.to)) break;
    const field = fieldAlone(other.meaning);
    if (field === undefined || field === first) break;
    items.push(other.meaning);
    to = other.to;
    if (joint) {
      joined = true;
      break;
    }
  }
  if (!joined) return unit;
  const any: Meaning = { kind: 'or', items, closed: true };
  return { meaning: denied ? negate(any) : any, to };
}

/** The field of a test that stands alone. */
const fieldAlone = (meaning: Meaning): string | undefined => (meaning.kind === 'test' ? meaning.field.name : undefined);
