import { ACTING_VERBS, has, isBound } from '../cursor';
import { says } from '../saying';
import { phraseKey } from '../../grounding/compiled-lexicon';
import type { Chunk, Grounding } from '../../grounding/link-words';
import type { ValueLink } from '../../grounding/values/value-index';

const SAID = ['female', 'f', 'woman', 'women', 'w', 'femme', 'mujer', 'donna', 'mulher', 'frau', 'weiblich'] as const;

/** "cardiólogas", "dottoresse": what the noun says besides, where records hold of people whether they are women. */
export function withWomen(chunks: readonly Chunk[], grounding: Grounding): readonly Chunk[] {
  const women = new Set(
    chunks.filter(
      (chunk, at) =>
        isWomen(chunk) && !isPaired(chunks, at) && !isHeldSo(chunk, grounding) && !isAdjective(chunks, at, grounding),
    ),
  );
  if (women.size === 0) return chunks;
  const link = womenIn(grounding);
  if (!link || chunks.some(chunk => chunk.values.some(value => value.field.name === link.field.name))) return chunks;
  return chunks.flatMap(chunk =>
    women.has(chunk) ? [chunk, { ...chunk, roles: [], fields: [], values: [link] }] : [chunk],
  );
}

/** "MitarbeiterInnen" are everybody. */
const isWomen = (chunk: Chunk): boolean =>
  has(chunk, 'women') && chunk.quote === undefined && chunk.typo !== true && !/\p{Ll}I/u.test(chunk.text);

/** "Kolleginnen und Kollegen", "Mitarbeiter/Mitarbeiterinnen": both together are simply all. */
const isPaired = (chunks: readonly Chunk[], at: number): boolean =>
  [-1, 1].some(
    step =>
      has(chunks[at + step], 'and', 'or', 'slash', 'amp') &&
      has(chunks[at + 2 * step], 'noun', 'people') &&
      !has(chunks[at + 2 * step], 'women'),
  );

/** What may lead to a noun for people; behind anything else it describes the noun before it. */
const LEADS = [
  'det',
  'any',
  'allTags',
  'ask',
  'for',
  'of',
  'from',
  'to',
  'in',
  'on',
  'with',
  'where',
  'and',
  'or',
] as const;
const ORDERS = ['not', 'no', 'without', 'only', 'except', 'if', 'then', 'filler', 'be', ...ACTING_VERBS] as const;

/** "baixa médica", "revisión médica": one word in the singular behind the noun that it describes. */
const isAdjective = (chunks: readonly Chunk[], at: number, { lexicons: [own] }: Grounding): boolean =>
  own?.adjectivesFollow === true &&
  at > 0 &&
  !says(chunks[at], 'several') &&
  !isBound(chunks[at - 1]) &&
  !has(chunks[at - 1], ...LEADS, ...ORDERS);

/** "Teamleiterinnen" where records hold "Teamleiterin" as such: the word's own singular. */
const isHeldSo = ({ key, values: [value] }: Chunk, { spoken: [own] }: Grounding): boolean =>
  own?.endings.some(
    ({ from, to }) =>
      to !== '' &&
      key.endsWith(from) &&
      value?.stored.some(text => phraseKey(text) === key.slice(0, key.length - from.length) + to),
  ) === true;

/** The commonest way the records say it. */
function womenIn({ fields, values }: Grounding): ValueLink | undefined {
  const field = fields.ofConcept('gender').find(link => link.field.type === 'text' && link.score >= 0.8)?.field;
  if (!field) return undefined;
  const found = SAID.flatMap(word => values.lookup(word)).filter(link => link.field.name === field.name);
  const often = (link: ValueLink): number =>
    link.stored.reduce((sum, text) => sum + values.countOf(field.name, text), 0);
  const best = [...found].sort((a, b) => often(b) - often(a))[0];
  return best && { ...best, score: 0.85, via: 'word' };
}
