import { has, isBound, isFiller } from '../cursor';
import { says } from '../saying';
import type { Role } from '../../grounding/lexicon';
import type { Chunk } from '../../grounding/link-words';

const playing = (chunk: Chunk, role: Role): Chunk => ({ ...chunk, roles: [role], fields: [], values: [] });

/** "take out Dermatology and put in Pediatrics instead" is Pediatrics instead of Dermatology, "rather 90 than 85" 90 instead of 85. */
export const oneForAnother = (chunks: readonly Chunk[]): readonly Chunk[] =>
  ratherThan(chunks) ?? insteadOfDropped(chunks) ?? chunks;

function ratherThan(chunks: readonly Chunk[]): readonly Chunk[] | undefined {
  const [rather, wanted, than, old] = chunks;
  const holds = (chunk: Chunk | undefined): boolean => chunk?.number !== undefined || (chunk?.values.length ?? 0) > 0;
  if (chunks.length !== 4 || !wanted || !than || !old || !holds(wanted) || !holds(old)) return undefined;
  return has(rather, 'instead', 'make') && says(than, 'than') ? [wanted, playing(than, 'insteadOf'), old] : undefined;
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
