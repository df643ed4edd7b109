import { has, isBound } from '../cursor';
import type { Chunk } from '../../grounding/link-words';

/** What says that something is or is not there. */
const LEADS = ['without', 'no', 'have', 'contains', 'startsWith', 'endsWith'] as const;

/** What may stand behind such a sign: a noun for it, where it is looked for, or what is said besides. */
const ENDS = ['word', 'characters', 'in', 'among', 'and', 'or', 'but', 'then'] as const;

const isSign = ({ text, quote, fields, values }: Chunk): boolean =>
  quote === undefined && fields.length + values.length === 0 && /^[^\p{L}\p{N}\s"'()]{1,3}$/u.test(text);

/**
 * "has no : in it", "lacks an @", "without a - in the name": a sign that stands alone behind what says that something is
 * there or not is the text that is looked for, as in quotes.
 */
export const withSignsNamed = (chunks: readonly Chunk[]): readonly Chunk[] =>
  chunks.map((chunk, at) => {
    if (!isSign(chunk) || chunk.glued || (chunks[at + 1]?.glued && !isBound(chunks[at + 1]))) return chunk;
    const article = has(chunks[at - 1], 'det') && !has(chunks[at - 1], ...LEADS);
    const lead = chunks[article ? at - 2 : at - 1];
    const next = chunks[at + 1];
    const leads = lead?.quote === undefined && has(lead, ...LEADS);
    // "anyone without: …" goes on with what to do, and "contains - among others" is said by the way.
    const stands = has(next, ...ENDS) && next !== undefined;
    // "starts with A → tag …": an arrow leads on to what is to be done, unless it is told to be looked for.
    const ends = has(chunk, 'arrow')
      ? stands
      : next === undefined
        ? article
        : isBound(next) || stands || (article && has(next, 'tag'));
    return leads && ends ? { ...chunk, quote: chunk.text, roles: [] } : chunk;
  });
