import type { Action } from '@lib/rules';
import { has, isFiller } from '../cursor';
import { allOf, conjunctsOf, fieldsIn, literalsIn, operationOf } from '../meaning/logic-tree';
import { mentions } from '../saying';
import type { Chunk } from '../../grounding/link-words';
import { isCarrier, isTagging, type ReadStep, sameText, type Segment, type Step } from './edit-step';
import { exchange, placesIn, textsAt, withTexts } from './places';

/** "the hours alone are enough", "just Germany is enough", "the tag is enough": of its kind nothing else is left. */
export const keepOnly: ReadStep = ({ chunks, rule, grounding, isFirst }) => {
  const kept = keptActions(chunks, rule, isFirst);
  if (kept) return kept;
  const saying = chunks.filter(chunk => has(chunk, 'enough', 'only', 'kept') || keeps(chunk));
  const enough = chunks.some(chunk => has(chunk, 'enough'));
  const keeping = chunks.some(chunk => has(chunk, 'kept') || keeps(chunk));
  const only = keeping && chunks.some(chunk => has(chunk, 'only'));
  if (!(enough || only || (keeping && !isFirst)) || chunks.some(chunk => has(chunk, 'drop', 'not'))) return undefined;
  const nouns = chunks.filter(chunk => has(chunk, 'tagNoun') && !has(chunk, 'enough'));
  if (nouns.length > 0 && rule.actions.some(isTagging))
    return { rules: [{ ...rule, actions: rule.actions.filter(isTagging) }], used: [...saying, ...nouns] };
  for (const place of placesIn(rule.condition, grounding.recordType)) {
    const texts = textsAt(place);
    const isOf = (chunk: Chunk, text: unknown): boolean =>
      typeof text === 'string' &&
      (sameText(text, chunk.quote ?? chunk.text) ||
        chunk.values.some(({ stored }) => stored.some(one => sameText(one, text))));
    const kept = texts.filter(text => chunks.some(chunk => isOf(chunk, text)));
    if (texts.length < 2 || kept.length === 0) continue;
    const condition = exchange(rule.condition, place.test, withTexts(place, kept));
    return {
      rules: [{ ...rule, condition }],
      used: [...saying, ...chunks.filter(chunk => texts.some(text => isOf(chunk, text)))],
    };
  }
  const operation = operationOf(rule.condition);
  const either = operation?.operator === 'or';
  const parts = either ? operation.operands : conjunctsOf(rule.condition);
  const isHeld = (name: string, stored: readonly string[]): boolean =>
    parts.some(
      part => fieldsIn(part).has(name) && literalsIn(part).some(literal => stored.some(one => sameText(literal, one))),
    );
  const named = chunks.flatMap(chunk => {
    const link =
      chunk.fields.find(({ field, score }) => score >= 0.5 && fieldsIn(rule.condition).has(field.name)) ??
      chunk.values.find(({ field, stored }) => isHeld(field.name, stored));
    return link && !has(chunk, 'enough') ? [{ chunk, field: link.field.name }] : [];
  });
  if (named.length === 0) return undefined;
  const used = [...saying, ...named.map(({ chunk }) => chunk)];
  // "drop Sales, keep the bonus": what is said to stay is there.
  if (!enough && !only) return { rules: [rule], used };
  const left = parts.filter(part => named.some(({ field }) => fieldsIn(part).has(field)));
  const condition = either && left.length > 1 ? { or: left } : allOf(left);
  return { rules: [{ ...rule, condition }], used };
};

/** "keep only", "deixa só": a verb of leaving something as it is. */
const keeps = (chunk: Chunk): boolean => chunk.quote === undefined && mentions(chunk, 'keeping');

const isNamed = (action: Action, chunk: Chunk): boolean =>
  isTagging(action) && sameText(action.value, chunk.quote ?? chunk.text);

/** "keep only the flag", "just the tag": one of the things that are done, and no other. */
function keptActions(chunks: readonly Chunk[], rule: Segment['rule'], isFirst: boolean): Step | undefined {
  if (
    !chunks.some(chunk => has(chunk, 'only') || (!isFirst && has(chunk, 'enough'))) ||
    chunks.some(chunk => has(chunk, 'not', 'drop'))
  )
    return undefined;
  const flags = chunks.some(chunk => has(chunk, 'flag'));
  const tags = chunks.some(chunk => has(chunk, 'tagNoun') && !has(chunk, 'flag'));
  if (flags === tags) return undefined;
  const left = rule.actions.filter(flags ? ({ type }) => type === 'flag' : isTagging);
  const isSilent = (chunk: Chunk): boolean =>
    has(chunk, 'only', 'kept', 'outVerb', 'flag', 'tagNoun', 'enough') || isCarrier(chunk) || isFiller(chunk);
  const named = (chunk: Chunk): boolean => left.some(action => isNamed(action, chunk));
  if (!chunks.every(chunk => isSilent(chunk) || named(chunk))) return undefined;
  // "keep only the tag vip"
  const said = left.filter(action => chunks.some(chunk => !isSilent(chunk) && isNamed(action, chunk)));
  const kept = said.length > 0 ? said : left;
  // "don't clear the fax, just the tag": said of what is left by then.
  if (kept.length === 0 || (isFirst && kept.length === rule.actions.length)) return undefined;
  return { rules: [{ ...rule, actions: kept }], used: chunks };
}
