import type { Field } from '@lib/rules';

import { isFieldName } from '../inference/field-name';

/** Whether tags may live under a name: in a list field, or in a new one that no field is a part of and that is no part of a field. */
export function mayHoldTags(name: string, fields: readonly Field[]): boolean {
  const known = fields.find(field => field.name === name);
  if (known) return known.type === 'list';
  const within = (inner: string, outer: string): boolean => inner.startsWith(`${outer}.`);
  return isFieldName(name) && !fields.some(field => within(name, field.name) || within(field.name, name));
}
