import { type Action, findField, type JsonLogic } from '@lib/rules';
import { has, isBound, isFiller } from './cursor';
import { allOf, conjunctsOf } from './logic-tree';
import { nameOf } from './questions';
import type { Understanding } from './understand';
import { writeCondition } from './write-condition';
import { fold } from '../grounding/fold';
import type { Chunk, Grounding } from '../grounding/link-words';
import type { Question, RuleContent, Translation, TranslationRequest, Unfinished } from '../translator';

/** Reads a text as the translator reads a request. */
export type Read = (text: string) => { readonly chunks: readonly Chunk[]; readonly understood: Understanding };

const NTH: readonly RegExp[] = [
  /^(1st|first|erste[rns]?|premier|premiere|primer[oa]?|prim[oa]|primeir[oa]|eerste|forste|forsta)$/,
  /^(2nd|second|zweite[rns]?|deuxieme|second[oae]|segund[oa]|tweede|anden|andet|andra)$/,
  /^(3rd|third|dritte[rns]?|troisieme|tercer[oa]?|terz[oa]|terceir[oa]|derde|tredje)$/,
  /^(4th|fourth|vierte[rns]?|quatrieme|cuart[oa]|quart[oa]|vierde|fjerde|fjarde)$/,
];
const LAST = /^(last|letzte[rns]?|dernier|derniere|ultim[oa]|laatste|sidste|sista)$/;
const YES = /^(yes|yep|yeah|ok|okay|sure|right|correct|exactly|please do|ja|genau|oui|si|sim|jo)$/;

/** More words than this are no choice but a request. */
const MOST_WORDS = 8;

/** Which option the words choose: by number, by place, by saying yes to the only one, or by words only one of them has. */
function chosenOption(text: string, { options }: Question, grounding: Grounding): number | undefined {
  const words = fold(text)
    .split(/[^\p{L}\p{N}%]+/u)
    .filter(word => word !== '');
  if (words.length === 0 || words.length > MOST_WORDS) return undefined;
  const within = (at: number): number | undefined => (at >= 0 && at < options.length ? at : undefined);
  const exact = options.findIndex(option => fold(option.text) === fold(text.trim()));
  if (exact >= 0) return exact;
  if (YES.test(words.join(' ')) || (words[0] !== undefined && YES.test(words[0]) && words.length <= 3))
    return options.length === 1 ? 0 : undefined;
  for (const word of words) {
    const nth = NTH.findIndex(pattern => pattern.test(word));
    if (nth >= 0 && words.length <= 4) return within(nth);
    if (LAST.test(word) && words.length <= 3) return within(options.length - 1);
  }
  const numbered = words.filter(word => /^\d$/.test(word) || grounding.lexicons[0]?.numbers.has(word));
  if (numbered.length === 1 && words.every(word => word === numbered[0] || /^(option|number|no|nr|the)$/.test(word))) {
    const said = numbered[0] ?? '';
    return within((grounding.lexicons[0]?.numbers.get(said) ?? Number(said)) - 1);
  }
  const telling = words.filter(word => word.length > 2 && !(grounding.lexicons[0]?.roles.has(word) ?? false));
  const holding = options.flatMap((option, i) => {
    const known = fold(option.text);
    return telling.length > 0 && telling.every(word => known.includes(word)) ? [i] : [];
  });
  return holding.length === 1 ? holding[0] : undefined;
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

/** Whether a text can only be a reply: yes, or the place of an option. */
function isChoice(text: string): boolean {
  const words = fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '' && !/^(the|one|option|number|please|der|die|das|le|la|el|il|de|den|o|a)$/.test(word));
  return (
    words.length === 1 && words.every(word => YES.test(word) || LAST.test(word) || NTH.some(nth => nth.test(word)))
  );
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

function named(text: string): string {
  return text
    .trim()
    .replace(/^(tag|label|as|call it|use)\b:?\s*/i, '')
    .replace(/^["'“„](.*)["'”“]$/u, '$1')
    .replace(/[.!]$/, '')
    .trim();
}

/** The rule that was missing one piece, with the reply as that piece. */
function completed(unfinished: Unfinished, request: TranslationRequest, read: Read): RuleContent | undefined {
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
  const text = named(request.text);
  if (text === '' || text.length > 80 || chunks.some(chunk => has(chunk, 'ask', 'if') && isBound(chunk)))
    return undefined;
  if (wants === 'tag') return done(condition, [...actions, { type: 'addTag', value: text }]);
  if (!field || field.type !== 'text') return undefined;
  return done(condition, [...actions, { type: 'setValue', field: field.name, value: text }]);
}

/** The reply to our own question: an option of it, or the piece it asked for. Anything else is a request of its own. */
export function decideReply(request: TranslationRequest, grounding: Grounding, read: Read): Translation | undefined {
  const { pending, answer } = request;
  if (!pending) return undefined;
  const at = answer?.option ?? chosenOption(request.text, pending, grounding);
  const option = at === undefined ? undefined : pending.options[at];
  if (option?.rule) return settled(request, grounding, option.rule, 0.95);
  const asked = option && answer ? { ...request, text: option.text } : request;
  const rule = pending.unfinished && !isChoice(asked.text) ? completed(pending.unfinished, asked, read) : undefined;
  if (rule) return settled(request, grounding, rule, 0.9);
  // "yes" to a question of several answers settles nothing: it is asked again.
  return isChoice(asked.text) ? { ...again(grounding), outcome: 'clarify', question: pending } : undefined;
}
