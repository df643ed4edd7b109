import { type Action, type JsonLogic, type RuleDraft } from '@lib/rules';
import { has, isBound, isField, isFiller, isStranger } from '../cursor';
import { holdsSentence } from '../actions/swallowed-rules';
import { answer } from './answer';
import { conjunctsOf } from '../meaning/logic-tree';
import { aboutAmount } from './about-amounts';
import { contradictionIn, meetAtLimit } from '../meaning/contradictions';
import { unheldValue } from './half-said';
import { doubtfulScale } from './doubtful-scale';
import { impliedCondition } from './implied-condition';
import { type Issue, type Meaning, type TestMeaning } from '../meaning/meaning';
import { orderLeft } from './order-left';
import { sayOtherUnits } from './other-units';
import { askActions, askEdits, askIssue, askReadings, askRule, nameOf } from './questions';
import { type Reading, readingsOf } from '../meaning/readings';
import { refuse } from './refuse';
import { rulesApart } from './rules-apart';
import { sayPeriods } from './said-periods';
import { surenessOf } from './sureness';
import { understand } from '../understand/understand';
import { askOtherwise, askUnplaced, mayDeny, quoted, unplacedBeside } from './unplaced';
import { unusedText } from './unused-text';
import type { Understanding } from '../understanding';
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
