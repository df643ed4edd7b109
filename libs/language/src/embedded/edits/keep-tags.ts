import { has, isBound, isFiller } from '../cursor';
import { phraseKey } from '../../grounding/compiled-lexicon';
import type { Chunk } from '../../grounding/link-words';
import { isCarrier, isTagging, type ReadStep, sameText, type Segment } from './edit-step';

/** "just the tag X, not Y", "the tag Y is no longer needed": of the tags that a rule gives some stay and others go. */
export const keepTags: ReadStep = segment => {
  const { chunks, rule } = segment;
  const tags = rule.actions.flatMap(action => (isTagging(action) ? [action.value] : []));
  if (rule.actions.length < 2 || tags.length === 0) return undefined;
  const places = tags.flatMap(tag => {
    const at = stretchOf(tag, segment);
    return at ? [{ tag, ...at }] : [];
  });
  const names = places.flatMap(({ at: [from, to] }) => chunks.slice(from, to));
  const speaksOfTags = chunks.some(chunk => has(chunk, 'tagNoun') && !names.includes(chunk));
  if (places.length === 0 || !(speaksOfTags || names.every(({ values }) => values.length === 0))) return undefined;
  const isKnown = (chunk: Chunk): boolean =>
    names.includes(chunk) ||
    ((isCarrier(chunk) || isFiller(chunk) || isBound(chunk) || isDenial(chunk) || has(chunk, ...SAID)) &&
      chunk.quote === undefined &&
      chunk.number === undefined &&
      chunk.values.length === 0);
  if (!chunks.every(isKnown)) return undefined;
  const clauses = places.map(({ tag, at, denied }) => ({ tag, denied, said: clauseAround(chunks, at, names) }));
  const isGone = ({ said, denied }: (typeof clauses)[number]): boolean => denied || said.some(isDenial);
  const gone = clauses.filter(isGone).map(({ tag }) => tag);
  const kept = clauses.filter(clause => !isGone(clause)).map(({ tag }) => tag);
  const only = kept.length > 0 && chunks.some(chunk => has(chunk, 'only', 'enough', 'kept') && !names.includes(chunk));
  if (gone.length === 0 && !only) return undefined;
  const actions = rule.actions.filter(
    action => !isTagging(action) || (only ? kept.includes(action.value) : !gone.includes(action.value)),
  );
  return actions.length > 0 && actions.length < rule.actions.length
    ? { rules: [{ ...rule, actions }], used: chunks }
    : undefined;
};

const SAID = [
  'tagNoun',
  'tag',
  'only',
  'enough',
  'kept',
  'add',
  'setTo',
  'may',
  'holds',
  'give',
  'be',
  'does',
  'instead',
  'outVerb',
  'off',
  'outWord',
  'remove',
  'writer',
  'wish',
  'allTags',
] as const;

const isDenial = (chunk: Chunk): boolean =>
  chunk.quote === undefined && has(chunk, 'not', 'drop', 'no', 'without', 'insteadOf', 'except', 'remove');

type Stretch = readonly [from: number, to: number];

interface Named {
  readonly at: Stretch;
  /** The word that denies it stands in one chunk with it. */
  readonly denied: boolean;
}

/** Where the name of a tag stands among the words, which may be several to them; "inte Efter …" are two where a name is known. */
function stretchOf(tag: string, { chunks, request, grounding }: Segment): Named | undefined {
  const roles = grounding.lexicons[0]?.roles;
  for (const [from, first] of chunks.entries()) {
    for (let to = from; to < chunks.length && to < from + LONGEST; to++) {
      const said =
        to === from ? (first.quote ?? first.text) : request.text.slice(first.start, chunks[to]?.end ?? first.end);
      if (sameText(tag, said)) return { at: [from, to + 1], denied: false };
      const before = said.slice(0, -tag.length).trim();
      if (before !== '' && sameText(tag, said.slice(-tag.length)) && roles?.get(phraseKey(before))?.includes('not'))
        return { at: [from, to + 1], denied: true };
    }
  }
  return undefined;
}

const LONGEST = 8;

/** The words around a name up to the next pause or the next name. */
function clauseAround(chunks: readonly Chunk[], [from, to]: Stretch, names: readonly Chunk[]): readonly Chunk[] {
  const ends = (chunk: Chunk): boolean => isBound(chunk) || has(chunk, 'and', 'but') || names.includes(chunk);
  const opens = chunks.slice(0, from).findLastIndex(ends) + 1;
  const closes = chunks.findIndex((chunk, at) => at >= to && ends(chunk));
  return [...chunks.slice(opens, from), ...chunks.slice(to, closes < 0 ? undefined : closes)];
}
