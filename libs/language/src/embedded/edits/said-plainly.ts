import type { Chunk } from '../../grounding/link-words';
import { has, isBound, isFiller } from '../cursor';
import { saidTo, says } from '../saying';
import type { Edit } from './edit-step';
import { oneForAnother } from './one-for-another';
import { operatorsPlain } from './operators-plain';

/** The words of a follow-up as changes are read from them: without what was taken back, with verbs and particles as one. */
export function saidPlainly(edit: Edit): readonly Chunk[] {
  return withoutOpener(
    withOutVerbs(
      withInVerbs(
        withoutWhatever(
          afterCorrection(
            afterNo(comparing(oneForAnother(withoutAgain(operatorsPlain(edit)), edit.previous.condition).map(asValue))),
          ),
        ),
      ),
    ),
  );
}

/** What joins one change to the next. */
export const isJoint = (chunk: Chunk): boolean =>
  chunk.quote === undefined &&
  (has(chunk, 'comma', 'stop', 'and', 'but', 'colon', 'amp', 'added') ||
    (has(chunk, 'dash') && !chunk.glued) ||
    /^[;…]$/.test(chunk.text) ||
    // "please,"
    (isFiller(chunk) && chunk.text.endsWith(',')));

/** "saca Brno otra vez", "togli di nuovo Brno": that something is done once more says nothing of what. */
function withoutAgain(chunks: readonly Chunk[]): readonly Chunk[] {
  const at = chunks.findIndex((chunk, i) => chunk.quote === undefined && saidTo(chunks, i, 'again') !== undefined);
  const to = at < 0 ? undefined : saidTo(chunks, at, 'again');
  return to === undefined || chunks.slice(at, to).every(isFiller)
    ? chunks
    : [...chunks.slice(0, at), ...chunks.slice(to)];
}

/** "Legal too": what records hold as it is written tells nothing besides. */
const asValue = (chunk: Chunk): Chunk =>
  has(chunk, 'telling', 'writer') && chunk.values.some(({ via }) => via === undefined)
    ? { ...chunk, roles: chunk.roles.filter(role => role !== 'telling' && role !== 'writer') }
    : chunk;

/** "…, sorry, I meant 85": what was said before is taken back. */
function afterCorrection(chunks: readonly Chunk[]): readonly Chunk[] {
  const at = chunks.findLastIndex(
    (chunk, i) => i > 2 && has(chunk, 'correction') && !has(chunk, 'insteadOf') && i < chunks.length - 2,
  );
  return at < 0 ? chunks : chunks.slice(at);
}

/** "no, shorter than a week": not as it is, and nothing denied of what follows. */
function afterNo(chunks: readonly Chunk[]): readonly Chunk[] {
  const [first, next] = chunks;
  const isNo = first !== undefined && says(first, 'replyNo') && isBound(next) && next !== undefined;
  return isNo ? [{ ...first, roles: ['correction'], fields: [], values: [] }, ...chunks.slice(1)] : chunks;
}

/** "and the notes can be cleared": what only joins it to what was said before. */
function withoutOpener(chunks: readonly Chunk[]): readonly Chunk[] {
  const [first, ...rest] = chunks;
  const same = behindSame(chunks);
  if (same > 0) return chunks.slice(same);
  const besides = behindTag(chunks);
  if (besides > 0) return chunks.slice(besides);
  // "besides, the fee has to be zero": before a pause it adds, and leaves nothing out.
  if (first && has(first, 'also') && has(first, 'except') && has(rest[0], 'comma'))
    return [{ ...first, roles: ['also'] }, ...rest.slice(1)];
  if (!first || !has(first, 'added') || has(first, 'and', 'also')) return chunks;
  // "and the lathes": one more, as "and lathes" is.
  const names = rest.length > 0 && rest.every(chunk => chunk.values.length > 0 || isFiller(chunk) || has(chunk, 'and'));
  return names ? [{ ...first, roles: ['and'] }, ...rest] : rest;
}

/** "same thing but only for those in Texas": the rule as it is, and behind it how it is to change. */
function behindSame(chunks: readonly Chunk[]): number {
  let next = 0;
  while (next < SAME_MOST && (says(chunks[next], 'sameAgain') || (next > 0 && isGoingOn(chunks[next])))) next++;
  if (next === 0 || !has(chunks[next], 'but', 'comma', 'only', 'except')) return 0;
  return has(chunks[next], 'but', 'comma') && !has(chunks[next], 'only', 'except') ? next + 1 : next;
}

/** "on top of the tag, set …": what is done already, and behind it what is to be done besides. */
function behindTag(chunks: readonly Chunk[]): number {
  let next = saidTo(chunks, 0, 'onTopOf') ?? saidTo(chunks, 1, 'onTopOf') ?? 0;
  while (next > 0 && has(chunks[next], 'det')) next++;
  if (next === 0 || !has(chunks[next], 'tagNoun')) return 0;
  return isBound(chunks[next + 1]) ? next + 2 : next + 1;
}

/** "… thing", "… rule", "… again". */
const isGoingOn = (chunk: Chunk | undefined): boolean =>
  (has(chunk, 'noun', 'also', 'then') || says(chunk, 'rule')) && chunk?.values.length === 0;

/** So many words say that it is the same again. */
const SAME_MOST = 4;

/** How far the particle stands from its verb at most. */
const APART = 8;

/** "plus de 50 lits": before an amount a word that compares takes nothing away. */
const comparing = (chunks: readonly Chunk[]): readonly Chunk[] =>
  chunks.map((chunk, at) =>
    has(chunk, 'drop') && has(chunk, 'gt', 'lt') && chunks[at + 1]?.number
      ? { ...chunk, roles: chunk.roles.filter(role => role !== 'drop') }
      : chunk,
  );

/** "leave the Danes out of it", "take France off the list": verb and particle together take something away. */
function withOutVerbs(chunks: readonly Chunk[]): readonly Chunk[] {
  const taking = new Set<Chunk>();
  chunks.forEach((chunk, at) => {
    if (!has(chunk, 'outVerb') || chunk.quote !== undefined) return;
    const end = chunks.findIndex((next, i) => i > at && (has(next, 'stop', 'comma') || i > at + APART));
    const particle = chunks
      .slice(at + 1, end < 0 ? undefined : end)
      // "the people from Lyon": what leads to a value is no particle of the verb.
      .find((next, i, within) => has(next, 'outWord') && (i === 0 || !within[i + 1]?.values.length));
    if (particle) taking.add(chunk).add(particle);
  });
  for (const chunk of sentOut(chunks)) taking.add(chunk);
  chunks.forEach(chunk => {
    // "… can stay out": said behind.
    if (has(chunk, 'excepted') && !has(chunk, 'not', 'except', 'drop', 'only') && chunk.quote === undefined)
      taking.add(chunk);
  });
  return chunks.map(chunk => (taking.has(chunk) ? { ...chunk, roles: ['drop'], fields: [], values: [] } : chunk));
}

/** "Brno kann wieder raus", "Brno aus der Liste nehmen", "Brno should be taken out": behind what goes, the particle and its verbs. */
function sentOut(chunks: readonly Chunk[]): readonly Chunk[] {
  const at = chunks.findLastIndex((chunk, i) => i > 0 && has(chunk, 'outWord') && chunk.quote === undefined);
  const named = chunks.slice(0, Math.max(at, 0)).findLastIndex(({ values }) => values.length > 0);
  if (named < 0) return [];
  const end = chunks.findIndex((chunk, i) => i > at && (isBound(chunk) || has(chunk, 'and', 'but')));
  const verbs = [...chunks.slice(named + 1, at), ...chunks.slice(at + 1, end < 0 ? undefined : end)].filter(
    chunk => !isFiller(chunk),
  );
  const isVerb = (chunk: Chunk): boolean => has(chunk, 'may', 'give', 'does', 'outVerb', 'make', 'holds');
  return verbs.length > 0 && verbs.every(isVerb) ? [...verbs, ...chunks.slice(at, at + 1)] : [];
}

/** "tag Legal med", "nimm Wien mit rein": verb and particle together take something in. */
function withInVerbs(chunks: readonly Chunk[]): readonly Chunk[] {
  const [verb, value] = [chunks[0], chunks[1]];
  const end = chunks.findIndex((chunk, at) => at > 0 && (isJoint(chunk) || says(chunk, 'alsoBehind')));
  const particle = chunks[(end < 0 ? chunks.length : end) - 1];
  const isNamed = (value?.values.length ?? 0) > 0 || (value?.fields[0]?.score ?? 0) >= 0.9;
  const takesIn = has(verb, 'outVerb') || says(verb, 'takesIn');
  if (!takesIn || !says(particle, 'inParticle') || particle === value || !isNamed) return chunks;
  const isOne = (chunk: Chunk): boolean => chunk === verb || chunk === particle;
  return chunks.map(chunk => (isOne(chunk) ? { ...chunk, roles: ['also'], fields: [], values: [] } : chunk));
}

/** "express orders too, whatever the amount": of what is taken in besides it says no more. */
function withoutWhatever(chunks: readonly Chunk[]): readonly Chunk[] {
  const at = chunks.findIndex((chunk, i) => i > 0 && has(chunk, 'indifferent') && chunk.values.length === 0);
  if (at < 0 || !chunks.slice(0, at).some(chunk => has(chunk, 'also', 'add') || says(chunk, 'alsoBehind')))
    return chunks;
  const end = chunks.findIndex((chunk, i) => i > at && has(chunk, 'stop', 'comma'));
  const behind = chunks.slice(at + 1, end < 0 ? undefined : end);
  const isSilent = (chunk: Chunk): boolean =>
    (chunk.number ?? chunk.date ?? chunk.quote) === undefined &&
    (has(chunk, 'vague', 'vagueSmall') || (chunk.values.length === 0 && (isFiller(chunk) || chunk.fields.length > 0)));
  if (!behind.some(({ fields }) => fields.length > 0) || !behind.every(isSilent)) return chunks;
  return [...chunks.slice(0, isBound(chunks[at - 1]) ? at - 1 : at), ...(end < 0 ? [] : chunks.slice(end))];
}
