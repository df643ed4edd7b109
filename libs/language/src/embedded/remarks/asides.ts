import { ACTING_VERBS, has, holdsData, isBound, isFiller } from '../cursor';
import { closesSaying, mentions, opensSaying, saidTo, says } from '../saying';
import { adjunctEnd, isReasonBehind } from './behind-names';
import { explainedNames } from './explained-names';
import { withoutOnwards } from './onwards';
import { withoutOpenings } from './openings';
import { verdictEnd } from './verdicts';
import type { Role } from '../../grounding/lexicon';
import type { Chunk } from '../../grounding/link-words';
import { onceOf } from '../../grounding/words/once';

/** A request without what is said besides, and those words: `courtesies` mean nothing, `reasons` are to be shown. */
export interface Plain {
  readonly said: readonly Chunk[];
  readonly reasons: readonly Chunk[];
}

const ACTS: readonly Role[] = [...ACTING_VERBS, 'tagNoun', 'copy', 'replace', 'give', 'ask'];
const COMPARES: readonly Role[] = ['gt', 'gte', 'lt', 'lte', 'between', 'empty', 'contains', 'startsWith', 'endsWith'];
/** Where a greeting or a farewell ends at the latest. */
const SHORT = 5;
const FAREWELL = 9;

/** For each place the next one at which a clause ends, or the end of the text. */
const clauseEnds = onceOf((chunks: readonly Chunk[]) => {
  const ends = new Array<number>(chunks.length);
  let end = chunks.length;
  for (let at = chunks.length - 1; at >= 0; at--) ends[at] = end = isClauseEnd(chunks, at) ? at : end;
  return ends;
});

function isClauseEnd(chunks: readonly Chunk[], at: number): boolean {
  const chunk = chunks[at];
  if (has(chunk, 'stop')) return !(chunks[at + 1]?.glued ?? false) || chunk?.text === '\n';
  return has(chunk, 'comma', 'open', 'close', 'arrow') || (has(chunk, 'dash') && chunk?.glued !== true);
}

const clauseEnd = (chunks: readonly Chunk[], from: number): number => clauseEnds(chunks)[from] ?? from;

const endsClause = (chunks: readonly Chunk[], at: number): boolean => clauseEnd(chunks, at) === at;

const endsSentence = (chunks: readonly Chunk[], at: number): boolean =>
  chunks[at] === undefined || (has(chunks[at], 'stop') && endsClause(chunks, at)) || has(chunks[at], 'arrow', 'close');

const saysData = (chunk: Chunk): boolean =>
  holdsData(chunk) || chunk.dimensioned !== undefined || has(chunk, ...COMPARES);

/** "Dear team," "Hi all!": up to the first mark. */
function greetingEnd(chunks: readonly Chunk[], at: number): number | undefined {
  if (!has(chunks[at], 'greeting')) return undefined;
  const to = clauseEnd(chunks, at);
  const words = chunks.slice(at, to);
  if (to >= chunks.length || words.length > SHORT) return undefined;
  return words.some(chunk => has(chunk, ...COMPARES) || (has(chunk, ...ACTS) && !has(chunk, 'filler')) || chunk.number)
    ? undefined
    : to;
}

/** "Thanks!", "Best, Aoife": with the name behind it, where the text ends with it. */
function farewellEnd(chunks: readonly Chunk[], at: number): number | undefined {
  const chunk = chunks[at];
  if (!chunk || !has(chunk, 'signOff')) return undefined;
  const closed = endsClause(chunks, at + 1);
  if (!closed && (has(chunk, 'vague', 'vagueSmall') || !has(chunks[at + 1], 'filler', 'for', 'in', 'det')))
    return undefined;
  const rest = chunks.slice(at);
  const last = rest.length <= FAREWELL && !rest.some(word => has(word, ...COMPARES, 'where') || word.number);
  if (last && at > 0 && !rest.some(word => has(word, 'tag', 'add', 'remove', 'setTo') && !has(word, 'filler')))
    return chunks.length;
  const to = clauseEnd(chunks, at);
  return to - at <= SHORT ? to : undefined;
}

/** Where a reason or purpose that opens here ends: before the next thing to do, or with the sentence. */
function reasonEnd(chunks: readonly Chunk[], at: number): number {
  let to = at + 1;
  while (!endsSentence(chunks, to)) {
    if (endsClause(chunks, to)) {
      // In front of the request it ends with its clause; behind it only something to do ends it.
      if (at === 0 || has(chunks[to], 'open')) return to;
      let next = to + 1;
      while (has(chunks[next], 'and', 'but', 'then', 'also')) next++;
      if (has(chunks[next], ...ACTS) && !isBound(chunks[next])) return to;
      if (has(chunks[next], 'except', 'unless', 'onlyIf', 'regardless', 'if')) return to;
    }
    to++;
  }
  return to;
}

/** "so they get the tag X": what follows from the reasons is what is to be done. */
const orders = (chunks: readonly Chunk[], at: number): boolean =>
  chunks
    .slice(at + 1, clauseEnd(chunks, at))
    .some(
      chunk => has(chunk, 'tag', 'tagNoun', 'flag', 'mask', 'clear', 'setTo', 'remove', 'fill') && !isFiller(chunk),
    );

/** "so I need orders that …", in front of everything else: what somebody asks for. */
const opensWish = (chunks: readonly Chunk[], at: number): boolean =>
  at === 0 &&
  (has(chunks[at + 1], 'wish') || (closesSaying(chunks[at], 'sayers') && has(chunks[at + 1], 'give', 'ask')));

/** "1.", "2)" in front of a thing to do on a line of its own. */
function listMarkerEnd(chunks: readonly Chunk[], at: number): number | undefined {
  const opens = at === 0 || chunks[at - 1]?.text === '\n';
  const marked = chunks[at]?.number !== undefined && /^\d{1,2}$/.test(chunks[at]?.text ?? '');
  return opens && marked && has(chunks[at + 1], 'stop', 'close') && has(chunks[at + 2], ...ACTS) ? at + 2 : undefined;
}

/** "regardless of the amount", "whatever the customer is", "the channel does not matter": where that ends. */
function indifferenceEnd(chunks: readonly Chunk[], at: number, opened: boolean): number | undefined {
  const end = clauseEnd(chunks, at);
  const said = (from: number, to: number): boolean => chunks.slice(from, to).some(chunk => has(chunk, 'indifferent'));
  // "…, or preferred no matter what": one more kind of records, and only then what does not matter.
  const closes = opened && !has(chunks[at], 'or') && said(Math.max(at + 1, end - 1), end);
  if (!has(chunks[at], 'indifferent') && !closes) return undefined;
  // "whoever is late" names records; behind a comma it leaves them open.
  if (has(chunks[at], 'det', 'where') && !opened) return undefined;
  const acts = chunks
    .slice(at, end)
    .some(chunk => has(chunk, ...ACTS) && !isFiller(chunk) && chunk.fields.length === 0);
  return acts ? undefined : end;
}

function opensReason(chunks: readonly Chunk[], at: number): boolean {
  const chunk = chunks[at];
  if (!chunk || chunk.quote !== undefined) return false;
  // "flag them because …": what the records are flagged with.
  const flags = chunks.slice(Math.max(0, at - 3), at).some(word => has(word, 'flag') && !isBound(word));
  if (opensSaying(chunk, 'hence') && (orders(chunks, at) || opensWish(chunks, at))) return false;
  if (has(chunk, 'because')) return !flags && !has(chunks[at - 1], 'tag', 'add', 'as');
  if (isReasonBehind(chunks, at)) return true;
  // "Since the carrier has a new price for it, …": no time, so the reason.
  if (has(chunk, 'since') && (at === 0 || isBound(chunks[at - 1]))) {
    const clause = chunks.slice(at + 1, clauseEnd(chunks, at));
    const dated = clause.some(word => (word.date ?? word.duration ?? word.number ?? word.quote) !== undefined);
    return (
      at === 0 &&
      !dated &&
      clause.some(word => has(word, 'be', 'have', 'may')) &&
      !clause.some(word => word.values.length > 0)
    );
  }
  // "until we have heard from them": how long, and of no record.
  if (has(chunk, 'until') && has(chunks[at + 1], 'writer')) return true;
  // "so HR can plan": what somebody may then do.
  if (!says(chunk, 'hence') && !has(chunk, 'because')) return false;
  // "so we can ring them": what the writer does with them.
  if (has(chunks[at + 1], 'writer') && !orders(chunks, at)) return true;
  for (let next = at + 1; next < at + 5 && !endsClause(chunks, next); next++)
    if (has(chunks[next], 'may')) return next > at + 1;
  return false;
}

/** "the mailing" is akin to an e-mail and no name of it. */
const saysSurely = (chunk: Chunk): boolean =>
  saysData({ ...chunk, fields: chunk.fields.filter(({ score }) => score >= 0.75) });

/** "for the spring campaign we need …": what it is for, in front of what is asked. */
function purposeEnd(chunks: readonly Chunk[], at: number): number | undefined {
  const led = saidTo(chunks, at, 'forPurpose');
  if (led === undefined) return undefined;
  for (let to = led; to < led + 7 && !endsClause(chunks, to); to++) {
    if (has(chunks[to], 'writer') && to > led) return to;
    // "in preparation for the year-end close I …": a day says when that is.
    const { date: _date, ...told } = chunks[to] as Chunk;
    if (saysSurely(told) || has(chunks[to], ...ACTS, 'where', 'noun')) return undefined;
  }
  return undefined;
}

/** "As discussed with the works council last Thursday, | we …": what went before, where the request itself follows. */
function agreedEnd(chunks: readonly Chunk[], at: number): number | undefined {
  const opens = at === 0 || (has(chunks[at - 1], 'stop') && endsClause(chunks, at - 1));
  const to = opens && opensSaying(chunks[at], 'asAgreed') ? clauseEnd(chunks, at) : undefined;
  if (to === undefined || !has(chunks[to], 'comma') || to - at > LEAD) return undefined;
  return chunks.slice(at, to).some(chunk => has(chunk, 'tag', 'tagNoun', ...COMPARES)) ? undefined : to + 1;
}

/** So many words at most tell what went before. */
const LEAD = 12;

/** "The credentialing committee has asked us to | …": who wants it, before what is wanted. */
function biddingEnd(chunks: readonly Chunk[], at: number): number | undefined {
  for (let next = at + 1; next < at + 9 && !endsClause(chunks, next); next++) {
    const to = saidTo(chunks, next, 'bidsUs');
    if (to !== undefined && chunks[to] !== undefined && !isBound(chunks[to])) return to;
    if (has(chunks[next], 'where', 'if', 'tag', 'tagNoun', ...COMPARES)) return undefined;
  }
  return undefined;
}

/** "Rule for the bonus round:": a heading, with the rule itself behind its colon. */
function headingEnd(chunks: readonly Chunk[], at: number): number | undefined {
  const opener = has(chunks[at], 'det') || says(chunks[at], 'fresh') ? at + 1 : at;
  if (!has(chunks[opener], 'conditionWord') || !mentions(chunks[opener], 'rule')) return undefined;
  for (let to = opener + 1; to < opener + 9 && !endsClause(chunks, to); to++) {
    const chunk = chunks[to] as Chunk;
    if (has(chunk, 'colon'))
      return (to > opener + 1 || at === 0) && !(chunks[to + 1]?.glued && chunks[to + 1]?.text !== '\n')
        ? to + 1
        : undefined;
    if (
      chunk.number ||
      chunk.date ||
      chunk.quote !== undefined ||
      chunk.values.length > 0 ||
      has(chunk, ...COMPARES, 'where', 'tag')
    )
      return undefined;
  }
  return undefined;
}

/** So many words name a group of records. */
const NAME = 4;

/** "Pilot group is active employees who …, tag them pilot": who is to get a tag is called by it first. */
function namedGroupEnd(chunks: readonly Chunk[], at: number): number | undefined {
  const from = has(chunks[at], 'det') ? at + 1 : at;
  const name = chunks[from];
  if (!name || isBound(name) || has(name, ...ACTS, 'where', 'if', 'noun')) return undefined;
  // What is said of a field ("NPI is shorter than …, tag bad-npi") names no group.
  if ((name.fields[0]?.score ?? 0) >= 0.9) return undefined;
  let to = from + 1;
  while (to < from + NAME && chunks[to] && !isBound(chunks[to]) && !says(chunks[to], 'equates')) to++;
  if (!says(chunks[to], 'equates')) return undefined;
  const verb = chunks.findLastIndex(chunk => has(chunk, 'tag', 'tagNoun'));
  return verb > to &&
    chunks.slice(verb + 1).some(chunk => chunk.key === name.key) &&
    !has(chunks[to + 1], ...COMPARES, 'not', 'no')
    ? to + 1
    : undefined;
}

/** "we have to talk to them before summer": what the writer does with the records, which are only pointed at. */
function isWritersClause(chunks: readonly Chunk[], at: number, to: number): boolean {
  if (!has(chunks[at], 'writer')) return false;
  const words = chunks.slice(at + 1, to);
  const pointed = words.some(chunk => has(chunk, 'them') && !has(chunk, 'where'));
  const acts = words.some(
    chunk => has(chunk, 'tag') || (has(chunk, ...ACTS) && !has(chunk, 'filler', 'then') && chunk.fields.length === 0),
  );
  return pointed && !acts && !words.some(chunk => has(chunk, 'where', 'have', 'if') && !has(chunk, 'filler', 'them'));
}

/** "that can't be right", "it annoys people": a pronoun, and nothing that records hold. */
function isRemark(chunks: readonly Chunk[], at: number, to: number): boolean {
  const opener = chunks[at];
  const points = has(opener, 'them') || has(opener, 'writer') || saidTo(chunks, at, 'pointing') !== undefined;
  if (!opener || !points || to - at < 2) return false;
  const words = chunks.slice(at, to);
  return (
    !words.some(saysData) && !words.some((chunk, i) => i > 0 && has(chunk, ...ACTS) && !has(chunk, 'filler', 'where'))
  );
}

/**
 * Takes out what a request says besides: greetings, thanks and names under it, reasons, purposes, and what its writer
 * will do. None of it chooses records, whatever its words mean elsewhere.
 */
export function withoutAsides(all: readonly Chunk[]): Plain {
  const plain = withoutOpenings(withoutOnwards(all));
  const names = explainedNames(plain);
  const chunks = names.size === 0 ? plain : plain.filter(chunk => !names.has(chunk));
  const said: Chunk[] = [];
  const reasons: Chunk[] = [...names];
  let opened = true;
  const data = (): boolean => said.some(saysData);
  for (let at = 0; at < chunks.length;) {
    const chunk = chunks[at] as Chunk;
    const adjunct = adjunctEnd(chunks, at);
    if (adjunct !== undefined) {
      reasons.push(...chunks.slice(at, adjunct));
      at = adjunct;
      continue;
    }
    if (endsClause(chunks, at)) {
      said.push(chunk);
      opened = true;
      at++;
      continue;
    }
    const marker = listMarkerEnd(chunks, at);
    if (marker !== undefined) {
      at = marker;
      continue;
    }
    // "Thanks" opens a request or closes it, and then a name may follow.
    const [first, second] = at === 0 ? [greetingEnd, farewellEnd] : [farewellEnd, greetingEnd];
    const courtesy = opened ? (first(chunks, at) ?? second(chunks, at)) : undefined;
    if (courtesy !== undefined) {
      at = courtesy;
      continue;
    }
    const group = at === 0 ? namedGroupEnd(chunks, at) : undefined;
    const besides = opened
      ? (group ?? agreedEnd(chunks, at) ?? biddingEnd(chunks, at) ?? purposeEnd(chunks, at) ?? headingEnd(chunks, at))
      : undefined;
    if (besides !== undefined) {
      reasons.push(...chunks.slice(at, besides));
      at = besides;
      continue;
    }
    if (opensReason(chunks, at) && (at === 0 ? clauseEnd(chunks, at) < chunks.length : data())) {
      const to = reasonEnd(chunks, at);
      reasons.push(...chunks.slice(at, to));
      at = to;
      continue;
    }
    if (opensSaying(chunk, 'hence') && has(chunk, 'because') && (orders(chunks, at) || opensWish(chunks, at))) {
      said.push({ ...chunk, roles: ['then', 'wish'] });
      at++;
      continue;
    }
    const judged = data() ? verdictEnd(chunks, at) : undefined;
    if (judged !== undefined) {
      reasons.push(...chunks.slice(at, judged));
      at = judged;
      continue;
    }
    const indifferent = data() ? indifferenceEnd(chunks, at, opened) : undefined;
    if (indifferent !== undefined) {
      reasons.push(...chunks.slice(at, indifferent));
      at = indifferent;
      continue;
    }
    const from = opened && has(chunk, 'and', 'but') ? at + 1 : at;
    const to = clauseEnd(chunks, from);
    const joins = has(chunk, 'and') && has(chunks[at + 1], 'writer') && !opened;
    if (joins && data() && isWritersClause(chunks, at + 1, clauseEnd(chunks, at + 1))) {
      const rest = clauseEnd(chunks, at + 1);
      reasons.push(...chunks.slice(at, rest));
      at = rest;
      continue;
    }
    if (opened && ((data() && isWritersClause(chunks, from, to)) || isRemark(chunks, from, to))) {
      reasons.push(...chunks.slice(at, to));
      at = to;
      continue;
    }
    opened = opened && isFiller(chunk) && has(chunk, 'then', 'filler') && !has(chunk, 'where', 'ask', 'noun');
    said.push(chunk);
    at++;
  }
  return { said, reasons };
}
