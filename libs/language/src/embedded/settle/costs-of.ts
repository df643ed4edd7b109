import { has, isBound } from '../cursor';
import { mentions, saidTo } from '../saying';
import { wordsOf } from '../../grounding/words/fold';
import type { FieldLink } from '../../grounding/fields/field-index';
import { fieldSays } from '../../grounding/fields/field-senses';
import type { Chunk } from '../../grounding/link-words';
import { stem } from '../../grounding/words/stem';

/** So far behind the verb stands what something is spent on. */
const FAR = 8;
const NAMED = 0.5;

/**
 * "costing 5k to 10k in repairs", "maintenance costs us over 5k": what the money goes into is a part of the name of the
 * amount, and says nothing else of the records.
 */
export function withCostsOf(chunks: readonly Chunk[]): readonly Chunk[] {
  const told = new Map<Chunk, Chunk>();
  chunks.forEach((verb, at) => {
    if (!mentions(verb, 'costsWord') || verb.quote !== undefined || told.has(verb)) return;
    const amounts = amountsIn(verb);
    for (const purpose of purposesOf(chunks, at)) {
      const named = [...amounts, ...amountsIn(purpose).filter(amount => sharesWord(amount, verb))];
      const fields = new Set(named.filter(amount => sharesWord(amount, purpose)).map(({ field }) => field));
      const link = named.find(({ field }) => fields.has(field));
      if (!link || fields.size > 1) continue;
      told.set(verb, { ...verb, fields: [{ ...link, score: Math.max(link.score, 0.9) }] });
      told.set(purpose, { ...purpose, roles: ['filler'], fields: [], values: [] });
      return;
    }
    const meant = costMeant(chunks, at, amounts);
    if (meant) told.set(verb, { ...verb, fields: [meant] });
  });
  return told.size === 0 ? chunks : chunks.map(chunk => told.get(chunk) ?? chunk);
}

/** "it cost a million": what it was bought for, unless so much a year is spoken of. */
function costMeant(chunks: readonly Chunk[], at: number, amounts: readonly FieldLink[]): FieldLink | undefined {
  if (amounts.length < 2) return undefined;
  const yearly = chunks.slice(at, at + FAR).some((_, i) => saidTo(chunks, at + i, 'perYear') !== undefined);
  const suits = ({ field }: FieldLink): boolean =>
    yearly ? fieldSays(field, 'ofYear') : fieldSays(field, 'boughtFor');
  const [one, ...others] = amounts.filter(suits);
  return one && others.length === 0 && (yearly || one === amounts[0]) ? { ...one, score: 0.9 } : undefined;
}

const amountsIn = ({ fields }: Chunk): readonly FieldLink[] =>
  fields.filter(({ field, score }) => field.type === 'number' && score >= NAMED);

/** What stands right before the verb, and behind it what "in", "for" or "on" leads to, or holds in its words. */
function purposesOf(chunks: readonly Chunk[], at: number): readonly Chunk[] {
  const found = [chunks[at - 1]];
  for (let next = at + 1; next < at + FAR && chunks[next] && !isBound(chunks[next]); next++)
    if (has(chunks[next - 1], 'in', 'for', 'on') || /\s/.test(chunks[next]?.key ?? '')) found.push(chunks[next]);
  return found.flatMap(chunk => (chunk && chunk.quote === undefined && !chunk.number ? [chunk] : []));
}

const holdsWordOf = (name: string, { key }: Chunk): boolean => {
  const words = new Set(wordsOf(name).map(stem));
  return key.split(' ').some(word => word.length > 2 && words.has(stem(word)));
};

const sharesWord = ({ field }: FieldLink, chunk: Chunk): boolean =>
  holdsWordOf(field.label, chunk) || holdsWordOf(field.name, chunk);
