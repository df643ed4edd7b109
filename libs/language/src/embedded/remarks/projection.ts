import { has, isBound, isFiller, namesOwnField } from '../cursor';
import { testsOf } from '../meaning/meaning';
import { mentions, opensSaying, says } from '../saying';
import { isWhole, type Understanding } from '../understanding';
import type { Chunk, Grounding } from '../../grounding/link-words';
import { wordsOf } from '../../grounding/words/fold';
import { namesRecords } from '../../grounding/fields/own-words';

/** Words behind what a question asks to see, that begin to say of which records. */
const BEGINS = ['for', 'of', 'in', 'on', 'where', 'have', 'without', 'if', 'within', 'with'] as const;
/** Places looked at for where the condition begins. */
const MOST = 4;
/** A test of which words say both the field and what is said of it. */
const SURE = 0.9;

/** A question in two: what it asks to see, and what is left to say of which records. */
export interface Cutting {
  readonly rest: readonly Chunk[];
  readonly shown: readonly Chunk[];
}

/**
 * "What is the order number for Ruthin": what is asked to be seen chooses no records. A question is read without it, and
 * that reading stands where it is whole and selects records; else the one it was read as first.
 */
export function withoutProjection(
  chunks: readonly Chunk[],
  first: Understanding,
  grounding: Grounding,
  read: (chunks: readonly Chunk[]) => Understanding,
  selects: (understood: Understanding) => boolean,
): { readonly understood: Understanding; readonly shown: readonly Chunk[] } {
  if (!first.question || !first.asks || first.effort.entangled) return { understood: first, shown: [] };
  for (const { rest, shown } of cuttings(chunks, grounding)) {
    if (!rest.some(piece => piece.values.length > 0 || piece.number !== undefined || piece.date !== undefined))
      continue;
    if (isState(shown)) continue;
    if (isWhole(first) && (doesSomething(shown) || saysAll(first, shown) || tellsWhen(first, shown.at(-1)))) continue;
    const second = read(rest);
    if (isWhole(second) && selects(second)) return { understood: second, shown };
  }
  return { understood: first, shown: [] };
}

/** "show the customers created in 2023": what happened to them is said with its day, and is nothing asked to be seen. */
const tellsWhen = ({ meaning }: Understanding, last: Chunk | undefined): boolean =>
  last !== undefined &&
  !mentions(last, 'dateWord') &&
  (meaning ? testsOf(meaning) : []).some(
    ({ test, field }) => test.is === 'date' && last.fields.some(link => link.field === field && link.score >= SURE),
  );

/** "who works part-time in Lyon": words that were understood as a test of their own choose records. */
const saysAll = ({ meaning }: Understanding, shown: readonly Chunk[]): boolean => {
  const [start, end] = [shown[0]?.start ?? 0, shown.at(-1)?.end ?? 0];
  return (meaning ? testsOf(meaning) : []).some(
    ({ spans, score }) => score >= SURE && spans.every(([from, to]) => start <= from && to <= end),
  );
};

/** "who is on call in Lyon": how somebody is said to be chooses records, though nobody knows what it says. */
const isState = ([opener, verb, lead, ...rest]: readonly Chunk[]): boolean =>
  has(opener, 'ask') &&
  has(verb, 'be') &&
  !has(opener, 'be') &&
  has(lead, 'of', 'in', 'on') &&
  !has(lead, 'det') &&
  ![lead, ...rest].some(chunk => (chunk?.fields[0]?.score ?? 0) >= 0.5);

/** "quem faz telemedicina e fala português": who does something is said, and nothing asked to be seen. */
const doesSomething = (shown: readonly Chunk[]): boolean =>
  has(shown[0], 'where') &&
  shown.some(
    (chunk, at) =>
      chunk.fields[0]?.field.type === 'boolean' && chunk.fields[0].score >= 0.9 && !has(shown[at - 1], 'det'),
  );

/** The question without what it asks to see, the shortest piece first. */
export function* cuttings(chunks: readonly Chunk[], grounding: Grounding): Generator<Cutting> {
  const opener = chunks.findIndex(
    (chunk, at) =>
      has(chunk, 'ask') && chunk.quote === undefined && !saysWhich(chunks[at - 1]) && !namesOwnField(chunks, at),
  );
  if (opener < 0) return;
  const before = chunks.slice(0, opener);
  let found = 0;
  let content = false;
  for (let at = opener + 1; at <= chunks.length && found < MOST; at++) {
    const chunk = chunks[at];
    const begins = chunk === undefined || has(chunk, ...BEGINS) || says(chunk, 'auxiliary');
    if (begins && (content || !chunk)) {
      found++;
      const rest = [...before, ...chunks.slice(at)];
      if (rest.some(piece => !isFiller(piece) && !isBound(piece))) yield { rest, shown: chunks.slice(opener, at) };
    }
    if (!chunk || (isBound(chunk) && chunk.key !== ',')) return;
    if (choosesRecords(chunk, chunks[at + 1], grounding) || saysOfThem(chunks, at)) {
      if (content && (chunk.values.length > 0 || chunk.quote !== undefined))
        yield { rest: [...before, ...chunks.slice(at)], shown: chunks.slice(opener, at) };
      return;
    }
    content ||= !isFiller(chunk) || chunk.fields.length > 0 || has(chunk, 'noun');
  }
}

/** "suppliers who are …" asks nothing. */
const saysWhich = (before: Chunk | undefined): boolean =>
  before !== undefined && (has(before, 'noun') || !isFiller(before)) && !isBound(before);

/** What is asked to be seen is never an amount, a value or a negation, unless a field is called so. */
function choosesRecords(chunk: Chunk, next: Chunk | undefined, grounding: Grounding): boolean {
  if (
    chunk.quote !== undefined ||
    chunk.named ||
    chunk.opposite ||
    (has(
      chunk,
      'not',
      'neither',
      'no',
      'without',
      'never',
      'notYet',
      'empty',
      'filled',
      'except',
      'unless',
      'outside',
      'roomFor',
      'fullUp',
    ) &&
      !has(chunk, 'ask'))
  )
    return true;
  // "which big machines": what they are like says which, though not from where on.
  const judged = has(chunk, 'vague', 'vagueSmall', 'older', 'newer') && !has(chunk, 'gt', 'lt');
  if (judged && has(next, 'noun') && namesRecords(grounding.recordType, next?.key ?? '')) return true;
  // "the quarantined samples": a yes/no field before the records says which of them.
  if (chunk.fields[0]?.field.type === 'boolean' && chunk.fields[0].score >= 0.98 && has(next, 'noun')) return true;
  const named = (chunk.fields[0]?.score ?? 0) >= 0.7 || isInLabel(chunk, grounding);
  if (chunk.number !== undefined || chunk.date !== undefined || chunk.duration !== undefined) return !named;
  return chunk.values.some(link => link.score >= 0.7) && !named;
}

/** "who can work from home", "show those allowed to …": a yes/no field, said in words of doing, says which are meant. */
function saysOfThem(chunks: readonly Chunk[], at: number): boolean {
  const [before, chunk, next] = [chunks[at - 1], chunks[at], chunks[at + 1]];
  const link = chunk?.fields[0];
  if (link?.field.type !== 'boolean' || link.score < 0.65) return false;
  if (says(before, 'theOnes')) return true;
  if (has(before, 'det') || (has(next, 'of') && !has(next, 'in'))) return false;
  return / /.test(chunk?.key ?? '') || opensSaying(chunk, 'verbForm', 'gerund', 'participle');
}

const isInLabel = (chunk: Chunk, grounding: Grounding): boolean =>
  grounding.recordType.fields.length <= 200 &&
  grounding.recordType.fields.some(({ label }) => wordsOf(label).includes(chunk.key));
