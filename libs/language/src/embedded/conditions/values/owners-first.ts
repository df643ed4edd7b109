import { skipCopula } from '../copula';
import type { Mention } from '../parse-state';
import type { FieldLink } from '../../../grounding/fields/field-index';
import type { Chunk } from '../../../grounding/link-words';

/** "line manager is E7", where some are a "People manager": the field of which a value follows, rather than a yes/no field. */
export function ownersFirst(chunks: readonly Chunk[], { links, to }: Omit<Mention, 'at'>): readonly FieldLink[] {
  if (links[0]?.field.type !== 'boolean' || links.length < 2) return links;
  const values = chunks[skipCopula(chunks, to)]?.values ?? [];
  const owns = ({ field }: FieldLink): boolean => values.some(value => value.field === field);
  return links.some(owns) && !owns(links[0]) ? [...links.filter(owns), ...links.filter(link => !owns(link))] : links;
}
