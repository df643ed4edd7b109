import type { Field } from '@lib/rules';
import { has, isBound, isFiller, isParticiple } from '../../cursor';
import { negate, type TestMeaning } from '../../meaning/meaning';
import { skipCopula } from '../copula';
import { stateOf } from './owner-of';
import { parseListCount } from '../numbers/list-counts';
import { comparatorOf } from '../operands';
import { ledBy, type Parsed, type ParseState, spanOf, tested } from '../parse-state';
import { parseValues } from './value-list';
import { mentions, opensSaying, says } from '../../saying';
import { tagsFieldIn } from '../../tags-field';
import type { Chunk } from '../../../grounding/link-words';

/** Words that name tags as such: never the field alone, so that "tag" as a verb stays one. */
const isTagWord = (chunk: Chunk | undefined): boolean => has(chunk, 'tagNoun') || has(chunk, 'tag');

/** Presence of tags: "tagged VIP", "without the VIP tag", "without any tags", "have the tag Gold". */
export function parseTagged(state: ParseState, at: number): Parsed | undefined {
  const { chunks } = state;
  const field = tagsFieldIn(state.grounding);
  if (says(chunks[at], 'tagless') && !has(chunks[at + 1], 'be'))
    return tested(state, field, { is: 'empty' }, at, at + 1);
  let next = at;
  let absent = false;
  let led = false;
  while (
    next < at + 4 &&
    !isCountOfTags(state, next, field) &&
    (has(chunks[next], 'without', 'no', 'have', 'not', 'never', 'notYet', 'det', 'be', 'any', 'where', 'as', 'with') ||
      isReceived(chunks, next) ||
      isOneOfThem(chunks, next) ||
      (has(chunks[next], 'filler') && !isTagWord(chunks[next]))) &&
    !isTagNamed(chunks, next, field)
  ) {
    if (isTagWord(chunks[next]) && !has(chunks[next], 'without', 'have', 'no')) break;
    if (has(chunks[next], 'without', 'no', 'not', 'never', 'notYet')) absent = true;
    if (has(chunks[next], 'without', 'no', 'have', 'notYet') || isReceived(chunks, next)) led = true;
    next++;
  }
  const chunk = chunks[next];
  if (!chunk) return undefined;
  // "with exactly one tag", "with two tags": how many there are, and none that is called so.
  const counted = led && next > at && isCountOfTags(state, next, field) ? parseListCount(state, next) : undefined;
  if (counted) {
    const meaning = ledBy(state, at, next, counted.meaning);
    // "without a single tag": none at all.
    if (absent && isLone(chunks, next) && meaning.kind === 'test')
      return { meaning: { ...meaning, test: { is: 'empty' } }, to: counted.to };
    return { meaning: absent ? negate(meaning) : meaning, to: counted.to };
  }
  const participle = isParticiple(chunk) && has(chunk, 'tag');
  const named = (value: string, from: number, to: number): Parsed => {
    const test: TestMeaning = {
      kind: 'test',
      field,
      test: { is: 'has', values: [value] },
      score: 0.95,
      spans: spanOf(state, from, to),
    };
    return { meaning: absent ? negate(test) : test, to };
  };
  // "directory-hold tag present", "vip tag missing"
  const said = has(chunks[next + 1], 'tagNoun') ? chunks[next + 2] : undefined;
  if (has(said, 'filled', 'empty') && chunk.values.some(link => link.field === field)) {
    const there = named(storedTag(chunk, field), at, next + 3);
    return has(said, 'empty') ? { meaning: negate(there.meaning), to: there.to } : there;
  }
  // "the VIP tag"
  if (led && has(chunks[next + 1], 'tagNoun') && isSpecific(chunk, field))
    return named(chunk.quote ?? storedTag(chunk, field), at, next + 2);
  // "the number of tags is 2": no tag is called so.
  if (opensSaying(chunks[has(chunks[next - 1], 'det', 'of') ? next - 2 : next - 1], 'howMany')) return undefined;
  if (!isTagWord(chunk) && !chunk.fields.some(link => link.field.name === field.name)) return undefined;
  if (!led && !participle && !has(chunk, 'tagNoun')) return undefined;
  let value = next + 1;
  while (has(chunks[value], 'as', 'with', 'be', 'det', 'dash') && !chunks[value]?.quote && value < next + 3) value++;
  const operand = chunks[value];
  // "cualquier marca que no sea KUKA": what is denied of the word is no tag.
  if (
    operand &&
    isSpecific(operand, field) &&
    (operand.quote !== undefined || (!isTurn(operand) && !has(operand, 'neq', 'except', 'minus')))
  ) {
    // "not yet marked as shipped", "people marked as terminated"
    const marked = mentions(chunk, 'marksAs') && stateOf(operand, field.name, state.grounding);
    const counted = marked ? parseValues(state, value, false) : undefined;
    if (counted) return { meaning: absent ? negate(counted.meaning) : counted.meaning, to: counted.to };
    const at2 = has(operand, 'contains') ? value + 1 : value;
    const tag = chunks[at2];
    // "das Tag review fehlt"
    const gone = skipCopula(chunks, at2 + 1);
    if (tag && has(chunks[gone], 'empty') && !has(chunks[gone], 'without')) {
      absent = !absent;
      return named(tag.quote ?? storedTag(tag, field), at, gone + 1);
    }
    if (!led && !participle && !has(chunks[value - 1], 'be') && !has(operand, 'contains')) return undefined;
    if (tag) return named(tag.quote ?? storedTag(tag, field), at, at2 + 1);
  }
  if (!led && !participle) return undefined;
  const empty: TestMeaning = {
    kind: 'test',
    field,
    test: { is: absent ? 'empty' : 'filled' },
    score: 0.9,
    spans: spanOf(state, at, next + 1),
  };
  return { meaning: empty, to: next + 1 };
}

const isTurn = (chunk: Chunk): boolean => isBound(chunk) || has(chunk, 'and', 'or', 'if');

/** "a single", "una | sola" */
const isLone = (chunks: readonly Chunk[], at: number): boolean =>
  mentions(chunks[at], 'lone') || says(chunks[at + 1], 'lone');

/** "exactly one tag", "more than two tags"; "the 2 tag" is called so, and "one tag" any. */
function isCountOfTags(state: ParseState, at: number, tags: Field): boolean {
  const { chunks } = state;
  const counts =
    has(chunks[at], 'several', 'exactly', 'only') || isLone(chunks, at) || comparatorOf(chunks[at]) !== undefined;
  const several = (chunks[at]?.number?.value ?? 0) > 1 && !holdsTag(chunks[at], tags);
  if (!(counts || several) || (several && has(chunks[at - 1], 'det'))) return false;
  const parsed = parseListCount(state, at);
  return parsed?.meaning.kind === 'test' && parsed.meaning.field === tags;
}

/** "一个标签": one, counted in pieces, before the word for a tag is any of them. */
const isOneOfThem = (chunks: readonly Chunk[], at: number): boolean =>
  chunks[at]?.number?.value === 1 && chunks[at]?.number?.unit?.base === 'pcs' && has(chunks[at + 1], 'tagNoun');

/** Words that say nothing elsewhere may be what a tag is called. */
const isSpecific = (chunk: Chunk, tags: Field): boolean =>
  chunk.quote !== undefined || !isFiller(chunk) || holdsTag(chunk, tags);

const holdsTag = (chunk: Chunk | undefined, tags: Field): boolean =>
  chunk?.values.some(link => link.field.name === tags.name) ?? false;

/** "the review tag": a stored tag before the word for one is no word to be passed over. */
const isTagNamed = (chunks: readonly Chunk[], at: number, tags: Field): boolean =>
  holdsTag(chunks[at], tags) && has(chunks[at + 1], 'tagNoun');

/** "haven't received the tag network yet": that it came to them says no more than that they have it. */
const isReceived = (chunks: readonly Chunk[], at: number): boolean =>
  at > 0 &&
  has(chunks[at], 'does') &&
  chunks[at]?.quote === undefined &&
  chunks.slice(at + 1, at + 3).some(isTagWord) &&
  has(chunks[at - 1], 'have', 'notYet', 'not', 'never', 'without', 'be');

function storedTag(chunk: Chunk, field: Field): string {
  return chunk.values.find(link => link.field.name === field.name)?.stored[0] ?? chunk.text;
}
