import type { Field, JsonLogic } from '@lib/rules';
import { has, isFiller } from '../cursor';
import { allOf, conjunctsOf, fieldsIn, literalsIn, operationOf } from '../meaning/logic-tree';
import { says } from '../saying';
import type { Chunk } from '../../grounding/link-words';
import { isCarrier, type ReadStep, sameText } from './edit-step';

/**
 * "remove the gift exception", "drop the exception": what the rule leaves out is no longer left out. Of several exceptions
 * it is asked which one is meant, unless the words name one, or all of them.
 */
export const dropException: ReadStep = ({ chunks, rule, grounding }) => {
  if (!takesBackException(chunks)) return undefined;
  const parts = conjunctsOf(rule.condition);
  const exceptions = parts.filter(part => deniesValue(part, grounding.recordType.fields));
  const about = chunks.filter(chunk => !isException(chunk) && !has(chunk, 'drop') && speaksOfData(chunk));
  const named = exceptions.filter(part => about.length > 0 && about.every(chunk => isAbout(part, chunk)));
  const gone = about.length > 0 ? named : exceptions;
  if (gone.length === 0 || !chunks.every(chunk => about.includes(chunk) || isCarried(chunk))) return undefined;
  const without = (some: readonly JsonLogic[]): JsonLogic | undefined =>
    allOf(parts.filter(part => !some.includes(part)));
  const all = chunks.some(chunk => has(chunk, 'allTags', 'allOf', 'any', 'both', 'no'));
  const left = all ? [without(gone)] : gone.map(part => without([part]));
  return { rules: left.map(condition => ({ ...rule, condition })), used: chunks };
};

/** The noun itself, where it names no field: "the tax exemption" may. */
const isException = (chunk: Chunk): boolean =>
  says(chunk, 'exceptionNoun') && chunk.quote === undefined && chunk.values.length === 0 && !chunk.fields.some(isNamed);

const LEAST = 0.5;

const isNamed = ({ score }: Chunk['fields'][number]): boolean => score >= LEAST;

const GOING = ['drop', 'remove', 'undo', 'obsolete', 'without', 'no'] as const;

/** "remove the exception for gifts": of an exception it is said that it goes, so that none is added. */
export const takesBackException = (chunks: readonly Chunk[]): boolean =>
  chunks.some(isException) &&
  chunks.some(chunk => has(chunk, ...GOING) && chunk.quote === undefined) &&
  !chunks.some(chunk => has(chunk, 'tagNoun', 'add'));

/** A clause that denies a value: "is not Paris", "is not a gift", "is none of these". That something is there is none. */
function deniesValue(part: JsonLogic, fields: readonly Field[]): boolean {
  const operation = operationOf(part);
  const [first, second] = operation?.operands ?? [];
  if (operation?.operator === '!=' || operation?.operator === '!==') return second !== null && second !== '';
  if (operation?.operator !== '!') return false;
  if (operationOf(first)?.operator !== 'var') return true;
  const [name] = fieldsIn(part);
  return fields.some(field => field.name === name && field.type === 'boolean');
}

const speaksOfData = (chunk: Chunk): boolean =>
  (chunk.quote ?? chunk.number ?? chunk.date) !== undefined || chunk.values.length > 0 || chunk.fields.some(isNamed);

/** Whether words name the field of a clause, or a value that it leaves out. */
function isAbout(part: JsonLogic, chunk: Chunk): boolean {
  const [known, held] = [fieldsIn(part), literalsIn(part)];
  const isHeld = (text: string): boolean => held.some(literal => sameText(literal, text));
  return (
    isHeld(chunk.quote ?? chunk.text) ||
    (chunk.number !== undefined && held.includes(chunk.number.value)) ||
    chunk.fields.some(({ field, score }) => score >= LEAST && known.has(field.name)) ||
    chunk.values.some(({ field, stored }) => known.has(field.name) && stored.some(isHeld))
  );
}

const isCarried = (chunk: Chunk): boolean =>
  isFiller(chunk) ||
  isCarrier(chunk) ||
  isException(chunk) ||
  has(
    chunk,
    ...GOING,
    'off',
    'outVerb',
    'outWord',
    'gt',
    'for',
    'of',
    'in',
    'det',
    'allTags',
    'allOf',
    'any',
    'both',
    'may',
  );
