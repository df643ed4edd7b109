import { clausesOf, GOES_ON, isMainClause, sentencesOf, type Stretch } from './clauses';
import { has, isBound, isFiller } from '../cursor';
import { closesSaying, opensSaying } from '../saying';
import { testsOf } from '../meaning/meaning';
import { isWhole, type Understanding } from '../understanding';
import type { Chunk } from '../../grounding/link-words';

/** So many readings are tried; each leaves out one stretch more. */
const TRIES = 24;
/** So many words of a predicate are looked at from its end. */
const PREDICATE = 9;

type Read = (chunks: readonly Chunk[]) => Understanding;

interface Told {
  readonly understood: Understanding;
  readonly left: readonly Chunk[];
}

/** Behind all that is to be done. */
const doneIn = ({ actions }: Understanding['cut']): number =>
  actions.length === 0 ? Infinity : Math.max(...actions.map(({ span }) => span[1]));

/** Where words stand that nothing came from; harmless as they are, they show what is only a remark behind the order. */
const doubtsOf = ({ strange, issues, cut, unknown }: Understanding, chunks: readonly Chunk[]): readonly number[] => {
  const remarks = remarksOf(chunks, doneIn(cut));
  const remarked = ({ start }: Chunk): boolean =>
    remarks.some(({ from, to }) => chunks.slice(from, to).some(chunk => chunk.start === start));
  return [
    ...strange.map(chunk => chunk.start),
    ...issues.flatMap(issue => (issue.start === undefined ? [] : [issue.start])),
    ...cut.unsupported.map(chunk => chunk.start),
    ...unknown.filter(chunk => !isFiller(chunk) && remarked(chunk)).map(chunk => chunk.start),
  ].sort((a, b) => a - b);
};

/** "tag X, the workshop asked for it": behind all that is to be done, of something that is no field. */
const remarksOf = (chunks: readonly Chunk[], done: number): readonly Stretch[] =>
  clausesOf(chunks).filter(clause => {
    const first = chunks[clause.from];
    const head = chunks[has(first, 'det') ? clause.from + 1 : clause.from];
    return (
      first !== undefined &&
      first.start >= done &&
      has(chunks[clause.from - 1], 'comma') &&
      isMainClause(chunks, clause) &&
      (head?.fields[0]?.score ?? 0) < 0.6
    );
  });

const saysData = (chunk: Chunk): boolean =>
  chunk.values.some(({ score, via }) => score >= 0.9 && via !== 'part') ||
  (chunk.fields[0]?.score ?? 0) >= 0.6 ||
  (chunk.number ?? chunk.date ?? chunk.duration ?? chunk.quote) !== undefined;

/** "three offices": a few, said in passing. */
const isFew = (chunk: Chunk): boolean =>
  chunk.number !== undefined && Math.abs(chunk.number.value) <= 12 && /^\p{L}+$/u.test(chunk.text);

const COMPARING = [
  'gt',
  'gte',
  'lt',
  'lte',
  'between',
  'except',
  'excepted',
  'unless',
  'onlyIf',
  'only',
  'amp',
  'slash',
] as const;

/** "…: tag Alpine Express": words that a tag is called by are no condition once what stood before them is gone. */
const testsWithin = ({ meaning }: Understanding, { cut }: Understanding): boolean =>
  meaning !== undefined &&
  testsOf(meaning).some(({ spans }) =>
    spans.some(([from, to]) => cut.actions.some(({ span }) => span[0] < from && to <= span[1])),
  );

/** What has a number, a text or an exception in it chooses records, whatever else it may be. */
const comparesIn = (words: readonly Chunk[]): boolean =>
  words.some(
    (chunk, i) =>
      (!isFew(chunk) && (chunk.number ?? chunk.duration ?? chunk.quote) !== undefined) ||
      // "Under the new agreement, …"; "they are only used in town"
      (has(chunk, ...COMPARING) &&
        !(i === 0 && has(chunk, 'in')) &&
        !(has(chunk, 'only') && has(words[i - 1], 'be', 'may', 'writer', 'them'))),
  );

/** "the contract is active, the seller sits in Oslo, …": a stored value among the conditions of one sentence is one of them. */
const namesValue = (words: readonly Chunk[]): boolean =>
  words.some(chunk => chunk.values.some(({ score, via }) => score >= 0.95 && (via === undefined || via === 'country')));

/** Where nothing is to be done, what asks to see records, names an act or holds what they may hold is the request itself. */
const mayBeMeant = (words: readonly Chunk[]): boolean =>
  words.some(
    chunk =>
      (has(chunk, 'ask') && !has(chunk, 'filler', 'where')) ||
      has(chunk, 'tag', 'add', 'remove', 'clear', 'flag') ||
      chunk.number !== undefined ||
      chunk.quote !== undefined ||
      chunk.values.length > 0,
  );

/** Sentences and clauses around a doubt that do nothing, and predicates whose subject says which records. */
function candidates(chunks: readonly Chunk[], understood: Understanding, doubt: number): readonly Stretch[] {
  const at = chunks.findIndex(chunk => chunk.start <= doubt && doubt < chunk.end);
  if (at < 0) return [];
  const around = (all: readonly Stretch[]): Stretch | undefined => all.find(({ from, to }) => from <= at && at < to);
  const holds = ({ from, to }: Stretch, start: number): boolean =>
    chunks.slice(from, to).some(chunk => chunk.start <= start && start < chunk.end);
  const acts = (stretch: Stretch): boolean =>
    understood.cut.actions.some(({ span }) => holds(stretch, span[0]) || holds(stretch, span[1] - 1));
  const tests = understood.meaning ? testsOf(understood.meaning).flatMap(({ spans }) => spans) : [];
  const tells = (stretch: Stretch): boolean => tests.some(([from]) => holds(stretch, from));
  // "any practice in CA, NY or WA": within a sentence one test is not told in part.
  const splits = (stretch: Stretch): boolean =>
    tests.some(([from, to]) => holds(stretch, from) !== holds(stretch, to - 1));
  const sentence = around(sentencesOf(chunks));
  const clause = around(clausesOf(chunks));
  const asks = understood.cut.actions.length === 0;
  const free = (stretch: Stretch | undefined): stretch is Stretch =>
    stretch !== undefined &&
    !acts(stretch) &&
    (stretch === sentence || !splits(stretch)) &&
    !chunks.slice(stretch.from, stretch.to).some(({ unheld }) => unheld) &&
    !has(chunks[stretch.from], ...GOES_ON) &&
    // "the grade is A and it is not connected, or it …": what has an alternative is a condition as well.
    !(stretch !== sentence && has(chunks[stretch.to], 'or')) &&
    !(asks && mayBeMeant(chunks.slice(stretch.from, stretch.to)));
  const whole = free(sentence) ? [sentence] : [];
  const listed =
    clause !== undefined &&
    sentence !== undefined &&
    (chunks[clause.from]?.start ?? 0) < doneIn(understood.cut) &&
    tests.some(([from]) => holds(sentence, from) && !holds(clause, from)) &&
    namesValue(chunks.slice(clause.from, clause.to));
  const told = free(clause) && !listed && !comparesIn(chunks.slice(clause.from, clause.to));
  const reason = free(clause) && isMainClause(chunks, clause) && followsFrom(chunks, clause, acts, tells);
  const main =
    clause && (reason || (told && (isMainClause(chunks, clause) || isLeadIn(chunks, clause)))) ? [clause] : [];
  const done = doneIn(understood.cut);
  const remark = clause && main.length > 0 && remarksOf(chunks, done).some(({ from }) => from === clause.from);
  if (remark) return main;
  const predicates =
    clause && !asks ? [...commentOf(chunks, clause, at, acts), ...predicatesOf(chunks, clause, at, acts)] : [];
  // What says which records is kept as long as the rest of its sentence can go without it.
  const other = sentence !== undefined && tests.some(([from]) => !holds(sentence, from));
  const said =
    sentence !== undefined &&
    tells(sentence) &&
    (!other || comparesIn(chunks.slice(sentence.from, sentence.to)) || refersBack(chunks, sentence.to));
  const plain = [...main, ...whole].filter(stretch => !tells(stretch));
  return said ? [...plain, ...predicates, ...main, ...whole] : [...whole, ...main, ...predicates];
}

/** "DPD is on strike. … every order that was going with them": who was named before. */
const refersBack = (chunks: readonly Chunk[], from: number): boolean =>
  chunks.some(
    (chunk, i) => i > from && has(chunk, 'them') && !has(chunk, 'where') && closesSaying(chunks[i - 1], 'companion'),
  );

/** "We only cover nine seats, | so all vehicles with more get …": the order names its records itself. */
function followsFrom(
  chunks: readonly Chunk[],
  { to }: Stretch,
  acts: (stretch: Stretch) => boolean,
  tells: (stretch: Stretch) => boolean,
): boolean {
  const next = clausesOf(chunks).find(({ from }) => from === to);
  const opener = next && chunks[next.from];
  return next !== undefined && opensSaying(opener, 'hence') && acts(next) && tells(next);
}

/** "Under the new agreement, …", "For the cash forecast: …": the circumstances, in front of everything else. */
const isLeadIn = (chunks: readonly Chunk[], { from, to }: Stretch): boolean =>
  (from === 0 || isBound(chunks[from - 1])) &&
  has(chunks[from], 'in', 'for', 'of', 'as', 'before', 'after', 'because', 'since', 'besides') &&
  isBound(chunks[to - 1]) &&
  !chunks.slice(from, to).some(chunk => chunk.quote !== undefined || chunk.values.length > 0 || has(chunk, 'where'));

/** "… among the codes | we know what it is": what the writer thinks of them, without a mark before it. */
function commentOf(
  chunks: readonly Chunk[],
  clause: Stretch,
  doubt: number,
  acts: (stretch: Stretch) => boolean,
): readonly Stretch[] {
  for (let from = doubt; from > clause.from; from--) {
    const chunk = chunks[from];
    if (!chunk || saysData(chunk) || has(chunk, 'and', 'or', 'but')) return [];
    if (!has(chunk, 'writer')) continue;
    let to = doubt + 1;
    while (to < clause.to && !isBound(chunks[to])) to++;
    const words = chunks.slice(from, to);
    const points = words.some(word => has(word, 'them') && !has(word, 'where'));
    return points && !words.some(saysData) && !comparesIn(words) && !acts({ from, to }) ? [{ from, to }] : [];
  }
  return [];
}

/**
 * "Machines over 90 degrees | must not run alone. Tag them X": what is said of them gives the reason, and the order
 * that follows points back at them.
 */
function predicatesOf(
  chunks: readonly Chunk[],
  clause: Stretch,
  doubt: number,
  acts: (stretch: Stretch) => boolean,
): readonly Stretch[] {
  let to = doubt + 1;
  while (to < clause.to && !isBound(chunks[to]) && !acts({ from: to, to: to + 1 })) to++;
  const goesOn = acts({ from: to, to: to + 1 });
  while (goesOn && to > doubt + 1 && !has(chunks[to], 'and')) to--;
  if (goesOn && !has(chunks[to], 'and')) return [];
  const pointed = goesOn || chunks.slice(to).some(chunk => has(chunk, 'them') || opensSaying(chunk, 'such'));
  const subject = chunks.slice(clause.from, doubt);
  // "when the panel is …" goes on to say which; "tag those who …" acts already.
  const open =
    subject.some(saysData) && !subject.some(chunk => has(chunk, 'if', 'unless', 'onlyIf') && !has(chunk, 'in'));
  if (!pointed || !open || acts({ from: clause.from, to: doubt + 1 })) return [];
  const found: Stretch[] = [];
  for (let from = doubt; from > clause.from && from > doubt - PREDICATE; from--) {
    const chunk = chunks[from];
    if (
      !chunk ||
      (from < doubt && saysData(chunk)) ||
      has(chunk, 'where', 'and', 'or', 'comma', 'but', 'no', 'without')
    )
      break;
    const words = chunks.slice(from, to);
    if (comparesIn(words) || words.some(saysData)) break;
    if (words.length >= 3 || words.some(word => has(word, 'be', 'may', 'have', 'give'))) found.push({ from, to });
  }
  return found;
}

/**
 * "Our system cuts off long codes. Tag X if the code has more than 8 characters": what is told with words nobody knows
 * is background where the rest is whole without it. Its words are handed back, to be shown.
 */
export function withoutBackground(all: readonly Chunk[], first: Understanding, read: Read): Told {
  const unchanged = { understood: first, left: [] };
  if (first.cut.actions.length === 0 && !first.asks) return unchanged;
  let tries = 0;
  let chunks = all;
  let understood = first;
  const left: Chunk[] = [];
  for (let doubts = doubtsOf(first, all); doubts.length > 0;) {
    let next:
      | { readonly chunks: readonly Chunk[]; readonly understood: Understanding; readonly gone: readonly Chunk[] }
      | undefined;
    for (const { from, to } of candidates(chunks, understood, doubts[0] ?? 0)) {
      if (tries++ >= TRIES) return unchanged;
      const kept = [...chunks.slice(0, from), ...chunks.slice(to)];
      const tried = read(kept);
      const better =
        tried.meaning !== undefined &&
        tried.cut.actions.length === first.cut.actions.length &&
        !testsWithin(tried, understood) &&
        doubtsOf(tried, kept).length < doubts.length;
      if (!better) continue;
      next = { chunks: kept, understood: tried, gone: chunks.slice(from, to) };
      break;
    }
    if (!next) return unchanged;
    ({ chunks, understood } = next);
    left.push(...next.gone);
    doubts = doubtsOf(understood, chunks);
  }
  const whole = left.length > 0 && isWhole(understood) && understood.cut.unsupported.length === 0;
  return whole ? { understood, left } : unchanged;
}
