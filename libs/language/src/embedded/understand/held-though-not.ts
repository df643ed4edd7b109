import { has } from '../cursor';
import { join, type Meaning, type TestMeaning } from '../meaning/meaning';
import { says } from '../saying';
import type { Chunk } from '../../grounding/link-words';

/** "with an e-mail that does not end in .org": what somebody has with something denied of it is there all the same. */
export function heldThoughNot(meaning: Meaning | undefined, chunks: readonly Chunk[]): Meaning | undefined {
  if (!meaning || !chunks.some((_, at) => leadsToHeld(chunks, at))) return meaning;
  return held(meaning, chunks);
}

function held(meaning: Meaning, chunks: readonly Chunk[]): Meaning {
  if (meaning.kind === 'and' || meaning.kind === 'or') {
    const items = meaning.items.map(item => held(item, chunks));
    return meaning.kind === 'and' ? (join('and', items) ?? meaning) : { ...meaning, items };
  }
  const denied = deniedIn(meaning);
  if (!denied || !isHeld(denied, chunks)) return meaning;
  return join('and', [{ ...denied, test: { is: 'filled' } }, meaning]) ?? meaning;
}

/** What is denied, where it is one thing said of one field. */
function deniedIn(meaning: Meaning): TestMeaning | undefined {
  if (meaning.kind === 'not')
    return meaning.item.kind === 'test' && DENIED.includes(meaning.item.test.is) ? meaning.item : undefined;
  if (meaning.kind !== 'test' || !('operator' in meaning.test)) return undefined;
  return meaning.test.operator === '!=' && meaning.test.is !== 'field' ? meaning : undefined;
}

const DENIED: readonly TestMeaning['test']['is'][] = ['text', 'length', 'oneOf'];

const isHeld = ({ field, spans }: TestMeaning, chunks: readonly Chunk[]): boolean =>
  chunks.some(
    ({ start, fields }, at) =>
      leadsToHeld(chunks, at) &&
      fields.some(link => link.field === field) &&
      spans.some(([from, to]) => from <= start && start < to),
  );

/** "with | an | e-mail | that": a field somebody has, with a clause about it behind. */
function leadsToHeld(chunks: readonly Chunk[], at: number): boolean {
  if ((chunks[at]?.fields.length ?? 0) === 0) return false;
  const opener = chunks[at - 1];
  const before = says(opener, 'indefinite') ? chunks[at - 2] : opener;
  const behind = has(chunks[at + 1], 'comma') ? at + 2 : at + 1;
  return (
    has(before, 'have') &&
    !has(before, 'without', 'not') &&
    has(chunks[behind], 'where') &&
    !has(chunks[behind], 'with', 'have')
  );
}
