import { has, isBound, isField } from '../cursor';
import type { Chunk, Grounding } from '../../grounding/link-words';

/** So surely a number is named. */
const NAMED = 0.6;

/**
 * "a high discount", "beløbet er højt", "montant élevé" where the priority may be High: how much there is of an amount that
 * is named beside it is no value of another field.
 */
export function withDegreesOfNumbers(chunks: readonly Chunk[], { lexicons }: Grounding): readonly Chunk[] {
  const isDegree = ({ values, fields, quote, roles }: Chunk): boolean =>
    values.length + fields.length > 0 &&
    quote === undefined &&
    (roles.includes('vague') || roles.includes('vagueSmall'));
  if (!chunks.some(isDegree)) return chunks;
  const follow = lexicons[0]?.adjectivesFollow ?? false;
  return chunks.map((chunk, at) => {
    if (!isDegree(chunk)) return chunk;
    const next = chunks[at + 1];
    const before = has(chunks[at - 1], 'be') ? chunks[at - 2] : follow || has(next, 'be') ? chunks[at - 1] : undefined;
    const ends = next === undefined || isBound(next) || (!isField(next) && next.values.length === 0);
    const amount = before && ends && isAmount(before) ? before : !follow && next && isAmount(next) ? next : undefined;
    if (!amount || namesOwner(chunk, [chunks[at - 2], chunks[at - 1], next])) return chunk;
    return { ...chunk, values: [], fields: isSameAmount(chunk, amount) ? [] : chunk.fields };
  });
}

const isAmount = ({ fields, values, number }: Chunk): boolean =>
  fields[0]?.field.type === 'number' && fields[0].score >= NAMED && values.length === 0 && number === undefined;

/** "a hot temperature": the word alone would name the very amount that is named beside it. */
const isSameAmount = (degree: Chunk, { fields: [named] }: Chunk): boolean =>
  degree.fields.some(({ field }) => field === named?.field);

const namesOwner = ({ values }: Chunk, near: readonly (Chunk | undefined)[]): boolean =>
  near.some(chunk =>
    chunk?.fields.some(link => link.score >= NAMED && values.some(({ field }) => field === link.field)),
  );
