import type { Field, FieldType } from '@lib/rules';

/** Fields that hold days or moments. */
export const DATE_TYPES: readonly FieldType[] = ['date', 'datetime'];

export const isDateField = ({ type }: Pick<Field, 'type'>): boolean => DATE_TYPES.includes(type);
