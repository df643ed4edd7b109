import type { JsonLogic, RuleDraft } from '@lib/rules';
import { answer } from '../decide/answer';
import { has } from '../cursor';
import { allOf, conjunctsOf, fieldsIn } from '../meaning/logic-tree';
import { askEdits, askRule, nameOf } from '../decide/questions';
import { quoted } from '../decide/unplaced';
import { selectedRows } from '../meaning/rows';
import { understand, understandOrders } from '../understand/understand';
import type { Chunk, Grounding } from '../../grounding/link-words';
import { say } from '../../grounding/messages';
import type { Question, Translation, TranslationRequest } from '../../translator';
import type { Edit, EditedRule } from './edit-step';
import { withOwnTags, withOwnValues } from './own-values';
import { readEdits } from './read-edits';
import { changesBoth, isRule, type JoinedRule, joinedSaid } from './rule-joined';
import { takeBack } from './take-back';
import { takeInVariants } from './take-in-variants';

/** A follow-up: the previous rule with its changes, where the words are some; a question where they may be several. */
export function decideEdit(
  request: TranslationRequest,
  grounding: Grounding,
  chunks: readonly Chunk[],
  plain: readonly Chunk[],
  read: Edit['read'],
): Translation | undefined {
  const previous = request.previousRule;
  if (!previous) return undefined;
  const known = takeBack(request, grounding, chunks) ?? takeInVariants(request, grounding);
  if (known) return known;
  const withOwn = (said: readonly Chunk[]): readonly Chunk[] =>
    withOwnTags(withOwnValues(said, previous, grounding), previous, request.text);
  const ask = (question: Question): Translation => answer(grounding, { outcome: 'clarify', question });
  const joined = joinedSaid(chunks, request.text);
  const askApart = ({ said }: JoinedRule): Translation =>
    ask({ text: say(request.language, 'ruleApart', quoted([said])), options: [] });
  const { rules, asides } = readEdits({
    request,
    grounding,
    chunks: withOwn(chunks),
    plain: withOwn(plain),
    previous,
    read,
    understand: part => understand(request, grounding, part),
    understandOrders: part => understandOrders(request, grounding, part),
  });
  const [first, ...others] = rules;
  if (!first) return joined && isRule(understand(request, grounding, plain), joined) ? askApart(joined) : undefined;
  if (joined?.hasIf && changesBoth(first, previous)) return askApart(joined);
  const { condition, actions } = first;
  if (condition === undefined)
    return ask(askRule(say(request.language, 'wouldAffectAll'), [], previous.actions, request));
  if (actions.length === 0 && previous.actions.length > 0 && !chunks.some(chunk => has(chunk, 'ask', 'see')))
    return ask({
      text: say(request.language, 'whichTag'),
      options: [],
      unfinished: { wants: 'tag', condition, actions },
    });
  if (others.length > 0) return ask(askEdits(rules, request));
  if (leavesNone(condition, previous.condition, request))
    return ask(askEdits(waysToJoin(condition, previous), request));
  const start = chunks[0]?.start ?? 0;
  return answer(grounding, {
    outcome: 'rule',
    rule: { name: nameOf(actions, previous.name), condition, actions },
    spans: [{ start, end: chunks.at(-1)?.end ?? start, at: '/condition' }],
    unused: asides.map(({ start: from, end, text }) => ({ start: from, end, text })),
    confidence: emptied(condition, previous.condition, request) ? 0.6 : asides.length > 0 ? 0.8 : 0.9,
    edit: 'change',
  });
}

const countOf = (logic: JsonLogic, request: TranslationRequest): number => selectedRows(logic, request)?.length ?? 0;

/** A change after which no record is left, where there were several: nobody is sure that it was read as meant. */
const emptied = (condition: JsonLogic, before: JsonLogic, request: TranslationRequest): boolean =>
  countOf(condition, request) === 0 && countOf(before, request) > 2;

/** A clause more about what the rule speaks of already, after which no record is left, was hardly meant so. */
function leavesNone(condition: JsonLogic, before: JsonLogic, request: TranslationRequest): boolean {
  const known = fieldsIn(before);
  const added = conjunctsOf(condition).slice(conjunctsOf(before).length);
  if (!added.some(clause => [...fieldsIn(clause)].some(field => known.has(field)))) return false;
  return countOf(condition, request) === 0 && countOf(before, request) > 0;
}

/** What was added as it was said, as an alternative, and by itself. */
function waysToJoin(condition: JsonLogic, { condition: before, actions }: RuleDraft): readonly EditedRule[] {
  const added = allOf(conjunctsOf(condition).slice(conjunctsOf(before).length));
  const ways = added === undefined ? [condition] : [{ or: [before, added] }, added, condition];
  return ways.map(way => ({ condition: way, actions }));
}
