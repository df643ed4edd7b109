import { has, isStranger } from '../cursor';
import { type Answer } from './answer';
import { beyondRecord } from './beyond-record';
import { deedAsked } from './deed-asked';
import { asksInGeneral } from './general-questions';
import { askHalfSaid } from './half-said';
import { isIdleTalk, isSought, namesData } from './idle-talk';
import { possible } from './questions';
import { says } from '../saying';
import { isWhole, type Understanding } from '../understanding';
import type { Chunk, Grounding } from '../../grounding/link-words';
import { say } from '../../grounding/messages';
import type { TranslationRequest } from '../../translator';

/** "the big ones": of records, though nobody knows which. */
const isVagueOf = (chunks: readonly Chunk[]): boolean =>
  chunks.some(
    (chunk, at) =>
      has(chunk, 'vague', 'vagueSmall') && chunk.quote === undefined && has(chunks[at + 1], 'ones', 'noun'),
  );

/** "who has a company car?": what somebody is asked to have is told by no field. */
const askedThing = (chunks: readonly Chunk[]): Chunk | undefined =>
  chunks.flatMap((chunk, at) => {
    if (!has(chunk, 'have', 'gets') || !has(chunks[at - 1], 'ask', 'noun')) return [];
    let thing = at + 1;
    while (thing < at + 4 && has(chunks[thing], 'det', 'noun')) thing++;
    const named = chunks[thing];
    return named && isStranger(named) ? [named] : [];
  })[0];

/** "convert … orders … at today's exchange rate": what is to be done with the records is no talk. */
const ordersDeed = (chunks: readonly Chunk[], [verb, ...behind]: readonly Chunk[]): boolean =>
  verb !== undefined &&
  verb === chunks[0] &&
  behind.some(chunk => has(chunk, 'noun', 'ones', 'people') && !has(chunk, 'ask'));

/** "who left a bad review", "that made strange noises": what is judged is no record, and no field is about it. */
const judgedThing = (chunks: readonly Chunk[]): Chunk | undefined =>
  chunks.find((chunk, at) => {
    const before = chunks[at - 1];
    if (!isStranger(chunk) || chunk.typo || !has(before, 'vague', 'vagueSmall') || before?.quote !== undefined)
      return false;
    const verb = has(chunks[at - 2], 'det') && !has(chunks[at - 2], 'have') ? chunks[at - 3] : chunks[at - 2];
    return has(verb, 'does', 'leftOver') || says(verb, 'leaves') || (verb !== undefined && isStranger(verb));
  });

const JSON_LOGIC = /\{\s*"[^"\s]{1,12}"\s*:/;

/** Requests that no rule can meet, and those that are none. */
export function refuse(
  request: TranslationRequest,
  chunks: readonly Chunk[],
  understood: Understanding,
  grounding: Grounding,
): Answer | undefined {
  const { cut, meaning, unknown } = understood;
  const verbLast = grounding.lexicons[0]?.verbLast ?? false;
  if (understood.effort.entangled)
    return {
      outcome: 'impossible',
      reason: say(request.language, 'entangled'),
    };
  const some = (...roles: Parameters<typeof has> extends [unknown, ...infer R] ? R : never): Chunk | undefined =>
    chunks.find(
      chunk => has(chunk, ...roles) && chunk.quote === undefined && !namesData(chunk) && !isSought(chunk, meaning),
    );
  if (chunks.length === 0)
    return {
      outcome: 'clarify',
      question: { text: say(request.language, 'withoutIt'), options: [] },
    };
  const acts = cut.actions.length > 0 || cut.issues.length > 0;
  // Who asks for secrets asks for no rule, whatever else the words could mean.
  const asks = !acts || (cut.actions.length === 0 && !meaning);
  if (
    (!acts &&
      ((some('offtopic') && !ordersDeed(chunks, cut.unsupported)) || some('hostile') || isIdleTalk(chunks, meaning))) ||
    // "can you recommend a good pizza place": no place is set.
    ((cut.actions.length === 0 || says(chunks[0], 'generalQuestion')) &&
      has(chunks[0], 'offtopic') &&
      !namesData(chunks[0] as Chunk)) ||
    (asks && asksInGeneral(chunks, meaning))
  )
    return { outcome: 'offtopic', reason: possible(request) };
  if (
    !acts &&
    !meaning &&
    cut.unsupported.length === 0 &&
    understood.issues.length === 0 &&
    !understood.unknown.some(chunk => has(chunk, 'aggregate', 'duplicate', 'distance'))
  ) {
    const holdsNumber = chunks.some(chunk => chunk.number !== undefined);
    // "ships whose insurance premium is above 100": what is measured of records is no idle talk, though no field has it.
    const measured = chunks.some((chunk, at) => has(chunk, 'noun') && has(chunks[at + 1], 'where') && holdsNumber);
    const isLinked = ({ fields, values, unheld }: Chunk): boolean =>
      (fields[0]?.score ?? 0) >= 0.6 || values.length > 0 || unheld === true;
    const thing = askedThing(chunks);
    if (thing && !chunks.some(isLinked))
      return { outcome: 'impossible', reason: `${say(request.language, 'noField', thing.text)} ${possible(request)}` };
    const linked = measured || isVagueOf(chunks) || chunks.some(isLinked);
    if (!linked || (some('greeting') && !chunks.some(chunk => has(chunk, 'ask') && !has(chunk, 'filler'))))
      return { outcome: 'offtopic', reason: possible(request) };
  }
  const beyond = beyondRecord(chunks, understood, grounding);
  if (beyond)
    return {
      outcome: 'impossible',
      reason: `${say(request.language, 'beyond', beyond.text)} ${possible(request)}`,
    };
  // In languages that say it last, the verb stands where the condition ends.
  const late = verbLast ? unknown.find(chunk => has(chunk, 'unsupported') && chunk.values.length === 0) : undefined;
  const other = cut.unsupported[0] ?? late ?? deedAsked(chunks, understood);
  // "look up the customers in the register and tag …": what comes of it, no rule can know.
  if (other && (!acts || (chunks.indexOf(other) === 0 && !isWhole(understood))))
    return {
      outcome: 'impossible',
      reason: `${say(request.language, 'notAnAction', other.text)} ${possible(request)}`,
    };
  // A condition in JSON-Logic is no plain language: what it says is to be said in words.
  if (acts && JSON_LOGIC.test(request.text))
    return { outcome: 'clarify', question: { text: say(request.language, 'which'), options: [] } };
  // "1=1, tag everything": constants choose no records.
  const constants = understood.issues.find(issue => 'word' in issue && /^[\s\d=<>!.]*=[\s\d=<>!.]*$/.test(issue.word));
  if (constants && acts && !meaning)
    return { outcome: 'clarify', question: { text: say(request.language, 'which'), options: [] } };
  const judged = understood.issues.some(({ kind }) => kind === 'vague')
    ? judgedThing(cut.conditions.flat())
    : undefined;
  if (judged)
    return { outcome: 'impossible', reason: `${say(request.language, 'noField', judged.text)} ${possible(request)}` };
  const missing = understood.issues.find(issue => issue.kind === 'unknown-field' || issue.kind === 'unknown-target');
  if (missing && 'word' in missing)
    return { outcome: 'impossible', reason: `${say(request.language, 'noField', missing.word)} ${possible(request)}` };
  // "the older colleagues": older than what can be said, once it is asked.
  const compares = unknown.some(
    chunk => has(chunk, 'vague', 'vagueSmall') || (has(chunk, 'older', 'newer') && !has(chunk, 'gt', 'lt')),
  );
  if (acts && !meaning && !compares && unknown.length > 0 && understood.issues.length === 0) {
    const asked = askHalfSaid(
      unknown,
      chunks,
      request,
      cut.actions.map(({ action }) => action),
      grounding,
    );
    if (asked) return { outcome: 'clarify', question: asked };
    return {
      outcome: 'impossible',
      reason: `${say(request.language, 'notKnown', unknown.map(chunk => chunk.text).join(' '))} ${possible(request)}`,
    };
  }
  return undefined;
}
