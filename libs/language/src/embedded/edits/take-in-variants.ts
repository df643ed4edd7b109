import type { JsonLogic } from '@lib/rules';
import { answer } from '../decide/answer';
import { replyIn } from '../replies/replies';
import type { Grounding } from '../../grounding/link-words';
import { say } from '../../grounding/messages';
import { variantsOf } from '../../grounding/values/value-variants';
import type { Translation, TranslationRequest } from '../../translator';
import { sameText } from './edit-step';
import { asWritten, exchange, type Place, placesIn, textsAt, withTexts } from './places';

/** "all spellings": the rule with every value by all the names the data has for it; a bare yes or no to no question is asked about. */
export function takeInVariants(request: TranslationRequest, grounding: Grounding): Translation | undefined {
  const { previousRule, text, recordType } = request;
  const reply = replyIn(text, grounding);
  if (!previousRule || (reply !== 'all' && reply !== 'yes' && reply !== 'none')) return undefined;
  const ask = (): Translation =>
    answer(grounding, { outcome: 'clarify', question: { text: say(request.language, 'changeHow'), options: [] } });
  if (reply === 'none') return ask();
  const { name, condition, actions, glossary } = previousRule;
  let widened: JsonLogic = condition;
  for (const place of placesIn(condition, recordType)) {
    const variants = variantsAt(place, grounding);
    if (variants.length === 0) continue;
    const texts = [...textsAt(place), ...variants.map(variant => asWritten(place, variant))];
    widened = exchange(widened, place.test, withTexts(place, texts));
  }
  if (widened === condition) return ask();
  const start = text.length - text.trimStart().length;
  return answer(grounding, {
    outcome: 'rule',
    rule: { name, condition: widened, actions, ...(glossary && { glossary }) },
    spans: [{ start, end: text.trimEnd().length, at: '/condition' }],
    confidence: 0.95,
    edit: 'change',
  });
}

const EQUALITIES: readonly string[] = ['==', '===', '!=', '!==', 'in'];

/** Names of the values at a place that are not there yet. */
function variantsAt(place: Place, grounding: Grounding): readonly string[] {
  const { field, operator, value } = place;
  const isText = (operator !== 'in' && typeof value === 'string') || (operator === 'in' && Array.isArray(value));
  if (field.type !== 'text' || !EQUALITIES.includes(operator) || !isText) return [];
  const texts = textsAt(place);
  const stored = grounding.values.valuesOf(field.name).filter(known => texts.some(text => sameText(text, known)));
  const variants = stored.flatMap(known => variantsOf(field, known, grounding).map(variant => variant.text));
  return [...new Set(variants)].filter(variant => !texts.some(text => sameText(text, variant)));
}
