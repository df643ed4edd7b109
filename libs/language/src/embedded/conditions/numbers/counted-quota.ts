import type { Field } from '@lib/rules';
import { has, NUMERIC } from '../../cursor';
import { fieldMention, type ParseState } from '../parse-state';
import { type Quota, quotaOf } from './quotas';
import type { FieldLink } from '../../../grounding/fields/field-index';

export interface Counted {
  readonly quota: Quota;
  readonly field: Field;
  readonly to: number;
}

const SMALL = ['det', 'of', 'filler', 'be', 'them', 'in', 'noun', 'fieldWord', 'have', 'leftOver'] as const;

const numbersIn = (links: readonly FieldLink[]): readonly FieldLink[] =>
  links.filter(link => NUMERIC.includes(link.field.type) && link.score >= 0.5);

/** The number named from here on, past little words, and the quota it is a side of. */
export function countedAt(state: ParseState, at: number, past = 3): Counted | undefined {
  const { chunks, grounding } = state;
  let next = at;
  while (next < at + past && has(chunks[next], ...SMALL) && numbersIn(chunks[next]?.fields ?? []).length === 0) next++;
  if (numbersIn(chunks[next]?.fields ?? []).length === 0 || chunks[next]?.number) return undefined;
  const mention = fieldMention(state, next);
  const link = numbersIn(mention?.links ?? [])[0];
  const quota = quotaOf(grounding, link?.field);
  return mention && link && quota ? { quota, field: link.field, to: mention.to } : undefined;
}
