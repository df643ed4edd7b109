import type { Grounding } from '../../grounding/link-words';
import type { Translation } from '../../translator';

const EMPTY = { assumptions: [], spans: [], unused: [] } as const;

/** What was decided; the rest of a translation is filled in. */
export type Answer = Pick<Translation, 'outcome'> & Partial<Translation>;

export function answer(grounding: Grounding, partial: Answer): Translation {
  return {
    ...EMPTY,
    confidence: partial.outcome === 'rule' ? 0.9 : 0.5,
    translator: 'embedded',
    language: grounding.lexicons[0]?.language ?? 'en',
    ...partial,
  };
}
