import { type Action, findField, jsonEqual, type JsonLogic, tagsFieldOf } from '@lib/rules';
import { readNewValue, setTo } from '../actions/values/new-value';
import { has, isBound, isFiller } from '../cursor';
import { comparatorOf } from '../conditions/operands';
import { allOf, conjunctsOf } from '../meaning/logic-tree';
import { nameOf } from '../decide/questions';
import { replyIn } from './replies';
import { saidTo } from '../saying';
import type { Understanding } from '../understand/understand';
import { askNext } from '../decide/unplaced';
import { writeCondition } from '../meaning/write-condition';
import { isDateField } from '../../grounding/fields/date-field';
import { fold } from '../../grounding/words/fold';
import { type Reply, replyKey } from '../../grounding/reply-words';
import { say } from '../../grounding/messages';
import type { Chunk, Grounding } from '../../grounding/link-words';
import type { Question, RuleContent, Translation, TranslationRequest, Unfinished } from '../../translator';

/** Reads a text as the translator reads a request. */
export type Read = (text: string) => { readonly chunks: readonly Chunk[]; readonly understood: Understanding };

/** More words than this are no choice but a request. */
const MOST_WORDS = 8;

/** Which option the words choose: in its own words, by its place, by saying yes to the only one, or by words only one of them has. */
function chosenOption(text: string, { options }: Question, reply: Reply | undefined, grounding: Grounding): number {
  const exact = options.findIndex(option => fold(option.text) === fold(text.trim()));
  if (exact >= 0) return exact;
  if (reply === 'yes') return options.length === 1 ? 0 : -1;
  if (reply === 'last') return options.length - 1;
  if (typeof reply === 'number') return reply - 1;
  return reply === undefined ? toldApart(text, options, grounding) : -1;
}

/** "annual revenue": the one option that holds these words. */
function toldApart(text: string, options: Question['options'], { lexicons }: Grounding): number {
  const words = replyKey(text).split(' ');
  const telling = words.filter(word => word.length > 2 && !(lexicons[0]?.roles.has(word) ?? false));
  if (telling.length === 0 || words.length > MOST_WORDS) return -1;
  const holding = options.flatMap((option, i) => {
    const known = fold(option.text);
    return telling.every(word => known.includes(word)) ? [i] : [];
  });
  return holding.length === 1 ? (holding[0] ?? -1) : -1;
}

/** "both", "all of them": the records of any answer, where all of them do the same. */
function everyOption({ options }: Question): RuleContent | undefined {
  const rules = options.flatMap(({ rule }) => rule ?? []);
  const [first] = rules;
  if (!first || rules.length < Math.max(2, options.length)) return undefined;
  if (!rules.every(rule => jsonEqual(rule.actions, first.actions))) return undefined;
  return { ...first, condition: { or: rules.map(({ condition }) => condition) } };
}

function settled(
  request: TranslationRequest,
  grounding: Grounding,
  rule: RuleContent,
  confidence: number,
): Translation {
  const start = request.text.length - request.text.trimStart().length;
  const end = request.text.trimEnd().length;
  return {
    outcome: 'rule',
    rule,
    assumptions: [],
    spans: end > start ? [{ start, end, at: '' }] : [],
    unused: [],
    confidence,
    translator: 'embedded',
    language: grounding.lexicons[0]?.language ?? 'en',
  };
}

function again(grounding: Grounding): Omit<Translation, 'outcome'> {
  return {
    assumptions: [],
    spans: [],
    unused: [],
    confidence: 0.3,
    translator: 'embedded',
    language: grounding.lexicons[0]?.language ?? 'en',
  };
}

/** A reply that says neither more nor less than records: no action, nothing left over. */
function conditionOf(text: string, read: Read): JsonLogic | undefined {
  const { understood } = read(text);
  const { meaning, cut, issues, unknown, lost } = understood;
  const clear = cut.actions.length === 0 && issues.length === 0 && lost.length === 0;
  return meaning && clear && !unknown.some(chunk => !isFiller(chunk)) ? writeCondition(meaning) : undefined;
}

/** "under 100k": says how much, and is the name of nothing. */
function isAmount([first, ...others]: readonly Chunk[]): boolean {
  return comparatorOf(first) !== undefined && others.length > 0 && others.every(chunk => chunk.number !== undefined);
}

/** The name in a reply, without the words that only lead to it: "call it rush", "tag: rush". */
function named(text: string, chunks: readonly Chunk[]): string {
  const led = saidTo(chunks, 0, 'replyLead') ?? 0;
  const from = led > 0 && has(chunks[led], 'colon') ? led + 1 : led;
  const said = led > 0 ? text.slice(chunks[from]?.start) : text;
  return said
    .trim()
    .replace(/^["'“„](.*)["'”“]$/u, '$1')
    .replace(/[.!]$/, '')
    .trim();
}

/** The rule that was missing one piece, with the reply as that piece. */
function completed(
  unfinished: Unfinished,
  request: TranslationRequest,
  grounding: Grounding,
  read: Read,
): RuleContent | undefined {
  const { wants, condition, actions, field: name } = unfinished;
  const field = name === undefined ? undefined : findField(request.recordType, name);
  const done = (made: JsonLogic | undefined, all: readonly Action[]): RuleContent | undefined =>
    made === undefined ? undefined : { name: nameOf(all, request.text), condition: made, actions: all };
  if (wants === 'condition') {
    const own = read(request.text).chunks;
    const speaksOfField = own.some(chunk => (chunk.fields[0]?.score ?? 0) >= 0.6);
    const amount = own.some(chunk => chunk.number !== undefined || chunk.date !== undefined);
    const about = field && !speaksOfField && amount ? [field.label] : [];
    const bare = own.length <= 2 && own.every(chunk => chunk.number !== undefined || isBound(chunk));
    const said = about.flatMap(label => [
      ...(bare ? [] : [`${label} ${request.text}`]),
      `${label} is at least ${request.text}`,
    ]);
    for (const text of [...said, request.text]) {
      const added = conditionOf(text, read);
      if (added !== undefined)
        return done(
          condition === undefined ? added : allOf([...conjunctsOf(condition), ...conjunctsOf(added)]),
          actions,
        );
    }
    return undefined;
  }
  const { chunks, understood } = read(request.text);
  // A whole request instead of a name is a new request.
  if (understood.cut.actions.length > 0 && understood.meaning) return undefined;
  const text = named(request.text, chunks);
  if (text === '' || text.length > 80 || chunks.some(chunk => has(chunk, 'ask', 'if') && isBound(chunk)))
    return undefined;
  if (wants === 'tag') return done(condition, [...actions, { type: 'addTag', value: text }]);
  if (!field) return undefined;
  if (field.type === 'number' || isDateField(field)) {
    const value = readNewValue(
      { text: request.text, chunks, tags: tagsFieldOf(request.recordType), conditionBefore: true },
      0,
      field,
      grounding,
    );
    const kind = field.type === 'number' ? 'number' : 'string';
    return value && value.to === chunks.length && typeof value.value === kind
      ? done(condition, [...actions, setTo(field, value.value)])
      : undefined;
  }
  if (field.type !== 'text') return undefined;
  return done(condition, [...actions, { type: 'setValue', field: field.name, value: text }]);
}

/** The reply to our own question: an option of it, or the piece it asked for. Anything else is a request of its own. */
export function decideReply(request: TranslationRequest, grounding: Grounding, read: Read): Translation | undefined {
  const { pending, answer } = request;
  if (!pending) return undefined;
  const reply = answer ? undefined : replyIn(request.text, grounding);
  const at = answer?.option ?? chosenOption(request.text, pending, reply, grounding);
  const option = pending.options[at];
  const chosen = option ? option.rule : reply === 'all' ? everyOption(pending) : undefined;
  const clarify = (question: Question): Translation => ({ ...again(grounding), outcome: 'clarify', question });
  const settledOrNext = (rule: RuleContent, confidence: number): Translation =>
    pending.unplaced?.length
      ? clarify(askNext(pending.unplaced, rule, request, text => read(text).understood))
      : settled(request, grounding, rule, confidence);
  if (chosen) return settledOrNext(chosen, 0.95);
  if (reply === 'none' && pending.options.length > 0) {
    return clarify({ text: say(request.language, 'otherWords'), options: [] });
  }
  const asked = option && answer ? { ...request, text: option.text } : request;
  const isChoice = reply !== undefined && !(typeof reply === 'number' && pending.options.length === 0);
  // An amount is no tag.
  const isNoTag = pending.unfinished?.wants === 'tag' && isAmount(read(asked.text).chunks);
  const rule =
    pending.unfinished && !isChoice && !isNoTag ? completed(pending.unfinished, asked, grounding, read) : undefined;
  if (rule) return settledOrNext(rule, 0.9);
  // "yes" to a question of several answers settles nothing, and neither does an amount where a tag was asked for.
  return isChoice || isNoTag ? clarify(pending) : undefined;
}
