import type { Action, JsonLogic } from '@lib/rules';
import type { Issue } from '../meaning/meaning';
import { has } from '../cursor';
import { askIssue, askRule } from './questions';
import type { Understanding } from '../understanding';
import { unusedText } from './unused-text';
import type { Chunk } from '../../grounding/link-words';
import { say } from '../../grounding/messages';
import type { Question, RuleContent, TranslationRequest } from '../../translator';

/** Pieces of a request as a sentence names them. */
export const quoted = (texts: readonly string[]): string => texts.map(text => `"${text}"`).join(', ');

/** Words that found no place: should the rule be made without them? */
export function askUnplaced(
  texts: readonly string[],
  condition: JsonLogic,
  actions: readonly Action[],
  request: TranslationRequest,
): Question {
  return askRule(say(request.language, 'unplaced', quoted(texts)), [condition], actions, request);
}

/** What denies something: without it a rule would say the opposite. */
export const mayDeny = (chunk: Chunk): boolean =>
  chunk.quote === undefined &&
  has(chunk, 'not', 'no', 'without', 'never', 'neither', 'nor', 'except', 'unless') &&
  !has(chunk, 'have', 'and');

/** Words that found no place, of which some may deny something: no rule without them is offered. */
export const askOtherwise = (texts: readonly string[], request: TranslationRequest): Question => ({
  text: say(request.language, 'mayDeny', quoted(texts)),
  options: [],
});

/**
 * What else of a request has to be asked about, besides the piece that is asked about now: no answer to that one may let
 * the others be forgotten.
 */
export function unplacedBeside(
  { strange, issues, cut }: Understanding,
  text: string,
  asked?: Issue,
): readonly string[] {
  const said = cut.conditions.flat();
  const about = (issue: Issue | undefined): readonly Chunk[] => (issue ? spokenOf(issue, said) : []);
  const open = [...strange, ...issues.filter(issue => issue !== asked).flatMap(about)];
  const taken = new Set(about(asked));
  return unusedText(
    [...new Set(open)].filter(chunk => !taken.has(chunk)),
    text,
  ).map(piece => piece.text);
}

/** "high insured value", "above 200": where an issue was noticed, its words, and the name of its field behind. */
function spokenOf(issue: Issue, said: readonly Chunk[]): readonly Chunk[] {
  const at = said.findIndex(({ start }) => start === issue.start);
  const first = said[at];
  if (!first) return [];
  const end = first.start + ('word' in issue ? issue.word.length : 0);
  const fields = 'fields' in issue ? issue.fields : 'field' in issue && issue.field ? [issue.field] : [];
  let to = at + 1;
  while ((said[to]?.end ?? Infinity) <= end || said[to]?.fields.some(({ field }) => fields.includes(field))) to++;
  return said.slice(at, to);
}

/** Issues that can be settled beside a rule that is whole without them. */
const SETTLED_BESIDE: readonly Issue['kind'][] = ['vague', 'missing-operand', 'unknown-value'];

/** Once a question is answered, the next of what the request also said: by itself where it can be asked about, else all at once. */
export function askNext(
  unplaced: readonly string[],
  { condition, actions }: RuleContent,
  request: TranslationRequest,
  read: (text: string) => Understanding,
): Question {
  const [first = '', ...rest] = unplaced;
  const issue = read(first).issues.find(({ kind }) => SETTLED_BESIDE.includes(kind));
  if (!issue)
    return {
      ...askUnplaced(unplaced, condition, actions, request),
      unfinished: { wants: 'condition', condition, actions },
    };
  return { ...askIssue(issue, request, actions, condition), ...(rest.length > 0 && { unplaced: rest }) };
}
