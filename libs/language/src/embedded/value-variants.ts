import { type Field, valueAt } from '@lib/rules';
import type { TestMeaning } from './meaning';
import type { Grounding } from '../grounding/link-words';
import type { TranslationRequest } from '../translator';

/** How many variants an assumption names. */
const NAMED = 4;

function timesStored(field: Field, text: string, request: TranslationRequest): number {
  const known = field.profile?.frequent.find(({ value }) => value === text)?.count;
  return known ?? request.sample.filter(record => valueAt(record, field.name) === text).length;
}

/** What the data also calls a value the rule names: a country by its code, or in another language. Left out, and said so. */
export function variantsLeftOut(
  { field, test }: TestMeaning,
  grounding: Grounding,
  request: TranslationRequest,
): readonly string[] {
  const regions = grounding.values.countryFields.get(field.name);
  if (!regions || test.is !== 'oneOf') return [];
  const taken = new Set(test.values.flat());
  const lower = new Set([...taken].map(text => text.toLowerCase().trim()));
  return test.values.flatMap(([chosen]) => {
    const names = [...regions.values()].find(stored => chosen !== undefined && stored.includes(chosen)) ?? [];
    const others = names.filter(text => !lower.has(text.toLowerCase().trim())).slice(0, NAMED);
    if (chosen === undefined || others.length === 0) return [];
    const counted = others.map(text => `"${text}" (${timesStored(field, text, request)})`).join(', ');
    const own = timesStored(field, chosen, request);
    return [`${field.label} "${chosen}" (${own}) is also stored as ${counted}; name them to take them in.`];
  });
}
