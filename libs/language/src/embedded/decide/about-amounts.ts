import { type Action, type Field, valueAt } from '@lib/rules';
import { type Meaning, type TestMeaning, testsOf } from '../meaning/meaning';
import { replaceTest } from '../meaning/readings';
import { writeCondition } from '../meaning/write-condition';
import { isFollowedRoughly, isRough, roughFrom } from '../settle/rough-amounts';
import { askRule } from './questions';
import type { Chunk } from '../../grounding/link-words';
import { say } from '../../grounding/messages';
import type { Question, TranslationRequest } from '../../translator';

/** How far off an amount may be that is not meant exactly, as parts of it. */
const SPREADS = [0.05, 0.1, 0.2] as const;

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

/** Whether words beside a number of this test say that it is not meant exactly. */
function isRoughlySaid(chunks: readonly Chunk[], { spans }: TestMeaning): boolean {
  return chunks.some((chunk, at) => {
    const { number, quote, start } = chunk;
    if (number === undefined || quote !== undefined || !spans.some(([from, to]) => from <= start && start < to))
      return false;
    return roughFrom(chunks, at) !== undefined || isFollowedRoughly(chunks, at);
  });
}
