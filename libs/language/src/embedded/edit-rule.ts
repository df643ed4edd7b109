import type { JsonLogic } from '@lib/rules';
import { has, isFiller } from './cursor';
import { type Edit, type Edited, operandIn, replaceNumber, replaceValue, sameText } from './edit-literals';
import {
  allOf,
  conjunctsOf,
  fieldsIn,
  literalsIn,
  operationOf,
  widenEquality,
  withoutField,
  withoutValue,
} from './logic-tree';
import { type Meaning, testsOf } from './meaning';
import { comparatorOf } from './operands';
import { writeCondition } from './write-condition';
import type { Chunk } from '../grounding/link-words';

function parseInvert({ chunks, previous }: Edit): Edited | undefined {
  if (!chunks.some(chunk => has(chunk, 'invert')) || chunks.some(chunk => chunk.values.length > 0 && !isFiller(chunk)))
    return undefined;
  const operation = operationOf(previous.condition);
  const condition: JsonLogic =
    operation?.operator === '!' && operation.operands[0] !== undefined
      ? operation.operands[0]
      : { '!': [previous.condition] };
  return { condition, actions: previous.actions, used: chunks };
}

/** "A instead of B", "replace B with A", "change B to A". */
function parseSwap(edit: Edit): Edited | undefined {
  const { chunks, previous } = edit;
  const instead = chunks.findIndex(chunk => has(chunk, 'insteadOf') && !has(chunk, 'not'));
  if (instead > 0) {
    const to = operandIn(chunks.slice(0, instead).filter(chunk => !has(chunk, 'make', 'swap', 'change')));
    const from = operandIn(chunks.slice(instead + 1));
    return from && to ? replaceValue(edit, from, to) : undefined;
  }
  const verb = chunks.findIndex(chunk => has(chunk, 'swap', 'change', 'replace'));
  if (verb < 0 || verb > 3) return undefined;
  const joint = chunks.findIndex((chunk, i) => i > verb + 1 && has(chunk, 'into', 'to', 'as', 'with'));
  if (joint < 0) return undefined;
  const what = chunks.slice(verb + 1, joint);
  const rest = chunks.slice(joint + 1);
  const last = rest.findLast(chunk => !has(chunk, 'stop', 'instead', 'off'));
  const first = rest[0];
  const tagged = previous.actions.filter(action => action.type === 'addTag' || action.type === 'removeTag');
  const speaksOfTag =
    what.some(chunk => has(chunk, 'tagNoun', 'tag')) ||
    what.some(
      chunk =>
        tagged.some(action => sameText(action.value, chunk.text)) &&
        !literalsIn(previous.condition).some(literal => sameText(literal, chunk.text)),
    );
  if (speaksOfTag && first && last && tagged.length > 0) {
    const value =
      rest.length === 1 && first.quote !== undefined ? first.quote : edit.request.text.slice(first.start, last.end);
    const named = what.find(chunk => tagged.some(action => sameText(action.value, chunk.quote ?? chunk.text)));
    if (!named && tagged.length > 1) return undefined;
    const actions = previous.actions.map(action =>
      (action.type === 'addTag' || action.type === 'removeTag') &&
      (!named || sameText(action.value, named.quote ?? named.text))
        ? { ...action, value }
        : action,
    );
    return { condition: previous.condition, actions, used: chunks };
  }
  const from = operandIn(what);
  const to = operandIn(rest);
  if (!from || !to) return undefined;
  return replaceValue(edit, from, to);
}

/** "make it 500k instead", "at least 500k", "make it France". */
function parseMake(edit: Edit): Edited | undefined {
  const { chunks, previous } = edit;
  if (!chunks.some(chunk => has(chunk, 'make', 'instead', 'change', 'setTo'))) return undefined;
  const at = chunks.findIndex(chunk => chunk.number !== undefined && chunk.quote === undefined);
  const chunk = chunks[at];
  if (chunk) {
    const operator = chunks
      .slice(0, at)
      .map(comparatorOf)
      .find(found => found !== undefined && found !== '==');
    const suffix = has(chunks[at + 1], 'orMore') ? '>=' : has(chunks[at + 1], 'orLess') ? '<=' : undefined;
    return replaceNumber(edit, chunk, undefined, suffix ?? operator);
  }
  const value = chunks
    .flatMap(part => part.values.map(link => ({ part, link })))
    .find(({ part, link }) => !has(part, 'be', 'det') && fieldsIn(previous.condition).has(link.field.name));
  if (!value) return undefined;
  const name = value.link.field.name;
  const texts = literalsIn(previous.condition).filter(
    (literal): literal is string =>
      typeof literal === 'string' && edit.grounding.values.valuesOf(name).includes(literal),
  );
  const stored = value.link.stored[0] ?? value.part.text;
  return texts.length === 1 && texts[0] !== undefined
    ? replaceValue(edit, { kind: 'value', value: texts[0] }, { kind: 'value', value: stored })
    : undefined;
}

/** "drop the revenue condition", "remove Austria from the list", "don't tag them". */
function parseDrop(edit: Edit): Edited | undefined {
  const { chunks, previous } = edit;
  const at = chunks.findIndex(chunk => has(chunk, 'drop'));
  if (at < 0 || at > 3) return undefined;
  const rest = chunks.slice(at + 1);
  const { condition, actions } = previous;
  if (rest.some(chunk => has(chunk, 'tagNoun', 'tag')) && !rest.some(chunk => has(chunk, 'conditionWord'))) {
    const named = rest.find(chunk =>
      actions.some(action => 'value' in action && sameText(action.value, chunk.quote ?? chunk.text)),
    );
    const left = actions.filter(
      action => !(action.type === 'addTag' && (!named || sameText(action.value, named.quote ?? named.text))),
    );
    return left.length < actions.length && left.length > 0 ? { condition, actions: left, used: chunks } : undefined;
  }
  for (const chunk of rest) {
    for (const link of chunk.values) {
      const shrunk = withoutValue(condition, link.stored[0] ?? chunk.text);
      if (shrunk) return { condition: shrunk.condition, actions, used: chunks };
    }
  }
  for (const chunk of rest) {
    for (const link of chunk.fields.filter(candidate => candidate.score >= 0.5)) {
      const shrunk = withoutField(condition, link.field.name);
      if (shrunk) return { condition: shrunk.condition, actions, used: chunks };
      const left = actions.filter(action => !('field' in action && action.field === link.field.name));
      if (left.length < actions.length && left.length > 0) return { condition, actions: left, used: chunks };
    }
  }
  return undefined;
}

function isPureEquality(meaning: Meaning): meaning is Extract<Meaning, { kind: 'test' }> {
  return meaning.kind === 'test' && meaning.test.is === 'oneOf';
}

/** A clause or an action more: "also include Austria", "only active ones", "but not Munich", "or if …", "also set …". */
function parseMore(edit: Edit): Edited | undefined {
  const { chunks, previous } = edit;
  const { cut, meaning, issues, unknown } = edit.understood();
  const spoken = (chunk: Chunk): boolean =>
    chunks.some(
      part =>
        part.start <= chunk.start &&
        chunk.end <= part.end &&
        has(part, 'also', 'instead', 'make', 'everyone', 'drop', 'add'),
    );
  if (issues.some(issue => issue.kind !== 'missing-tag') || unknown.some(chunk => !isFiller(chunk) && !spoken(chunk)))
    return undefined;
  const actions = cut.actions.map(({ action }) => action);
  if (actions.length > 0 && meaning) return undefined;
  if (actions.length > 0) {
    const fresh = actions.filter(
      action => !previous.actions.some(known => JSON.stringify(known) === JSON.stringify(action)),
    );
    const replaces = chunks.some(chunk => has(chunk, 'instead')) && actions.every(action => action.type === 'addTag');
    const kept = replaces
      ? previous.actions.filter(action => action.type !== 'addTag')
      : previous.actions.filter(
          action =>
            !fresh.some(next => next.type === 'setValue' && action.type === 'setValue' && next.field === action.field),
        );
    return { condition: previous.condition, actions: [...kept, ...fresh], used: chunks };
  }
  if (!meaning) return undefined;
  const added = writeCondition(meaning);
  const first = chunks.find(chunk => !has(chunk, 'then', 'filler', 'comma') || has(chunk, 'or', 'also', 'only'));
  const widens =
    chunks.some(chunk => has(chunk, 'also') && !has(chunk, 'only')) ||
    chunks.some(chunk => chunk.key === 'include' || chunk.key === 'add');
  const or = has(first, 'or');
  const restricts = chunks.some(chunk => has(chunk, 'only', 'onlyIf', 'except', 'unless')) || meaning.kind === 'not';
  if (isPureEquality(meaning) && (widens || or) && !restricts) {
    const { test } = meaning;
    const widened =
      test.is === 'oneOf'
        ? widenEquality(
            previous.condition,
            meaning.field.name,
            test.values.map(stored => stored[0] ?? ''),
          )
        : undefined;
    if (widened) return { condition: widened, actions: previous.actions, used: chunks };
  }
  if (or || (widens && !restricts))
    return { condition: { or: [previous.condition, added] }, actions: previous.actions, used: chunks };
  const own = testsOf(meaning);
  const replaced =
    own.length === 1 &&
    own[0] &&
    !restricts &&
    !has(first, 'and') &&
    fieldsIn(previous.condition).has(own[0].field.name)
      ? withoutField(previous.condition, own[0].field.name)
      : undefined;
  const base = replaced ? replaced.condition : previous.condition;
  return {
    condition: allOf([...(base === undefined ? [] : conjunctsOf(base)), ...conjunctsOf(added)]),
    actions: previous.actions,
    used: chunks,
  };
}

/** Reads a prompt as a change of the previous rule; `undefined` where it is none. */
export function editRule(edit: Edit): Edited | undefined {
  return parseInvert(edit) ?? parseSwap(edit) ?? parseDrop(edit) ?? parseMake(edit) ?? parseMore(edit);
}
