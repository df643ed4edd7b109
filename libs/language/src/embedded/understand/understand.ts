import { type Field, tagsFieldOf, todayAt } from '@lib/rules';
import { carriedTag } from './carried-tag';
import { has, isBound, isField, isFiller, isUnknown, namesOwnField } from '../cursor';
import { closesSaying, opensSaying, says } from '../saying';
import { type Cut, cutActions, cutAround } from '../actions/cut-actions';
import { withoutAsides } from '../remarks/asides';
import { auditWords, isNow } from '../conditions/audit-words';
import { withoutBackground } from '../remarks/background';
import { withoutTakenBack } from './corrections';
import { isDescribed } from '../settle/described-words';
import type { Effort } from '../meaning/effort';
import { heldThoughNot } from './held-though-not';
import { harmlessWords } from '../remarks/harmless-words';
import { closingVerbs } from '../remarks/closing-verbs';
import { idleClauses } from '../remarks/idle-clauses';
import { withoutLetter } from '../remarks/letters';
import { type Issue, join, type Meaning, testsOf } from '../meaning/meaning';
import { isNearStored } from '../settle/near-stored';
import { settleWords } from '../settle/settle-words';
import { isSure, type Understanding } from '../understanding';
import { cuttings, withoutProjection } from '../remarks/projection';
import { isKept } from '../conditions/numbers/kept-aggregates';
import { untimed } from '../conditions/dates/late-deeds';
import { parseCondition } from '../conditions/parse-condition';
import { unknownLists } from '../conditions/unknown-lists';
import { readByForm } from './read-by-form';
import { readingsOf } from '../meaning/readings';
import { withWrittenFieldMeant } from './written-field-meant';
import { withUnseenValues } from '../remarks/unseen-values';
import type { ParseState } from '../conditions/parse-state';
import { fold } from '../../grounding/words/fold';
import type { Chunk, Grounding } from '../../grounding/link-words';
import type { TranslationRequest } from '../../translator';

export type { Understanding } from '../understanding';

/** What a request says; sentences that only tell its background are left out where the rest is whole without them. */
export function understand(request: TranslationRequest, grounding: Grounding, spoken: readonly Chunk[]): Understanding {
  const all = withoutTakenBack(spoken);
  const { said, reasons } = withoutAsides(settleWords(all, grounding, todayAt(request.clock)));
  const again = (chunks: readonly Chunk[]): Understanding => read(request, grounding, chunks);
  const letter = withoutLetter(said, again(said), again);
  const { understood: foreground, left } = withoutBackground(letter.chunks, letter.understood, again);
  const { understood, shown } = withoutProjection(
    letter.chunks,
    foreground,
    grounding,
    chunks => read(request, grounding, chunks, true),
    ({ meaning }) => meaning !== undefined && selectsSome(meaning, request),
  );
  const guessed = isSure(understood) ? undefined : guess(request, grounding, letter.chunks, understood);
  if (guessed) return guessed;
  const aside = [...reasons, ...letter.left, ...left, ...shown].filter(chunk => !isFiller(chunk) && !isBound(chunk));
  return { ...understood, reasons: aside, strange: [...new Set([...understood.strange, ...all.filter(isBarely)])] };
}

/** What is ordered of records that were spoken of before: "move them to Leeds". */
export function understandOrders(
  request: TranslationRequest,
  grounding: Grounding,
  all: readonly Chunk[],
): Understanding {
  const { said, reasons } = withoutAsides(settleWords(all, grounding, todayAt(request.clock)));
  const cut = cutActions(said, request.text, grounding, true);
  return { ...readCut(request, grounding, said, cut, false), reasons };
}

/** A test of which words say both the field and what is said of it. */
const SURE = 0.9;
/** One that is no mere guess of the field. */
const FIRM = 0.8;

function read(
  request: TranslationRequest,
  grounding: Grounding,
  chunks: readonly Chunk[],
  asks = asksSomething(chunks),
): Understanding {
  const { text } = request;
  const plain = readCut(request, grounding, chunks, cutActions(chunks, text, grounding), asks);
  return readByForm(plain, chunks, text, tagsFieldOf(grounding.recordType), order =>
    readCut(request, grounding, chunks, cutAround(order, chunks, text, grounding), asks),
  );
}

function readCut(
  request: TranslationRequest,
  grounding: Grounding,
  chunks: readonly Chunk[],
  cut: Cut,
  asks: boolean,
): Understanding {
  const own = grounding.lexicons[0];
  const question = cut.actions.length === 0 && cut.issues.length === 0;
  // In English, and where a question says its verb last, a field that is named may say no more than what to show.
  const shows = question && asks && (own?.language === 'en' || own?.verbLast === true);
  const issues: Issue[] = [...cut.issues];
  const unknown: Chunk[] = [];
  const meanings: Meaning[] = [];
  const effort: Effort = { steps: 0, entangled: false };
  const written = actedOn(cut, chunks, grounding);
  let lastField: ParseState['lastField'] = written;
  for (const condition of cut.conditions) {
    issues.push(...unknownLists(condition, request.text));
    const state: ParseState = {
      chunks: withWrittenFieldMeant(condition, written),
      grounding,
      text: request.text,
      sample: request.sample,
      question: shows,
      issues,
      unknown,
      effort,
      failed: new Set(),
      ...(lastField && { lastField }),
    };
    const meaning = parseCondition(state);
    lastField = state.lastField;
    if (meaning) meanings.push(meaning);
  }
  const carried = meanings.length > 0 ? carriedTag(cut, grounding) : undefined;
  if (carried) meanings.push(carried);
  const meaning = effort.entangled ? undefined : heldThoughNot(join('and', meanings), chunks);
  const explained = (start: number, least = 0): boolean =>
    meaning !== undefined &&
    testsOf(meaning).some(test => test.score >= least && test.spans.some(([from, to]) => from <= start && start < to));
  const owned = (chunk: Chunk): boolean => explained(chunk.start);
  const sure = (chunk: Chunk): boolean => explained(chunk.start, SURE);
  const firm = (chunk: Chunk): boolean => explained(chunk.start, FIRM);
  const testedBy = ({ start }: Chunk): readonly Field[] =>
    (meaning ? testsOf(meaning) : []).flatMap(({ field, spans }) =>
      spans.some(([from, to]) => from <= start && start < to) ? [field] : [],
    );
  const described = (chunk: Chunk): boolean =>
    cut.conditions.some(condition => isDescribed(condition, chunk, testedBy));
  const idle = new Set(cut.conditions.flatMap(condition => [...idleClauses(condition, owned)]));
  const closing = own?.verbLastInClauses
    ? new Set(cut.conditions.flatMap(condition => closingVerbs(condition, owned, testedBy)))
    : undefined;
  const lost = cut.conditions.flatMap(condition =>
    [...auditWords(condition, owned, shows), ...untimed(condition, owned)].filter(
      chunk => !idle.has(chunk) && !closing?.has(chunk) && !described(chunk),
    ),
  );
  const present = new Set(cut.conditions.flatMap(words => words.filter((_, at) => isNow(words, at))));
  const unexplained = [...new Set([...unknown, ...lost])].filter(
    chunk =>
      !owned(chunk) &&
      !isActedOn(cut, chunk) &&
      !isKept(chunk, meaning) &&
      !present.has(chunk) &&
      !closing?.has(chunk) &&
      !described(chunk),
  );
  const harmless = new Set(
    cut.conditions.flatMap(condition => [
      ...harmlessWords(condition, unexplained, owned, sure, firm, testedBy, own?.adjectivesFollow ?? false),
    ]),
  );
  // "biologists" where records hold Biology: no word that may be meant so is passed over.
  const nearStored = (chunk: Chunk): boolean => isUnknown(chunk) && isNearStored(chunk.key, grounding);
  const tagged = new Set(cut.actions.flatMap(({ action }) => (action.type === 'addTag' ? [fold(action.value)] : [])));
  const plain = unexplained.filter(
    chunk =>
      // "… gehen per Spedition: tag spedition": the word that the tag is called by says why.
      !tagged.has(chunk.key) &&
      (nearStored(chunk) ||
        says(chunk, 'refuses') ||
        (!shows && !isFiller(chunk) && !harmless.has(chunk) && !idle.has(chunk))),
  );
  return {
    cut,
    meaning,
    issues: issues.filter(
      issue => issue.start === undefined || issue.kind === 'unknown-list' || !explained(issue.start),
    ),
    unknown: unexplained,
    lost,
    strange: [...new Set([...lost, ...plain])].sort((a, b) => a.start - b.start),
    reasons: [],
    guessed: chunks.filter(chunk => chunk.guessed),
    question,
    asks,
    effort,
  };
}

/** A question read with the values that the few records at hand do not show. */
function guess(
  request: TranslationRequest,
  grounding: Grounding,
  said: readonly Chunk[],
  { question, asks, meaning, unknown, strange, issues }: Understanding,
): Understanding | undefined {
  if (!question || !asks) return undefined;
  const sure = meaning ? testsOf(meaning).filter(({ score }) => score >= 0.7 && issues.length === 0) : [];
  const unexplained = (chunk: Chunk): boolean =>
    unknown.includes(chunk) ||
    strange.includes(chunk) ||
    !sure.some(({ spans }) => spans.some(([from, to]) => from <= chunk.start && chunk.start < to));
  for (const cutting of [...cuttings(said, grounding), { rest: said, shown: [] }]) {
    const found = withUnseenValues(cutting, grounding, request.sample.length, request.text, unexplained, chunks =>
      read(request, grounding, chunks, true),
    );
    if (found) return found;
  }
  return undefined;
}

/** Whether a condition has one reading, and that selects records of the sample; without one nobody can tell. */
function selectsSome(meaning: Meaning, request: TranslationRequest): boolean {
  if (request.sample.length === 0) return true;
  const readings = readingsOf(meaning, request, true);
  return readings.length === 1 && (readings[0]?.rows?.length ?? 0) > 0;
}

/** "e-mails with gmail in them should be lower case": the field that an action is about needs no test of its own. */
const isActedOn = (cut: Cut, chunk: Chunk): boolean =>
  chunk.values.length === 0 &&
  chunk.fields.some(
    ({ field, score }) =>
      score >= 0.6 && cut.actions.some(({ action }) => 'field' in action && action.field === field.name),
  );

/** "set the room to X if it is missing": it is the field the action is about. */
function actedOn(cut: Cut, chunks: readonly Chunk[], grounding: Grounding): ParseState['lastField'] {
  const written = new Set(
    cut.actions.map(({ action }) => ('field' in action ? action.field : 'to' in action ? action.to : undefined)),
  );
  const [name, ...others] = written;
  if (name === undefined || others.length > 0) return undefined;
  return cut.conditions.some(condition => !condition.some(chunk => isField(chunk) || chunk.values.length > 0)) ||
    chunks.some(
      chunk => opensSaying(chunk, 'itWord') || (has(chunk, 'where', 'if') && closesSaying(chunk, 'itWord')),
    ) ||
    cut.conditions.some(lacksSubject)
    ? grounding.recordType.fields.find(field => field.name === name)
    : undefined;
}

/** "hardly active": neither active nor not, whatever the word was taken for. */
const isBarely = (chunk: Chunk): boolean =>
  says(chunk, 'hardly') && chunk.quote === undefined && chunk.values.length === 0;

const STATES = ['contains', 'startsWith', 'endsWith', 'matches', 'empty', 'filled'] as const;

/** "si contienen X", "se estiver vazio": what follows "if" says something of a field that is not named again. */
function lacksSubject(chunks: readonly Chunk[]): boolean {
  const opens = chunks.findIndex(chunk => has(chunk, 'if', 'onlyIf', 'unless'));
  if (opens < 0) return false;
  let next = opens + 1;
  while (
    next < opens + 5 &&
    has(chunks[next], 'be', 'filler', 'them', 'not', 'ones', 'det', 'this') &&
    !has(chunks[next], ...STATES)
  )
    next++;
  return has(chunks[next], ...STATES) && !chunks[next]?.fields.length && !isField(chunks[next + 1]);
}

export const asksSomething = (chunks: readonly Chunk[]): boolean =>
  chunks.some((chunk, at) => has(chunk, 'ask') && !has(chunk, 'if') && !namesOwnField(chunks, at)) ||
  chunks.some(chunk => chunk.key === '?');
