import type { JsonLogic } from '@lib/rules';
import { has, holdsData, isBound, isFiller, isUnknown } from '../cursor';
import { literalsIn } from '../meaning/logic-tree';
import { says } from '../saying';
import type { Role } from '../../grounding/lexicon';
import type { Chunk } from '../../grounding/link-words';
import { sameText } from './edit-step';

const playing = (chunk: Chunk, role: Role): Chunk => ({ ...chunk, roles: [role], fields: [], values: [] });

/** "take out Dermatology and put in Pediatrics instead" is Pediatrics instead of Dermatology, "rather 90 than 85" 90 instead of 85. */
export const oneForAnother = (chunks: readonly Chunk[], condition: JsonLogic): readonly Chunk[] =>
  ratherThan(chunks) ??
  insteadOfDropped(chunks) ??
  inAndOut(chunks) ??
  forAnother(chunks, condition) ??
  heldAndWanted(chunks, condition) ??
  sharingVerb(chunks);

function ratherThan(chunks: readonly Chunk[]): readonly Chunk[] | undefined {
  const [rather, wanted, than, old] = chunks;
  const holds = (chunk: Chunk | undefined): boolean => chunk?.number !== undefined || (chunk?.values.length ?? 0) > 0;
  if (chunks.length !== 4 || !wanted || !than || !old || !holds(wanted) || !holds(old)) return undefined;
  return has(rather, 'instead', 'make') && says(than, 'than') ? [wanted, playing(than, 'insteadOf'), old] : undefined;
}

/** "Georgia in, Ohio out", "out with Ohio, in with Georgia": one comes in for the other. */
function inAndOut(chunks: readonly Chunk[]): readonly Chunk[] | undefined {
  const joint = chunks.findIndex(chunk => has(chunk, 'comma', 'and', 'but') && chunk.quote === undefined);
  if (joint < 2) return undefined;
  const parts = [chunks.slice(0, joint), chunks.slice(joint + 1)];
  const isOut = (chunk: Chunk): boolean => has(chunk, 'outWord') && chunk.values.length === 0;
  const isIn = (chunk: Chunk): boolean => says(chunk, 'inParticle') && chunk.values.length === 0;
  const gone = parts.find(part => part.some(isOut));
  const come = parts.find(part => part !== gone && part.some(isIn));
  const named = (part: readonly Chunk[]): readonly Chunk[] => part.filter(({ values }) => values.length > 0);
  const plain = (chunk: Chunk): boolean => chunk.values.length > 0 || isOut(chunk) || isIn(chunk) || isFiller(chunk);
  const [out] = gone?.filter(isOut) ?? [];
  if (!gone || !come || !out || !chunks.every(chunk => plain(chunk) || isBound(chunk) || has(chunk, 'and', 'but')))
    return undefined;
  return named(come).length > 0 && named(gone).length > 0
    ? [...named(come), playing(out, 'insteadOf'), ...named(gone)]
    : undefined;
}

/** "Georgia for Ohio", where the rule has Ohio. */
function forAnother(chunks: readonly Chunk[], condition: JsonLogic): readonly Chunk[] | undefined {
  const [wanted, joint, old, ...more] = chunks.filter(chunk => !isBound(chunk));
  if (!wanted || !joint || !old || more.length > 0 || !has(joint, 'for') || joint.values.length > 0) return undefined;
  const held = literalsIn(condition);
  const isHeld = (chunk: Chunk): boolean =>
    chunk.values.some(({ stored }) => stored.some(text => held.some(literal => sameText(literal, text))));
  const same = old.values.some(({ field }) => wanted.values.some(value => value.field === field));
  return same && isHeld(old) && !isHeld(wanted) ? [wanted, playing(joint, 'insteadOf'), old] : undefined;
}

/** "Sales is wrong, take Legal", "I said Brno but I meant Lyon", "Brno 换成 Lyon": one value that the rule has, and behind it another. */
function heldAndWanted(chunks: readonly Chunk[], condition: JsonLogic): readonly Chunk[] | undefined {
  const named = chunks.filter(({ values }) => values.length > 0);
  const [old, wanted, ...more] = named;
  if (!old || !wanted || more.length > 0 || !old.values.some(one => isSame(one, wanted))) return undefined;
  const held = literalsIn(condition);
  const isHeld = (chunk: Chunk): boolean =>
    chunk.values.some(({ stored }) => stored.some(text => held.some(literal => sameText(literal, text))));
  if (!isHeld(old) || isHeld(wanted)) return undefined;
  const between = chunks.slice(chunks.indexOf(old) + 1, chunks.indexOf(wanted));
  const bare = chunks.every(chunk => named.includes(chunk) || isBound(chunk) || has(chunk, 'setTo', 'to', 'into'));
  const turn = between.find(chunk => has(chunk, 'verdict', 'correction', 'make') || (bare && has(chunk, 'setTo')));
  const isPlain = (chunk: Chunk, at: number): boolean =>
    named.includes(chunk) ||
    chunk === turn ||
    isFiller(chunk) ||
    isBound(chunk) ||
    (isUnknown(chunk) && has(chunks[at - 1], 'writer')) ||
    has(
      chunk,
      'verdict',
      'correction',
      'make',
      'writer',
      'telling',
      'but',
      'and',
      'be',
      'instead',
      'to',
      'into',
      'may',
    );
  const isMore = (chunk: Chunk): boolean => has(chunk, 'also', 'or', 'not', 'drop', 'except', 'add', 'only');
  if (!turn || !chunks.every(isPlain) || chunks.some(chunk => isMore(chunk) && !isFiller(chunk))) return undefined;
  return [wanted, playing(turn, 'insteadOf'), old];
}

const isSame = ({ field }: Chunk['values'][number], { values }: Chunk): boolean =>
  values.some(value => value.field === field);

/** "change Sales to Legal and 10 to 5": the verb is said once. */
function sharingVerb(chunks: readonly Chunk[]): readonly Chunk[] {
  const verb = chunks.find(chunk => !isFiller(chunk) && !isBound(chunk));
  if (!verb || !has(verb, 'change', 'swap', 'replace') || holdsData(verb)) return chunks;
  return chunks.flatMap((chunk, at) => {
    const [first, to, last, end] = [chunks[at + 1], chunks[at + 2], chunks[at + 3], chunks[at + 4]];
    const goesOn =
      has(chunk, 'and', 'comma') &&
      at > chunks.indexOf(verb) &&
      has(to, 'to', 'into', 'for', 'with') &&
      (end === undefined || isBound(end) || has(end, 'and')) &&
      [first, last].every(one => one !== undefined && holdsData(one));
    return goesOn ? [chunk, { ...verb, start: chunk.end, end: chunk.end }] : [chunk];
  });
}

/** Words that only carry the two changes, of which neither is meant by itself. */
const CARRYING = [
  'drop',
  'remove',
  'outWord',
  'instead',
  'make',
  'add',
  'also',
  'change',
  'setTo',
  'fill',
  'only',
] as const;

function insteadOfDropped(chunks: readonly Chunk[]): readonly Chunk[] | undefined {
  const joint = chunks.findIndex(chunk => has(chunk, 'and', 'comma', 'but') && chunk.quote === undefined);
  const [before, behind] = [chunks.slice(0, joint), chunks.slice(joint + 1)];
  const dropped = before.find(chunk => has(chunk, 'drop') && chunk.values.length === 0);
  if (joint < 1 || !dropped || !behind.some(chunk => has(chunk, 'instead'))) return undefined;
  const named = (part: readonly Chunk[]): readonly Chunk[] => part.filter(({ values }) => values.length > 0);
  const plain = (part: readonly Chunk[]): boolean =>
    part.every(chunk => chunk.values.length > 0 || has(chunk, ...CARRYING) || isFiller(chunk) || isBound(chunk));
  const [old, wanted] = [named(before), named(behind)];
  const same = old[0]?.values.some(({ field }) => wanted[0]?.values.some(value => value.field === field)) === true;
  if (old.length !== 1 || wanted.length !== 1 || !same || !plain(before) || !plain(behind)) return undefined;
  return [...wanted, playing(dropped, 'insteadOf'), ...old];
}
