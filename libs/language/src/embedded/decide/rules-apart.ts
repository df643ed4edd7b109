import { swallowedRules } from '../actions/swallowed-rules';
import { has } from '../cursor';
import { testsOf } from '../meaning/meaning';
import { namesApart } from './names-apart';
import { othersApart } from './others-apart';
import { endsSentence, withoutEdges } from './sentences';
import type { Understanding } from '../understanding';
import { valuesApart } from './values-apart';
import { wishesApart } from './wishes-apart';
import type { Chunk } from '../../grounding/link-words';

/** A stretch of the text, in UTF-16 units. */
type Stretch = readonly [number, number];

/**
 * Rules that a request says beside its first: what is done with all the others, another value or another tag for other
 * records, what a tag would swallow, and what `clausesApart` finds. Returned is what was said of them.
 */
export function rulesApart(understood: Understanding, chunks: readonly Chunk[], text: string): readonly string[] {
  const { actions } = understood.cut;
  if (actions.length === 0) return understood.asks ? [] : wishesApart(chunks, text);
  const joined =
    othersApart(actions, chunks, text) ?? valuesApart(actions, chunks, text) ?? namesApart(actions, chunks, text);
  if (joined !== undefined) return [joined];
  const swallowed = swallowedRules(actions, chunks, text);
  return swallowed.length > 0 ? swallowed : clausesApart(understood, chunks, text);
}

/**
 * "Tag customers in Germany as Silver. Also tag active customers as Gold.": sentences, or clauses that speak of records
 * again, with an action and a test of their own each. One rule does all it does to one kind of records, so that joining
 * them would select what nobody asked for. Returned are the later ones, as they were said.
 */
function clausesApart({ cut, meaning }: Understanding, chunks: readonly Chunk[], text: string): readonly string[] {
  const acts = cut.actions.map(({ span }) => span[0]).sort((a, b) => a - b);
  if (acts.length < 2 || !meaning) return [];
  const tests = testsOf(meaning).flatMap(({ spans }) => spans.map(([start]) => start));
  const holds = (starts: readonly number[], [from, to]: Stretch): boolean => starts.some(at => from <= at && at < to);
  const whole = sentencesOf(chunks, text)
    .flatMap(sentence => clausesOf(sentence, acts, chunks))
    .filter(clause => holds(acts, clause) && holds(tests, clause));
  return whole.slice(1).map(([from, to]) => withoutEdges(text.slice(from, to)));
}

function sentencesOf(chunks: readonly Chunk[], text: string): readonly Stretch[] {
  const ends = [...chunks.filter(endsSentence).map(({ end }) => end), text.length];
  return ends.map((end, i) => [ends[i - 1] ?? 0, end]);
}

/** Where an action comes with records of its own ("… and tag customers in France as Gold"), a clause begins. */
function clausesOf([from, to]: Stretch, acts: readonly number[], chunks: readonly Chunk[]): readonly Stretch[] {
  const within = acts.filter(at => from <= at && at < to);
  const opens = within.flatMap((at, i) => {
    const before = within[i - 1];
    if (before === undefined) return [];
    const joint = chunks.findLast(
      chunk => before < chunk.start && chunk.start < at && has(chunk, 'and', 'comma', 'but'),
    );
    const start = joint?.end ?? at;
    const next = within[i + 1] ?? to;
    return chunks.some(chunk => start <= chunk.start && chunk.start < next && speaksOfRecords(chunk)) ? [start] : [];
  });
  const starts = [from, ...opens];
  return starts.map((start, i) => [start, starts[i + 1] ?? to]);
}

const speaksOfRecords = (chunk: Chunk): boolean =>
  chunk.quote === undefined && (has(chunk, 'noun') || (has(chunk, 'ones') && !has(chunk, 'det')));
