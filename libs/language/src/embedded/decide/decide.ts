import { type Action, type JsonLogic, type RuleDraft } from '@lib/rules';
import { has, isBound, isField, isFiller, isStranger } from '../cursor';
import { holdsSentence } from '../actions/swallowed-rules';
import { type Answer, answer } from './answer';
import { conjunctsOf } from '../meaning/logic-tree';
import { aboutAmount } from './about-amounts';
import { beyondRecord } from './beyond-record';
import { contradictionIn, meetAtLimit } from '../meaning/contradictions';
import { askHalfSaid, unheldValue } from './half-said';
import { doubtfulScale } from './doubtful-scale';
import { asksInGeneral } from './general-questions';
import { isIdleTalk, isSought, namesData } from './idle-talk';
import { impliedCondition } from './implied-condition';
import { type Issue, type Meaning, type TestMeaning } from '../meaning/meaning';
import { orderLeft } from './order-left';
import { sayOtherUnits } from './other-units';
import { askActions, askEdits, askIssue, askReadings, askRule, nameOf, possible } from './questions';
import { type Reading, readingsOf } from '../meaning/readings';
import { rulesApart } from './rules-apart';
import { sayPeriods } from './said-periods';
import { surenessOf } from './sureness';
import { understand } from '../understand/understand';
import { askOtherwise, askUnplaced, mayDeny, quoted, unplacedBeside } from './unplaced';
import { unusedText } from './unused-text';
import { isWhole, type Understanding } from '../understanding';
import { sayVariants } from './value-variants';
import { type ValuesWritten, valuesWritten } from './values-written';
import { writeCondition } from '../meaning/write-condition';
import type { Chunk, Grounding } from '../../grounding/link-words';
import { say } from '../../grounding/messages';
import type { Assumption, Question, Span, Translation, TranslationRequest, UnusedText } from '../../translator';

/** Decides what to answer: a rule, a question, or why there is none. */
export function decide(
  request: TranslationRequest,
  grounding: Grounding,
  chunks: readonly Chunk[],
  end: number,
): Translation {
  const understood = understand(request, grounding, chunks);
  const unread = { start: end, end: request.text.length, text: request.text.slice(end) };
  const unused = [
    ...unusedText(
      [...understood.unknown, ...understood.cut.unsupported, ...understood.reasons, ...understood.guessed],
      request.text,
    ),
    ...(unread.text.trim() === '' ? [] : [unread]),
  ];
  const none = refuse(request, chunks, understood, grounding);
  if (none) return answer(grounding, { unused, ...none });
  const actions = understood.cut.actions.map(({ action }) => action);
  const ask = (question: Question): Translation => answer(grounding, { outcome: 'clarify', question, unused });
  const askOf = (question: Question, about?: Issue): Translation => {
    const unplaced = unplacedBeside(understood, request.text, about);
    return ask({ ...question, ...(unplaced.length > 0 && { unplaced }) });
  };
  const apart = rulesApart(understood, chunks, request.text);
  if (apart.length > 0) return ask({ text: say(request.language, 'ruleApart', quoted(apart)), options: [] });
  const issue = understood.issues[0];
  if (issue)
    return askOf(askIssue(issue, request, actions, understood.meaning && writeCondition(understood.meaning)), issue);
  const implied = understood.meaning ? undefined : impliedCondition(actions, grounding);
  const left = leftBeside(understood, chunks);
  // "take the tag eco off oil tankers": records that were named, though nobody knows which, are not all that have it.
  if (implied && left.length > 0)
    return ask(askUnplaced(textsOf(unusedText(left, request.text)), writeCondition(implied), actions, request));
  const meaning = understood.meaning ?? implied;
  if (!meaning) {
    if (actions.length === 0) return ask({ text: say(request.language, 'whichAndWhat'), options: [] });
    return ask({
      ...askRule(say(request.language, 'whichAll'), [], actions, request),
      unfinished: { wants: 'condition', actions },
    });
  }
  const verb = orderLeft(understood, chunks, grounding.lexicons[0]?.verbLastInClauses ?? false);
  if (verb) return ask(askRule(say(request.language, 'doWhat', verb.text), [], actions, request));
  const readings = readingsOf(meaning, request, understood.question && understood.asks);
  const first = readings[0];
  if (!first) return ask({ text: say(request.language, 'which'), options: [] });
  if (readings.length > 1) return askOf(askReadings(readings, actions, request));
  if (request.previousRule && actions.length === 0) return ask(askAboutEdit(first, request, request.previousRule));
  // What lies behind the words that are read at once is never left out unsaid.
  if (unread.text.trim() !== '') return ask(askUnplaced([opening(unread.text)], first.condition, actions, request));
  const unheld = unheldValue(
    understood.unknown.filter(chunk => !isFiller(chunk)),
    chunks,
    grounding,
  );
  if (unheld) return ask(askIssue(unheld, request, actions, first.condition));
  const doubt = doubtOf(first, understood, request, actions, grounding, chunks);
  if (doubt) return ask(doubt);
  const written = valuesWritten(understood.cut.actions, first.meaning, chunks, request.language);
  if (written.anew) return ask(askActions([written.actions, written.anew], first.condition, request));
  const drafted = draft(request, grounding, understood, first, written, unused);
  const doubtful = holdsSentence(understood.cut.actions, chunks, request.text);
  const made = doubtful ? { ...drafted, confidence: Math.round(85 * drafted.confidence) / 100 } : drafted;
  if (made.outcome !== 'rule' || made.confidence >= LEAST) return made;
  return ask(askUnplaced(textsOf(unused), first.condition, actions, request));
}

/** So much of a long text tells where it begins. */
const OPENING = 60;

const opening = (text: string): string => {
  const plain = text.trim();
  return plain.length > OPENING ? `${plain.slice(0, OPENING)}…` : plain;
};

/** Words that nothing came from, and that no pause or reason sets apart from what is to be done. */
function leftBeside({ unknown, reasons, guessed }: Understanding, chunks: readonly Chunk[]): readonly Chunk[] {
  const plain = reasons.filter(chunk => isStranger(chunk));
  const [first] = plain;
  const apart = first && (isBound(chunks[chunks.indexOf(first) - 1]) || reasons.some(chunk => has(chunk, 'because')));
  return [...[...unknown, ...(apart ? [] : plain)].filter(chunk => !isFiller(chunk)), ...guessed];
}

/** Below this a reading is no draft but a guess: it is asked about. */
const LEAST = 0.15;

/** Of so many records a rule that is meant selects one, as a rule. */
const ENOUGH = 30;

function draft(
  request: TranslationRequest,
  grounding: Grounding,
  understood: Understanding,
  reading: Reading,
  { actions, taken }: ValuesWritten,
  unused: readonly UnusedText[],
): Translation {
  const spans: Span[] = [];
  const assumptions: Assumption[] = [];
  let unlike = false;
  const said = understood.cut.conditions.flat();
  const condition = writeCondition(reading.meaning, (at, test) => {
    for (const [start, end] of test.spans) spans.push({ start, end, at });
    const periods = sayPeriods(test, said, request.language);
    const units = sayOtherUnits(test, said, grounding, request.language);
    unlike ||= units.length > 0;
    for (const text of [...(test.assumptions ?? []), ...periods, ...units, ...sayVariants(test, grounding)])
      assumptions.push({ text, at });
  });
  understood.cut.actions.forEach(({ span }, i) => spans.push({ start: span[0], end: span[1], at: `/actions/${i}` }));
  // What a question leaves open beyond the fields it asks for keeps it from being sure of itself.
  const open = understood.unknown.some(chunk => !isFiller(chunk) && !isField(chunk));
  const aside = understood.reasons.length > 0 && understood.unknown.length === 0 && !deniesAside(understood.reasons);
  const none = reading.rows?.length === 0 && request.sample.length >= ENOUGH;
  const coverage =
    (aside ? 0.95 : Math.pow(0.8, unused.length) * (open ? 0.6 : 1)) *
    (understood.guessed.length > 0 ? 0.8 : 1) *
    (none ? 0.6 : 1) *
    (unlike ? 0.8 : 1) *
    (contradicts(reading.meaning) ? 0.5 : 1);
  const confidence = Math.round(100 * Math.min(0.99, surenessOf(reading.meaning) * coverage)) / 100;
  return answer(grounding, {
    outcome: 'rule',
    rule: { name: nameOf(actions, request.text), condition, actions },
    spans: spans.sort((a, b) => a.start - b.start || a.end - b.end),
    assumptions: [...assumptions, ...taken],
    unused,
    confidence,
  });
}

/** "…, and they take nobody new": what denies something may well have been meant as a condition. */
const deniesAside = (reasons: readonly Chunk[]): boolean =>
  reasons.some(chunk => has(chunk, 'not', 'never', 'no', 'without', 'except') && chunk.quote === undefined) &&
  !reasons.some(chunk => has(chunk, 'because', 'signOff'));

/** "where nobody is named, put X in charge" read as one who is nobody and X: a test of what is said to be empty. */
function contradicts(meaning: Meaning): boolean {
  if (meaning.kind !== 'and') return false;
  const empty = new Set(
    meaning.items.flatMap(one => (one.kind === 'test' && one.test.is === 'empty' ? [one.field.name] : [])),
  );
  return meaning.items.some(
    one => one.kind === 'test' && empty.has(one.field.name) && one.test.is !== 'empty' && one.test.is !== 'computed',
  );
}

/** A follow-up that is no plain edit: narrow the rule, widen it, or start anew? */
function askAboutEdit({ condition }: Reading, request: TranslationRequest, previous: RuleDraft): Question {
  const both: JsonLogic = { and: [...conjunctsOf(previous.condition), condition] };
  const any: JsonLogic = { or: [previous.condition, condition] };
  const { actions } = previous;
  return askEdits(
    [both, any, condition].map(changed => ({ condition: changed, actions })),
    request,
  );
}

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

const JSON_LOGIC = /\{\s*"[^"\s]{1,12}"\s*:/;

/** Requests that no rule can meet, and those that are none. */
function refuse(
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
    (!acts && (some('offtopic', 'hostile') || isIdleTalk(chunks, meaning))) ||
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
  const beyond = beyondRecord(chunks, understood, grounding.recordType);
  if (beyond)
    return {
      outcome: 'impossible',
      reason: `${say(request.language, 'beyond', beyond.text)} ${possible(request)}`,
    };
  // In languages that say it last, the verb stands where the condition ends.
  const late = verbLast ? unknown.find(chunk => has(chunk, 'unsupported') && chunk.values.length === 0) : undefined;
  const other = cut.unsupported[0] ?? late;
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

const textsOf = (pieces: readonly { readonly text: string }[]): readonly string[] => pieces.map(({ text }) => text);

/** Reasons to ask although there is only one reading. */
function doubtOf(
  reading: Reading,
  understood: Understanding,
  request: TranslationRequest,
  actions: readonly Action[],
  grounding: Grounding,
  chunks: readonly Chunk[],
): Question | undefined {
  const about = aboutAmount(reading.meaning, chunks, request, actions);
  if (about) return about;
  const { strange } = understood;
  if (strange.some(mayDeny)) return askOtherwise(textsOf(strange), request);
  if (strange.length > 0) return askUnplaced(textsOf(strange), reading.condition, actions, request);
  const [one, other] = contradictionIn(reading.meaning);
  if (one && other) {
    const said = [one, other].map(test => saidOf(test, request));
    // "above 100 and not above 100": no limit of them is more likely meant than the other.
    if (meetAtLimit(one, other)) {
      const text = say(request.language, 'fromWhich', said.join(' … '), one.field.label);
      return { text, options: [] };
    }
    return askUnplaced(said, reading.condition, actions, request);
  }
  return doubtfulScale(reading, request, actions, grounding);
}

const saidOf = (test: TestMeaning, request: TranslationRequest): string =>
  test.spans.map(([start, end]) => request.text.slice(start, end)).join(' ');
