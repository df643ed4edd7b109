import { has, isBound, isFiller } from '../cursor';
import { literalsIn, withoutField } from '../meaning/logic-tree';
import { says } from '../saying';
import type { Chunk } from '../../grounding/link-words';
import { isCarrier, type ReadStep, sameText } from './edit-step';

/** "any flag, not just Liberia", "all sites", "any country is fine": whatever a field holds, it is no longer looked at. */
export const dropAny: ReadStep = ({ chunks, rule }) => {
  const at = chunks.findIndex(
    (chunk, i) => has(chunk, 'any', 'allTags', 'allOf', 'indifferent') && linked(chunk, chunks[i + 1]),
  );
  const word = chunks[at];
  const anything = word ? undefined : anythingAt(chunks);
  const named =
    anything?.flatMap(({ fields }) => fields) ??
    (word && [word, ...chunks.slice(at + 1, at + 2)].flatMap(({ fields }) => fields));
  const link = named?.find(
    ({ field, score }) => score >= 0.5 && withoutField(rule.condition, field.name) !== undefined,
  );
  if (!link || chunks.some(chunk => (chunk.number ?? chunk.date ?? chunk.quote) !== undefined && !isFiller(chunk)))
    return undefined;
  const held = literalsIn(rule.condition);
  const isHeld = (chunk: Chunk): boolean =>
    [chunk.text, ...chunk.values.flatMap(({ stored }) => stored)].some(text =>
      held.some(literal => sameText(literal, text)),
    );
  // "…, not just Liberia"
  const denial = chunks.findIndex((chunk, i) => has(chunk, 'not') && has(chunks[i + 1], 'only'));
  const isKnown = (chunk: Chunk, i: number): boolean =>
    i === at ||
    (anything !== undefined && (has(chunk, 'something', 'may', 'give', 'any') || says(chunk, 'everywhere'))) ||
    chunk.fields.includes(link) ||
    isCarrier(chunk) ||
    isFiller(chunk) ||
    isBound(chunk) ||
    has(chunk, 'may', 'does', 'holds', 'enough', 'wish', 'kept', 'indifferent') ||
    (denial >= 0 && i >= denial && (i <= denial + 1 || isHeld(chunk)));
  if (!chunks.every(isKnown)) return undefined;
  return { rules: [{ ...rule, condition: withoutField(rule.condition, link.field.name)?.condition }], used: chunks };
};

/** "the salary may be anything": what stands before it names the field. */
function anythingAt(chunks: readonly Chunk[]): readonly Chunk[] | undefined {
  const end = chunks.findIndex(chunk => has(chunk, 'something') || says(chunk, 'everywhere'));
  const before = chunks.slice(0, Math.max(end, 0));
  return before.some(chunk => has(chunk, 'may', 'give')) && before.every(({ values }) => values.length === 0)
    ? before
    : undefined;
}

const linked = (chunk: Chunk, next: Chunk | undefined): boolean =>
  [chunk, next].some(
    one => one !== undefined && one.values.length === 0 && one.fields.some(({ score }) => score >= 0.5),
  );
