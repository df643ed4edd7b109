import type { Field, RecordType } from '@lib/rules';
import { has, isBound } from './cursor';
import { says } from './saying';
import type { CompiledLexicon } from '../grounding/compiled-lexicon';
import { wordSays } from '../grounding/field-senses';
import { wordsOf } from '../grounding/fold';
import type { Chunk, Grounding } from '../grounding/link-words';
import { namesRecords } from '../grounding/own-words';
import { stem } from '../grounding/stem';

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
  return chunks.map((chunk, at) => {
    if (chunk.quote !== undefined || chunk.values.length > 0) return chunk;
    const name = saysName(chunk.key, own);
    if (name ? (chunk.fields[0]?.score ?? 0) >= HINTED : !says(chunk, 'headNoun')) return chunk;
    const led = has(chunks[at - 1], 'where');
    const noun = led ? chunks[at - 2] : undefined;
    if (name && noun && chunk.fields.length === 0) {
      const kept = noun.fields.filter(({ field, score }) => field.type === 'text' && score >= WHOLE);
      if (kept.length === 1 && has(noun, 'noun')) return { ...chunk, roles: [], fields: kept };
    }
    const opens = name && (at === 0 || isBound(chunks[at - 1]) || (at === 1 && has(chunks[0], 'det', 'if')));
    const ofRecords = noun !== undefined && has(noun, 'noun') && (noun.fields[0]?.score ?? 0) < WHOLE;
    if (!(opens || ofRecords) || !tellsText(chunks, at)) return chunk;
    const field = ownField(grounding, name) ?? (name ? hinted(chunk) : undefined);
    return field ? { ...chunk, roles: [], fields: [{ field, score: 0.9 }] } : chunk;
  });
}

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
