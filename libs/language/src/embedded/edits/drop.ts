import type { Action, Field, JsonLogic } from '@lib/rules';
import { has, isFiller } from '../cursor';
import { mentions, says } from '../saying';
import { allOf, conjunctsOf, fieldsIn, literalsIn, withoutField, withoutValue } from '../meaning/logic-tree';
import { testsOf } from '../meaning/meaning';
import type { Chunk } from '../../grounding/link-words';
import { type Reply, replyKey } from '../../grounding/reply-words';
import { isIdeographic } from '../../grounding/words/join-words';
import { type EditedRule, isCarrier, isTagging, type ReadStep, sameText, type Segment, type Step } from './edit-step';
import { isDateField } from '../../grounding/fields/date-field';

/** "drop the revenue condition", "remove Austria and Spain", "OR does not belong there", "don't tag them any more". */
export const drop: ReadStep = segment => {
  const { chunks } = segment;
  const verbs = chunks.filter(
    (chunk, at) =>
      (has(chunk, 'drop') && !isTagName(chunks, at)) ||
      // "Support was a mistake", "Brno no longer belongs"
      (has(chunk, 'obsolete', 'verdict') && chunks.every(one => one === chunk || isCarried(one))) ||
      isDeniedThere(chunks, at) ||
      // "undo the phone bit"
      (has(chunk, 'undo') && chunks.length > 1) ||
      (has(chunk, 'no', 'without') && has(chunks[at + 1], 'tagNoun', 'flag')),
  );
  if (verbs.length === 0) return spare(segment);
  // "never mind the one, just the other": what is wanted is no longer what goes.
  const turn = chunks.findIndex(
    (chunk, at) => at > chunks.indexOf(verbs[0] as Chunk) && has(chunks[at - 1], 'comma', 'stop') && has(chunk, 'only'),
  );
  if (turn > 0) return undefined;
  // "don't add anything, remove the tag Mentor instead": two things, and the second is done.
  const pause = chunks.findIndex(chunk => has(chunk, 'comma', 'stop', 'but'));
  if (pause > 0 && chunks.slice(pause).some(chunk => has(chunk, 'instead')) && chunks.slice(pause).some(isDoing))
    return undefined;
  const stays = staying(segment);
  const rest = chunks.filter(chunk => !verbs.includes(chunk) && !stays.includes(chunk));
  const step =
    dropClause(segment, rest) ?? dropValues(segment, rest) ?? dropActions(segment, rest) ?? dropFields(segment, rest);
  const led = verbs.some(verb => isDeniedThere(chunks, chunks.indexOf(verb))) ? chunks.filter(isLeading) : [];
  return step && { ...step, used: [...verbs, ...stays, ...led, ...eitherWay(chunks), ...step.used] };
};

/** "Brno should not be there", "gehört nicht auf die Liste": of a value, that it is among those of the rule. */
const isDeniedThere = (chunks: readonly Chunk[], at: number): boolean =>
  has(chunks[at], 'not') &&
  chunks.slice(0, at).some(({ values }) => values.length > 0) &&
  chunks.slice(at + 1).some(chunk => says(chunk, 'there') || has(chunk, 'listNoun')) &&
  chunks.every(one => one === chunks[at] || isCarried(one) || isLeading(one));

const isLeading = (chunk: Chunk): boolean =>
  has(chunk, 'may', 'give', 'does', 'listNoun') || (chunk.values.length === 0 && says(chunk, 'there'));

const isCarried = (chunk: Chunk): boolean => chunk.values.length > 0 || isFiller(chunk) || isCarrier(chunk);

/** "whether they work remotely or not doesn't matter": of what may be so or not nothing is denied. */
const eitherWay = (chunks: readonly Chunk[]): readonly Chunk[] =>
  chunks.some(chunk => says(chunk, 'noMatter') || mentions(chunk, 'noMatter') || has(chunk, 'indifferent'))
    ? chunks.filter(
        chunk =>
          (has(chunk, 'does', 'if', 'or', 'not', 'have', 'may', 'writer', 'neq') || says(chunk, 'whetherWord')) &&
          chunk.values.length === 0,
      )
    : [];

const isDoing = (chunk: Chunk): boolean => has(chunk, 'remove', 'setTo', 'clear', 'flag') && !isFiller(chunk);

/** "forget about the city, every hospital please": behind the pause stands what the rule goes on saying of all. */
function staying({ chunks, rule }: Segment): readonly Chunk[] {
  const pause = chunks.findIndex(
    (chunk, at) => has(chunk, 'comma', 'stop') && has(chunks[at + 1], 'allTags', 'everyone'),
  );
  if (pause < 0) return [];
  const literals = literalsIn(rule.condition);
  return chunks
    .slice(pause + 1)
    .filter(({ values }) => values.some(({ stored }) => stored.some(text => literals.includes(text))));
}

/** "the tag Spare": with a capital behind its noun it is a name, whatever it says elsewhere. */
const isTagName = (chunks: readonly Chunk[], at: number): boolean =>
  has(chunks[at - 1], 'tagNoun') && /^\p{Lu}/u.test(chunks[at]?.text ?? '');

/** "leave the status alone": what was to be done to it is not done. */
function spare({ chunks, rule }: Segment): Step | undefined {
  const saying = chunks.filter(chunk => has(chunk, 'outVerb', 'enough'));
  const named = chunks.filter(chunk =>
    rule.actions.some(
      action =>
        'field' in action && chunk.fields.some(({ field, score }) => score >= 0.5 && field.name === action.field),
    ),
  );
  if (!saying.some(chunk => has(chunk, 'outVerb')) || saying.length < 2 || named.length === 0) return undefined;
  const isNamedIn = (name: string): boolean =>
    named.some(({ fields }) => fields.some(({ field }) => field.name === name));
  const actions = rule.actions.filter(action => !('field' in action && isNamedIn(action.field)));
  return { rules: [{ ...rule, actions }], used: [...saying, ...named] };
}

/** The place a chunk names among so many, from 0 on: "the second", "the last". */
function placeIn(count: number, { text }: Chunk, replies: ReadonlyMap<string, Reply>): number | undefined {
  for (const said of [text, ...text.split(/\s+/)].map(replyKey).filter(key => key.length > 1 || isIdeographic(key))) {
    const reply = replies.get(said);
    if (reply === 'last') return count - 1;
    if (typeof reply === 'number' && reply <= count) return reply - 1;
  }
  return undefined;
}

/** "drop the second condition" */
function dropClause({ rule, grounding }: Segment, rest: readonly Chunk[]): Step | undefined {
  if (!rest.some(chunk => has(chunk, 'conditionWord'))) return undefined;
  const parts = conjunctsOf(rule.condition);
  const word = rest.find(chunk => says(chunk, 'dateWord', 'timeWord'));
  const dated = word && withoutDates(rule.condition, grounding.recordType.fields);
  if (dated) return { rules: [{ ...rule, ...dated }], used: [word] };
  for (const chunk of rest) {
    const at = placeIn(parts.length, chunk, grounding.lexicons[0]?.replies ?? new Map());
    if (at === undefined) continue;
    return { rules: [{ ...rule, condition: allOf(parts.filter((_, i) => i !== at)) }], used: [chunk] };
  }
  return undefined;
}

/** "the date condition": the one test of a day, wherever it stands, or one clause that is of nothing but days. */
function withoutDates(condition: JsonLogic, fields: readonly Field[]): ReturnType<typeof withoutField> {
  const isDay = (name: string): boolean => fields.some(field => field.name === name && isDateField(field));
  const [day, ...others] = [...fieldsIn(condition)].filter(isDay);
  if (day === undefined) return undefined;
  if (others.length === 0) return withoutField(condition, day);
  const parts = conjunctsOf(condition);
  const dated = parts.filter(part => [...fieldsIn(part)].some(isDay));
  const [only] = dated;
  const isOne = dated.length === 1 && only !== undefined && [...fieldsIn(only)].every(isDay);
  return isOne ? { condition: allOf(parts.filter(part => part !== only)) } : undefined;
}

/** Values go from lists and equalities that have them. */
function dropValues({ rule, chunks }: Segment, rest: readonly Chunk[]): Step | undefined {
  let condition: JsonLogic | undefined = rule.condition;
  const used: Chunk[] = [];
  for (const chunk of rest) {
    if (condition === undefined) break;
    const names: readonly string[] = [chunk.quote ?? chunk.text, ...chunk.values.flatMap(({ stored }) => stored)];
    const literals: readonly JsonLogic[] = literalsIn(condition);
    // "leave Ohio out" of "Ohio" and "Columbus, Ohio": every spelling that has the word.
    const gone: readonly string[] = literals.filter(
      (literal): literal is string =>
        typeof literal === 'string' && names.some(name => sameText(literal, name) || hasWord(literal, name)),
    );
    if (!gone.some(literal => names.some(name => sameText(literal, name)))) continue;
    for (const literal of gone) {
      if (condition !== undefined) condition = withoutValue(condition, literal)?.condition;
    }
    used.push(chunk);
  }
  if (used.length === 0) return undefined;
  const about = chunks.filter(chunk => chunk.fields.some(({ field }) => fieldsIn(rule.condition).has(field.name)));
  return {
    rules: [{ ...rule, condition }],
    used: [...used, ...about, ...chunks.filter(chunk => has(chunk, 'in', 'of'))],
  };
}

const hasWord = (text: string, word: string): boolean => {
  const words = text.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return words.length > 1 && words.includes(word.toLowerCase());
};

const ACTING: readonly (readonly [Parameters<typeof has>[1], (action: Action) => boolean])[] = [
  ['flag', action => action.type === 'flag'],
  ['tagNoun', isTagging],
  ['tag', isTagging],
  ['mask', action => action.type === 'maskValue'],
  ['clear', action => action.type === 'clearValue'],
];

/** Actions go by what they do, and by the tag or the field they are about. */
function dropActions({ rule }: Segment, rest: readonly Chunk[]): Step | undefined {
  if (rest.some(chunk => has(chunk, 'conditionWord'))) return undefined;
  for (const [role, isOne] of ACTING) {
    const spoken = rest.filter(chunk => has(chunk, role));
    const ones = rule.actions.filter(isOne);
    if (spoken.length === 0 || ones.length === 0) continue;
    const named = rest.find(chunk => ones.some(action => isNamed(action, chunk)));
    // "also remove the tag Spare": another tag than the rule gives is to be taken off the records.
    if (!named && rest.some(chunk => chunk.quote !== undefined || chunk.values.some(isOfTags))) return undefined;
    const others = rest.filter(chunk => !spoken.includes(chunk) && chunk !== named);
    const gone = named ? ones.filter(action => isNamed(action, named)) : ones;
    const used = [...spoken, ...(named ? [named] : []), ...others.filter(chunk => has(chunk, 'tagNoun', 'tag', 'off'))];
    return { rules: [{ ...rule, actions: rule.actions.filter(action => !gone.includes(action)) }], used };
  }
  return undefined;
}

const isOfTags = ({ field }: Chunk['values'][number]): boolean => field.type === 'list';

const isNamed = (action: Action, chunk: Chunk): boolean =>
  ('value' in action && sameText(action.value, chunk.quote ?? chunk.text)) ||
  ('reason' in action && sameText(action.reason, chunk.quote ?? chunk.text));

/** Clauses go by the field they are about; where no clause is, actions do. */
function dropFields({ rule, chunks, read }: Segment, rest: readonly Chunk[]): Step | undefined {
  // "don't change the status": what is done comes to an end, and no clause.
  const isDone = chunks.some(chunk => has(chunk, 'change', 'setTo') && !has(chunk, 'drop'));
  let current: EditedRule = rule;
  const used: Chunk[] = [];
  for (const chunk of rest) {
    // "the condition “online”"
    const meaning = chunk.quote === undefined ? undefined : read(chunk.quote).meaning;
    const quoted = (meaning ? testsOf(meaning) : []).map(({ field }) => ({ field, score: 1 }));
    for (const { field } of [...chunk.fields, ...quoted].filter(({ score }) => score >= 0.5)) {
      if (current.condition === undefined) break;
      const left = current.actions.filter(action => !('field' in action && action.field === field.name));
      const ends = isDone && left.length < current.actions.length;
      const shrunk = ends ? undefined : withoutField(current.condition, field.name);
      if (!shrunk && left.length === current.actions.length) continue;
      current = shrunk ? { ...current, condition: shrunk.condition } : { ...current, actions: left };
      used.push(chunk);
      break;
    }
  }
  return used.length > 0
    ? { rules: [current], used: [...used, ...rest.filter(chunk => has(chunk, 'fieldWord'))] }
    : undefined;
}
