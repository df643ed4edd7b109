import type { JsonLogic } from '@lib/rules';
import { has, holdsData, isBound, isField } from '../cursor';
import { allOf, conjunctsOf, fieldsIn, literalsIn, withoutField } from '../meaning/logic-tree';
import { surenessOf } from '../decide/sureness';
import { testsOf } from '../meaning/meaning';
import { writeCondition } from '../meaning/write-condition';
import type { Chunk } from '../../grounding/link-words';
import { type ReadStep, sameText, type Segment } from './edit-step';
import { sidesOf } from './replace-value';

/** "forget the states, go by rating under 3": where a change left no condition, what is said behind it is the new one. */
export const startAnew: ReadStep = segment => {
  const condition = clauseSaid(segment, segment.chunks);
  return condition === undefined ? undefined : { rules: [{ ...segment.rule, condition }], used: segment.chunks };
};

/** "item count over 10 instead of the amount", "replace the status with channel Web": one clause in the place of another. */
export const swapClause: ReadStep = segment => {
  const { chunks, rule } = segment;
  const sides = sidesOf(chunks);
  const gone = sides && fieldSpokenOf(segment, sides.from);
  // "the ship date rather than the order date" exchanges fields, and no clauses.
  const says = sides?.to.some(chunk => holdsData(chunk) && !(isField(chunk) && chunk.values.length === 0)) ?? false;
  const said = sides && says && gone !== undefined ? clauseSaid(segment, sides.to) : undefined;
  const shrunk = gone === undefined ? undefined : withoutField(rule.condition, gone);
  if (said === undefined || !shrunk) return undefined;
  const kept = shrunk.condition === undefined ? [] : conjunctsOf(shrunk.condition);
  // What is said of the same field again is a value or a limit moved.
  if (gone !== undefined && fieldsIn(said).has(gone)) return undefined;
  return { rules: [{ ...rule, condition: allOf([...kept, ...conjunctsOf(said)]) }], used: chunks };
};

/** The field of the rule that words name, or that holds the value they say. */
function fieldSpokenOf({ rule }: Segment, words: readonly Chunk[]): string | undefined {
  const known = fieldsIn(rule.condition);
  const held = literalsIn(rule.condition);
  const names = words.flatMap(chunk => {
    const link = chunk.values.find(
      ({ field, stored }) =>
        known.has(field.name) && stored.some(text => held.some(literal => sameText(literal, text))),
    );
    if (link || chunk.values.length > 0) return [link?.field.name];
    const named = chunk.fields.find(({ field, score }) => score >= 0.5 && known.has(field.name));
    if (named) return [named.field.name];
    return holdsData(chunk) ? [undefined] : [];
  });
  const [only] = names;
  return names.every(name => name === only) ? only : undefined;
}

/** Words that lead to a clause: "use", "look at", "only". */
const isLead = (chunk: Chunk): boolean =>
  isBound(chunk) ||
  (!holdsData(chunk) &&
    has(
      chunk,
      'make',
      'change',
      'swap',
      'see',
      'wish',
      'instead',
      'correction',
      'outVerb',
      'conditionWord',
      'writer',
    )) ||
  has(chunk, 'and', 'but', 'also', 'only');

/** What words say of records, as a request would. */
export function clauseSaid({ read, request }: Segment, words: readonly Chunk[]): JsonLogic | undefined {
  const [first, last] = [words.find(chunk => !isLead(chunk)), words.findLast(chunk => !isLead(chunk))];
  if (!first || !last) return undefined;
  const { meaning, cut, issues, strange, reasons } = read(request.text.slice(first.start, last.end));
  if (!meaning || cut.actions.length + cut.unsupported.length + issues.length + strange.length > 0) return undefined;
  return reasons.length > 0 || surenessOf(meaning) < LEAST_SURE || testsOf(meaning).length === 0
    ? undefined
    : writeCondition(meaning);
}

const LEAST_SURE = 0.15;
