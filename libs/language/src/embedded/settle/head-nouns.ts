import { ACTING_VERBS, has, isField } from '../cursor';
import { isNearStored } from './near-stored';
import { MOST_FIELDS } from './settled-fields';
import { partsClause } from '../remarks/clauses';
import { closesSaying, opensSaying, says } from '../saying';
import { wordsOf } from '../../grounding/words/fold';
import { isGeneralWord } from '../../grounding/fields/general-words';
import type { Chunk, Grounding } from '../../grounding/link-words';
import { labelsWith } from '../../grounding/fields/own-words';
import { stem } from '../../grounding/words/stem';
import type { ValueLink } from '../../grounding/values/value-index';

/**
 * The noun at the head of a request names its records, whatever it is ("which ships …", "Schiffe, deren …", "barcos que
 * …"): where a determiner, an order to show or the beginning of a clause leads to it and what is said of it follows. So
 * it does where the word is not known at all, and where a label only says the kind of it ("Ship type"). Words that
 * records hold, forms that say how something is, and slips of known words are none: they may choose records. Nor is what
 * is said of records with a verb of being ever the noun for them ("som är avställda" is no slip of "anställda").
 */
export function withHeadNouns(chunks: readonly Chunk[], grounding: Grounding): readonly Chunk[] {
  const named = chunks.map((chunk, at) =>
    chunk.typo && has(chunk, 'noun', 'people') && holdsNothing(chunk) && isBeing(chunks[at - 1], grounding)
      ? { ...chunk, roles: [] }
      : chunk,
  );
  return named.map((chunk, at) => {
    if (isPlainlyPeople(named, at)) return { ...chunk, values: [] };
    const kinds = chunk.fields.length > 0 && chunk.values.length === 0 ? grounding.values.lookupKind(chunk.key) : [];
    if (chunk.unheld || !isHead(named, at, grounding, kinds.length > 0)) return chunk;
    // "all managers" where some are Sales Managers and some Office Managers.
    if (kinds.length > 0) return { ...chunk, fields: [], values: kinds };
    return { ...chunk, roles: ['noun'], fields: [], values: [], ...(chunk.fields.length === 0 && { guessed: true }) };
  });
}

/** "alle Beschäftigten": the noun for people, though a word akin to it is a state they are in. */
const isPlainlyPeople = (chunks: readonly Chunk[], at: number): boolean => {
  const chunk = chunks[at] as Chunk;
  const akin = chunk.values.length > 0 && chunk.values.every(({ via }) => via === 'word');
  if (!akin || chunk.quote !== undefined || !has(chunk, 'people') || !says(chunk, 'several')) return false;
  const before = chunks[at - 1];
  return before === undefined || partsClause(chunks, at - 1) || has(before, 'ask', 'allTags', 'det', 'for');
};

const holdsNothing = (chunk: Chunk): boolean => chunk.fields.length + chunk.values.length === 0;

const isBeing = (chunk: Chunk | undefined, { lexicons }: Grounding): boolean =>
  has(chunk, 'be') || (lexicons[0]?.roles.get(chunk?.key.split(' ').at(-1) ?? '')?.includes('be') ?? false);

/** What leads to the noun for records as no beginning of a clause alone does. */
const LEADS = ['ask', 'any', 'allTags', 'det', 'for', 'on', 'to', 'from', 'of', 'only'] as const;
/** What is said of records behind their noun. */
const DESCRIBES = [
  'where',
  'have',
  'in',
  'with',
  'without',
  'be',
  'not',
  'never',
  'does',
  'gt',
  'gte',
  'lt',
  'lte',
  'between',
  'before',
  'after',
  'since',
  'until',
  'empty',
  'filled',
  'expired',
  'tag',
] as const;
/** What may stand behind it where a word before it leads to it. */
const GOES_ON = [
  'from',
  'on',
  'if',
  'and',
  'or',
  'as',
  'give',
  'may',
  'to',
  'for',
  'ask',
  'flag',
  ...ACTING_VERBS,
] as const;
/** So many words may describe the noun before it. */
const MOST_BEFORE = 3;

function isHead(chunks: readonly Chunk[], at: number, grounding: Grounding, stored: boolean): boolean {
  const chunk = chunks[at];
  if (!chunk || !(stored ? says(chunk, 'several') : couldName(chunk, at, grounding))) return false;
  let lead = at - 1;
  while (lead >= 0 && at - lead <= MOST_BEFORE && describesBefore(chunks, lead)) lead--;
  const begins = lead < 0 || partsClause(chunks, lead);
  const before = chunks[lead];
  const led =
    !begins &&
    has(before, ...LEADS) &&
    !has(before, 'tag', 'with', 'be') &&
    (!has(before, 'where') || has(before, 'ask'));
  const next = chunks[at + 1];
  // "tag plots that have …": what is told of right behind the verb is whom it tags.
  const tagged = has(before, 'tag') && before?.quote === undefined && lead === at - 1 && has(next, 'where');
  const described =
    has(next, ...DESCRIBES) ||
    says(next, 'participle') ||
    says(next, 'gerund') ||
    opensSaying(next, 'gerund') ||
    (has(next, 'comma') && has(chunks[at + 2], 'where', 'not'));
  if (begins) return described && says(chunk, 'several') && (lead === at - 1 || !next?.values.length);
  if (tagged && says(chunk, 'several')) return true;
  if (!led || !isSeveral(chunks, lead, chunk)) return false;
  const ends = next === undefined || partsClause(chunks, at + 1);
  // "tag all conveyors rusty": behind a noun of several that records hold stands what they are tagged with.
  const behindSeveral = says(chunks[at - 1], 'several') || closesSaying(chunks[at - 1], 'several');
  if (has(chunks[lead - 1], 'tag') && (ends || has(next, 'then')) && behindSeveral && !says(chunk, 'several'))
    return false;
  if (described || ends || has(next, ...GOES_ON)) return true;
  // "every ship last inspected …", "tutte le navi danesi": nothing else that could be the noun follows.
  return has(chunks[lead], 'any', 'allTags') && !has(next, 'noun') && (next.roles.length > 0 || isField(next));
}

/** "every ship", "all ships": one where each is meant, several elsewhere. */
const isSeveral = (chunks: readonly Chunk[], lead: number, chunk: Chunk): boolean =>
  says(chunk, 'several') || has(chunks[lead], 'any', 'allTags');

/** "Danish ships", "laid-up ships", "urgent ships": values and unknown words before the noun. */
function describesBefore(chunks: readonly Chunk[], at: number): boolean {
  const chunk = chunks[at] as Chunk;
  if (chunk.quote !== undefined || chunk.number || chunk.date) return false;
  return chunk.values.length > 0 || (chunk.roles.length === 0 && /^\p{L}/u.test(chunk.key));
}

/** Parts of what a word does that do not keep it from being a noun where one is led to: "every ship". */
const VERBAL = ['unsupported', 'does'] as const;

function couldName(chunk: Chunk, at: number, grounding: Grounding): boolean {
  const { key, text } = chunk;
  if (chunk.quote !== undefined || chunk.named || chunk.opposite || chunk.dimensioned) return false;
  // A slip that nothing was made of is a word of its own.
  if (chunk.typo && (chunk.roles.length > 0 || !holdsNothing(chunk))) return false;
  if (chunk.number ?? chunk.date ?? chunk.duration ?? chunk.region) return false;
  if (!/^\p{Script=Latin}{4,}$/u.test(key) || !chunk.values.every(isOfSentence)) return false;
  if (!chunk.roles.every(role => VERBAL.some(verbal => verbal === role))) return false;
  // German writes every noun with a capital, other languages only names.
  const language = grounding.lexicons[0];
  if (language?.capitalNouns ? !/^\p{Lu}/u.test(text) : at > 0 && /\p{Lu}/u.test(text)) return false;
  if (says(chunk, 'participle') || says(chunk, 'gerund') || says(chunk, 'adjectival')) return false;
  return chunk.fields.length === 0 ? !isNearStored(key, grounding) : isKind(key, chunk, grounding);
}

/** "hulls" and a remark "hull paint worn at bow": a word of a sentence is no kind of records. */
const isOfSentence = ({ via, stored: [text = ''] }: ValueLink): boolean => via === 'part' && wordsOf(text).length > 3;

/** "Ship type", "Type of machine", "Plot number" in front of all: what labels only name the kind or the key of is the records themselves. */
function isKind(key: string, chunk: Chunk, { recordType, lexicons }: Grounding): boolean {
  if (recordType.fields.length > MOST_FIELDS || (chunk.fields[0]?.score ?? 0) >= 0.95) return false;
  const called = (words: readonly string[], tells: (word: string) => boolean): boolean =>
    words.some(tells) && words.every(word => stem(word) === stem(key) || tells(word));
  const [first] = recordType.fields;
  const leads = first?.type === 'text' && chunk.fields.every(({ field }) => field === first);
  if (first && leads && called(wordsOf(first.label), isGeneralWord)) return true;
  const [words, ...others] = labelsWith(recordType, stem(key));
  if (!words || others.length > 0) return false;
  const ofKind = (word: string): boolean =>
    word === 'of' || lexicons.some(({ senses }) => senses.of(word).includes('kindWord'));
  return called(words, ofKind);
}
