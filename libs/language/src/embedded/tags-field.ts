import { type Field, findField, tagsFieldOf } from '@lib/rules';
import type { Grounding } from '../grounding/link-words';

/** The list that tags are kept in. */
export const tagsFieldIn = ({ recordType }: Grounding): Field =>
  findField(recordType, tagsFieldOf(recordType)) as Field;
