import { type JsonLogic, tagsFieldOf } from '@lib/rules';
import { has, isFiller } from '../cursor';
import { sameRows, selectedRows } from '../meaning/rows';
import { allOf, conjunctsOf, fieldsIn, literalsIn, operationOf } from '../meaning/logic-tree';
import { writeCondition } from '../meaning/write-condition';
import type { TranslationRequest } from '../../translator';
import type { Chunk } from '../../grounding/link-words';
import { isAll, isCarrier, type ReadStep } from './edit-step';

/** "the other way round", "everything this rule does not match"; "flip the express part" turns what is said of that field alone. */
export const invert: ReadStep = ({ chunks, rule }) => {
  if (!chunks.some(chunk => has(chunk, 'invert')) && !deniesIt(chunks, rule.condition)) return undefined;
  // "flip express to true", "keep the rest"
  if (chunks.some(chunk => has(chunk, 'trueWord', 'falseWord') || (has(chunk, 'kept') && !has(chunk, 'invert'))))
    return undefined;
  const used = chunks.filter(
    chunk =>
      !chunks.some(one => has(one, 'invert')) ||
      has(chunk, 'invert', 'make', 'conditionWord', 'fieldWord', 'valueWord', 'onlyIf', 'listNoun'),
  );
  const parts = conjunctsOf(rule.condition);
  const named = chunks.flatMap(chunk => {
    if (chunk.values.length > 0 || has(chunk, 'invert')) return [];
    const part = parts.find(one =>
      chunk.fields.some(({ field, score }) => score >= 0.5 && fieldsIn(one).has(field.name)),
    );
    return part === undefined ? [] : [{ chunk, part }];
  });
  const [first] = named;
  // "alle anderen Werke"; "the other way round: those that are open" says which ones those are.
  const about = named.flatMap(({ chunk }) =>
    parts.length > 1 || has(chunks[chunks.indexOf(chunk) - 1], 'invert') ? [chunk] : [],
  );
  if (!first || parts.length < 2)
    return { rules: [{ ...rule, condition: opposite(rule.condition) }], used: [...used, ...about] };
  const turned = allOf(parts.map(part => (part === first.part ? opposite(part) : part)));
  return { rules: [{ ...rule, condition: turned }], used: [...used, ...about] };
};

/** "I meant those who don't": the records that the rule speaks of, denied, and nothing else of them. */
function deniesIt(chunks: readonly Chunk[], condition: JsonLogic): boolean {
  const fields = fieldsIn(condition);
  const isOwn = (chunk: Chunk): boolean =>
    chunk.values.length === 0 && chunk.fields.some(({ field, score }) => score >= 0.5 && fields.has(field.name));
  const isOne = (chunk: Chunk): boolean => has(chunk, 'where', 'ones', 'everyone', 'noun') && !has(chunk, 'not');
  // "Sales doesn't belong here": of a value it is said, and not of the records.
  if (chunks.some(({ values }) => values.length > 0)) return false;
  const denial = chunks.findIndex(chunk => has(chunk, 'not', 'drop', 'without'));
  const opener = chunks.findIndex(chunk => has(chunk, 'correction', 'wish', 'make'));
  return (
    opener >= 0 &&
    denial > opener &&
    chunks.slice(opener + 1, denial).some(isOne) &&
    !chunks.some(chunk => has(chunk, 'also', 'holds')) &&
    chunks.every(
      (chunk, at) =>
        at === denial || pointsBack(chunk) || isCarrier(chunk) || isFiller(chunk) || has(chunk, 'does') || isOwn(chunk),
    )
  );
}

/** The records that a condition leaves: those of which a yes/no field says nothing are among them, as with every "not". */
export function opposite(condition: JsonLogic): JsonLogic {
  const operation = operationOf(condition);
  const [inner, value] = operation?.operands ?? [];
  if (operation?.operator === '!' && inner !== undefined) return inner;
  if (operation && inner !== undefined && typeof value === 'boolean') {
    if (operation.operator === '==') return { '!=': [inner, value] };
    if (operation.operator === '!=') return { '==': [inner, value] };
  }
  return { '!': [condition] };
}

/** What is said besides of the fields the rule is about, after a change: which records are meant by now, all of them. */
export const restate: ReadStep = ({ chunks, rule, before, isFirst, wasInverted, understood, request }) => {
  if (isFirst) return undefined;
  const fields = fieldsIn(rule.condition);
  const isOfRule = (chunk: Chunk): boolean =>
    chunk.fields.some(({ field, score }) => score >= 0.5 && fields.has(field.name));
  if (chunks.every(chunk => (isCarrier(chunk) || has(chunk, 'drop')) && !isOfRule(chunk)))
    return { rules: [rule], used: chunks };
  // "the other way round: ships that don't have one": the records that are meant by now, and nothing of their fields.
  if (wasInverted && chunks.every(chunk => pointsBack(chunk) || isCarrier(chunk)) && !chunks.some(isOfRule))
    return { rules: [rule], used: chunks };
  const { meaning, cut, issues, strange } = understood();
  if (!isAll(understood()) || chunks.some(chunk => has(chunk, 'insteadOf', 'change') && !has(chunk, 'not')))
    return undefined;
  if (!meaning || cut.actions.length > 0 || issues.length > 0 || strange.length > 0) return undefined;
  const said = writeCondition(meaning);
  // "and the tag shall be called offline": no record is said to be anything.
  const tags = tagsFieldOf(request.recordType);
  if (chunks.some(chunk => has(chunk, 'tagNoun')) && !fieldsIn(said).has(tags)) return undefined;
  const isSame = sameRows(selectedRows(said, request), selectedRows(rule.condition, request));
  if (isSame) return { rules: [wasInverted ? { ...rule, condition: said } : rule], used: chunks };
  if (!wasInverted || before.condition === undefined) return undefined;
  const known = fieldsIn(before.condition);
  if (![...fieldsIn(said)].every(field => known.has(field))) return undefined;
  return { rules: [{ ...rule, condition: turned(before.condition, said, request) }], used: chunks };
};

const pointsBack = (chunk: Chunk): boolean =>
  chunk.values.length === 0 && has(chunk, 'without', 'not', 'no', 'have', 'ones', 'noun', 'them', 'where', 'everyone');

/** The rule before it was turned round, with what is said anew of its fields in the place of what was said of them. */
function turned(before: JsonLogic, said: JsonLogic, request: TranslationRequest): JsonLogic {
  const anew = [...conjunctsOf(said)];
  const parts = conjunctsOf(before).map(part => {
    const at = anew.findIndex(one => sameSet(fieldsIn(one), fieldsIn(part)));
    if (at < 0) return part;
    const [next = part] = anew.splice(at, 1);
    // Said again with fewer of its values it is meant as it was; said the other way round it is turned.
    if (!narrows(next, part)) return next;
    return isApart(next, part, request) ? opposite(part) : part;
  });
  return allOf([...parts, ...anew]) ?? said;
}

const sameSet = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every(item => b.has(item));

/** No record is both. */
export function isApart(a: JsonLogic, b: JsonLogic, request: TranslationRequest): boolean {
  const [ones, others] = [selectedRows(a, request), new Set(selectedRows(b, request))];
  return ones !== undefined && ones.length + others.size > 0 && !ones.some(row => others.has(row));
}

export const folded = (literal: JsonLogic): JsonLogic =>
  typeof literal === 'string' ? literal.toLowerCase() : literal;

/** Nothing but values that were said before. */
function narrows(next: JsonLogic, part: JsonLogic): boolean {
  const [texts, said] = [literalsIn(part).map(folded), literalsIn(next).map(folded)];
  return said.length > 0 && said.every(literal => typeof literal !== 'number' && texts.includes(literal));
}
