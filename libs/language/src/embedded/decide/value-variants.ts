import type { Grounding } from '../../grounding/link-words';
import { say } from '../../grounding/messages';
import { variantsOf } from '../../grounding/values/value-variants';
import type { TestMeaning } from '../meaning/meaning';

/** For every value a test names, what the data also calls it: left out, and said so with counts. */
export function sayVariants({ field, test }: TestMeaning, grounding: Grounding): readonly string[] {
  if (test.is !== 'oneOf') return [];
  const { values, lexicons } = grounding;
  const counted = (text: string): string => `"${text}" (${values.countOf(field.name, text)})`;
  const taken = new Set(test.values.flat().map(text => text.toLowerCase().trim()));
  return test.values.flatMap(([chosen]) => {
    if (chosen === undefined) return [];
    const others = variantsOf(field, chosen, grounding).filter(({ text }) => !taken.has(text.toLowerCase().trim()));
    if (others.length === 0) return [];
    const named = `${field.label} ${counted(chosen)}`;
    return [say(lexicons[0]?.language, 'alsoStored', named, others.map(({ text }) => counted(text)).join(', '))];
  });
}
