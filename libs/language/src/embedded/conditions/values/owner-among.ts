import { valueOf } from '../operands';
import type { FieldLink } from '../../../grounding/fields/field-index';
import type { Chunk } from '../../../grounding/link-words';

/** So little apart, two fields are meant alike; a whole name is surer. */
const ALIKE = 0.02;
const WHOLE_NAME = 0.97;

/** "country is Belgium" of a shipping and a billing country: the others that are called so as well and hold the value. */
export const twinsOf = (owner: FieldLink, links: readonly FieldLink[], chunk: Chunk): readonly FieldLink[] =>
  owner.score >= WHOLE_NAME
    ? []
    : links.filter(
        ({ field, score }) =>
          field !== owner.field &&
          score >= owner.score - ALIKE &&
          valueOf(chunk, field)?.via !== 'part' &&
          valueOf(chunk, field) !== undefined,
      );

/** "status: left" of an employment and a marital status: the field whose value it is most surely. */
export function ownerAmong(links: readonly FieldLink[], chunk: Chunk): FieldLink | undefined {
  const sureness = (link: FieldLink): number => link.score * (valueOf(chunk, link.field)?.score ?? 0);
  return links.reduce<FieldLink | undefined>(
    (best, link) => (sureness(link) > (best ? sureness(best) : 0) ? link : best),
    undefined,
  );
}
