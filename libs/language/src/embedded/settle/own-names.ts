import type { Field, RecordType } from '@lib/rules';
import { has, isBound } from '../cursor';
import { says } from '../saying';
import type { CompiledLexicon } from '../../grounding/compiled-lexicon';
import { wordSays } from '../../grounding/fields/field-senses';
import { wordsOf } from '../../grounding/words/fold';
import type { Chunk, Grounding } from '../../grounding/link-words';
import { namesRecords } from '../../grounding/fields/own-words';
import { stem } from '../../grounding/words/stem';

const saysName = (key: string, own: CompiledLexicon | undefined): boolean =>
  [key, stem(key)].some(said => own?.concepts.get(said)?.includes('name'));

/** A noun that is all of a field's name. */
const WHOLE = 0.8;
/** A general word by itself only hints at fields; surer than this it names one. */
const HINTED = 0.7;
/** So far behind the word stands what is said of it. */
const NEAR = 3;

/**
 * "customers whose name starts with Casa" where records keep their customer and no name: by name is how that field is kept.
 * "orders whose number starts with A", "nomes que incluem Ltd": what is called after the records is meant, or else the
 * only field that is a name.
 */
export function withOwnNames(chunks: readonly Chunk[], grounding: Grounding): readonly Chunk[] {
  const [own] = grounding.lexicons;
  const left = chunks.filter((chunk, at) => !announces(chunk, chunks[at + 1]));
  return left.map((chunk, at) => {
    if (chunk.quote !== undefined || chunk.values.length > 0) return chunk;
    const name = saysName(chunk.key, own);
    if (name ? (chunk.fields[0]?.score ?? 0) >= HINTED : !says(chunk, 'headNoun')) return chunk;
    const led = has(left[at - 1], 'where');
    const noun = led ? left[at - 2] : undefined;
    if (name && noun && chunk.fields.length === 0) {
      const kept = noun.fields.filter(({ field, score }) => field.type === 'text' && score >= WHOLE);
      if (kept.length === 1 && has(noun, 'noun')) return { ...chunk, roles: [], fields: kept };
    }
    const opens = name && (at === 0 || isBound(left[at - 1]) || (at === 1 && has(left[0], 'det', 'if')));
    const ofRecords = noun !== undefined && has(noun, 'noun') && (noun.fields[0]?.score ?? 0) < WHOLE;
    if (!(opens || ofRecords) || !tellsText(left, at)) return chunk;
    const field = ownField(grounding, name) ?? (name ? hinted(chunk) : undefined);
    return field ? { ...chunk, roles: [], fields: [{ field, score: 0.9 }] } : chunk;
  });
}

/** "sem número DEA" of a "DEA number": the general word of a name, where the others stand behind it. */
const announces = (chunk: Chunk, next: Chunk | undefined): boolean => {
  const [named] = next?.fields ?? [];
  if (!named || !has(chunk, 'fieldWord') || !says(chunk, 'headNoun') || chunk.quote !== undefined) return false;
  const words = named.field.type === 'text' && named.score >= HINTED ? wordsOf(named.field.label) : [];
  return (
    words.length > 1 &&
    wordSays(words.at(-1) ?? '', 'howMany') &&
    !chunk.fields.some(({ field }) => field === named.field)
  );
};

/** Whether right behind a word follows what is looked for in its text, or that it has none. */
function tellsText(chunks: readonly Chunk[], at: number): boolean {
  let next = at + 1;
  while (next < at + NEAR && has(chunks[next], 'where', 'be', 'not', 'filler') && !has(chunks[next], ...TEXTUAL))
    next++;
  return has(chunks[next], ...TEXTUAL);
}

const TEXTUAL = ['contains', 'startsWith', 'endsWith', 'matches', 'empty', 'filled'] as const;

const owned = new WeakMap<RecordType, { readonly name?: Field; readonly number?: Field }>();

/** The field called after the records and nothing else: the "Order number" of orders, the "Provider name" of providers. */
function ownField({ recordType, lexicons }: Grounding, name: boolean): Field | undefined {
  let known = owned.get(recordType);
  if (!known) {
    const called = (is: (word: string) => boolean): Field | undefined =>
      recordType.fields.find(({ label, type }) => {
        const words = wordsOf(label);
        const [last = ''] = words.slice(-1);
        return type === 'text' && words.length === 2 && namesRecords(recordType, words[0] ?? '') && is(last);
      });
    const byName = called(word => lexicons.some(lexicon => saysName(word, lexicon)));
    const byNumber = called(word => wordSays(word, 'howMany', 'headNoun'));
    owned.set(recordType, (known = { ...(byName && { name: byName }), ...(byNumber && { number: byNumber }) }));
  }
  return name ? known.name : known.number;
}

/** The only field of which a general word is a part. */
const hinted = ({ fields }: Chunk): Field | undefined => {
  const texts = fields.filter(({ field }) => field.type === 'text');
  return texts.length === 1 ? texts[0]?.field : undefined;
};
