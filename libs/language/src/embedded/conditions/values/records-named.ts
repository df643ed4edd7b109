import { valueAt } from '@lib/rules';
import { has } from '../../cursor';
import type { ParseState } from '../parse-state';
import type { ValueLink } from '../../../grounding/values/value-index';

/** So many records tell whether a field is different in each. */
const ENOUGH = 10;

/**
 * "employees E17 and E23", where E17 is also whose manager somebody else is: a code that tells one record from all others
 * names it. "under E17", "the team of E17" may say something else.
 */
export function recordsNamed(
  { chunks, sample }: ParseState,
  at: number,
  links: readonly ValueLink[],
): ValueLink | undefined {
  if (links.length < 2 || sample.length < ENOUGH || !/\d/.test(chunks[at]?.text ?? '')) return undefined;
  if (has(chunks[at - 1], 'of', 'for', 'to', 'in', 'on', 'from', 'with', 'lt', 'gt', 'before', 'after'))
    return undefined;
  const own = links.filter(({ field, via }) => {
    const held = sample.map(record => valueAt(record, field.name));
    return via === undefined && held.every(value => typeof value === 'string') && new Set(held).size === held.length;
  });
  return own.length === 1 ? own[0] : undefined;
}
