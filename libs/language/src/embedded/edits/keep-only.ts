import { has } from '../cursor';
import { allOf, conjunctsOf, fieldsIn } from '../logic-tree';
import type { Chunk } from '../../grounding/link-words';
import { isTagging, type ReadStep, sameText } from './edit-step';
import { exchange, placesIn, textsAt, withTexts } from './places';

/** "the hours alone are enough", "just Germany is enough", "the tag is enough": of its kind nothing else is left. */
export const keepOnly: ReadStep = ({ chunks, rule, grounding }) => {
  const saying = chunks.filter(chunk => has(chunk, 'enough', 'only'));
  if (!chunks.some(chunk => has(chunk, 'enough')) || chunks.some(chunk => has(chunk, 'drop'))) return undefined;
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
  const parts = conjunctsOf(rule.condition);
  const named = chunks.flatMap(chunk => {
    const link = chunk.fields.find(({ field, score }) => score >= 0.5 && fieldsIn(rule.condition).has(field.name));
    return link && !has(chunk, 'enough') ? [{ chunk, field: link.field.name }] : [];
  });
  if (named.length === 0) return undefined;
  const left = parts.filter(part => named.some(({ field }) => fieldsIn(part).has(field)));
  return { rules: [{ ...rule, condition: allOf(left) }], used: [...saying, ...named.map(({ chunk }) => chunk)] };
};
