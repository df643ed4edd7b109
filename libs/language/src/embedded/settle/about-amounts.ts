import { type Action, type Field, valueAt } from '@lib/rules';
import { has, isFiller } from '../cursor';
import { type Meaning, type TestMeaning, testsOf } from '../meaning/meaning';
import { askRule } from '../decide/questions';
import { replaceTest } from '../meaning/readings';
import { saidTo, says } from '../saying';
import { writeCondition } from '../meaning/write-condition';
import type { Chunk } from '../../grounding/link-words';
import { say } from '../../grounding/messages';
import type { Question, TranslationRequest } from '../../translator';

/** How far off an amount may be that is not meant exactly, as parts of it. */
const SPREADS = [0.05, 0.1, 0.2] as const;

/** So far before a number the words begin that make it no exact one. */
const REACH = 5;

/** "around 50", "50 or so": no one number is meant, and how far around it only who asks can say. */
export function aboutAmount(
  meaning: Meaning,
  chunks: readonly Chunk[],
  request: TranslationRequest,
  actions: readonly Action[],
): Question | undefined {
  // Most requests have no such word: nothing more is then looked at.
  if (!chunks.some(isRough)) return undefined;
  const inText = [...chunks].sort((a, b) => a.start - b.start);
  for (const tested of testsOf(meaning)) {
    const { field, test } = tested;
    if (test.is !== 'compare' || !['==', '!='].includes(test.operator) || !isRoughlySaid(inText, tested)) continue;
    const { value } = test;
    const outside = test.operator === '!=';
    const conditions = spreadsOf(value, isWhole(field, request)).map(off => {
      const [low, high] = [rounded(value - off), rounded(value + off)];
      return writeCondition(replaceTest(meaning, tested, { ...tested, test: { is: 'range', low, high, outside } }));
    });
    return askRule(say(request.language, 'howNear', field.label, String(value)), conditions, actions, request);
  }
  return undefined;
}

const isRough = (chunk: Chunk): boolean =>
  says(chunk, 'roughly', 'orSo') ||
  (chunk.saying?.phrases.some(([sense]) => sense === 'roughly' || sense === 'orSo') ?? false);

/** Whether a field counts: nobody is off by half a person. */
const isWhole = ({ name }: Field, { sample }: TranslationRequest): boolean =>
  sample.every(record => {
    const value = valueAt(record, name) ?? null;
    return value === null || Number.isInteger(value);
  });

const spreadsOf = (value: number, whole: boolean): readonly number[] => {
  const parts = SPREADS.map(part => Math.abs(value) * part);
  return [...new Set(whole && Number.isInteger(value) ? parts.map(part => Math.max(1, Math.round(part))) : parts)];
};

const rounded = (value: number): number => Number(value.toPrecision(12));

/** "approx. 50", "in the region of 50", "autour de 50": what only makes a number less exact says nothing else of the records. */
export function withRoughAmounts(chunks: readonly Chunk[]): readonly Chunk[] {
  if (!chunks.some(isRough)) return chunks;
  const silent = new Set<number>();
  chunks.forEach((chunk, at) => {
    const from = chunk.number === undefined || chunk.quote !== undefined ? undefined : roughFrom(chunks, at);
    const said = from === undefined ? [] : chunks.slice(from, at);
    if (from !== undefined && !said.every(word => isFiller(word)) && !said.some(leadsElsewhere))
      said.forEach((_, i) => silent.add(from + i));
  });
  return silent.size === 0
    ? chunks
    : chunks.map((chunk, at) => (silent.has(at) ? { ...chunk, roles: ['filler'], fields: [], values: [] } : chunk));
}

/** Words that do more in their place than to make a number less exact: "by about 5", "to around 5". */
const leadsElsewhere = (chunk: Chunk): boolean =>
  !isFiller(chunk) && chunk.roles.length > 0 && !has(chunk, 'distance', 'stop', 'vague', 'vagueSmall');

/** Whether words beside a number of this test say that it is not meant exactly. */
function isRoughlySaid(chunks: readonly Chunk[], { spans }: TestMeaning): boolean {
  return chunks.some((chunk, at) => {
    const { number, quote, start } = chunk;
    if (number === undefined || quote !== undefined || !spans.some(([from, to]) => from <= start && start < to))
      return false;
    return roughFrom(chunks, at) !== undefined || isFollowedRoughly(chunks, at);
  });
}

/** Where the words before a number begin that make it less exact: "about the 500", "ca. 30". */
function roughFrom(chunks: readonly Chunk[], at: number): number | undefined {
  for (let from = Math.max(0, at - REACH); from < at; from++) {
    const to = saidTo(chunks, from, 'roughly');
    if (to === undefined || to > at || chunks.slice(from, to).some((word, i) => isStored(word, from + i))) continue;
    if (chunks.slice(to, at).every(chunk => has(chunk, 'det', 'stop', 'be'))) return from;
  }
  return undefined;
}

/** "criticality C 10 to 20 errors": what records hold, or what is written large, makes no number less exact. */
const isStored = ({ values, text }: Chunk, at: number): boolean =>
  values.length > 0 || (at > 0 && /^\p{Lu}/u.test(text));

/** "50 or so", "50 people or so": the noun that is counted may stand between. */
const isFollowedRoughly = (chunks: readonly Chunk[], at: number): boolean =>
  saidTo(chunks, at + 1, 'orSo') !== undefined ||
  (saidTo(chunks, at + 2, 'orSo') !== undefined && isCountedNoun(chunks[at + 1]));

const isCountedNoun = (chunk: Chunk | undefined): boolean => isFiller(chunk) || (chunk?.fields.length ?? 0) > 0;
