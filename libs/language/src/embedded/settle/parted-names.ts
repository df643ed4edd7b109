import type { RecordType } from '@lib/rules';
import { has } from '../cursor';
import type { FieldLink } from '../../grounding/fields/field-index';
import type { Chunk, Grounding } from '../../grounding/link-words';

/** Little words between the parts of a name: "die Rechnung ist noch nicht erhalten". */
const MOST_BETWEEN = 4;
/** How well the words must name the field together. */
const NAMED = 0.85;

/**
 * "fakturaen ikke er modtaget", "Rechnung noch nicht erhalten" of a yes/no field "Invoice received": a name whose parts
 * stand apart, with no more between them than whether it is so. The first part names the field, the second that it is so.
 */
export function withPartedNames(chunks: readonly Chunk[], grounding: Grounding): readonly Chunk[] {
  if (!hasPartedNames(grounding.recordType)) return chunks;
  const parted = [...chunks];
  for (let at = 0; at < parted.length - 2; at++) {
    const first = parted[at];
    const end = first && isPart(first) ? secondOf(parted, at) : undefined;
    const second = end === undefined ? undefined : parted[end];
    if (!first || !second || end === undefined) continue;
    const [link] = named(grounding, `${first.key} ${second.key}`);
    if (link?.field.type !== 'boolean' || link.score < NAMED || link.score <= (first.fields[0]?.score ?? 0)) continue;
    parted[at] = { ...first, roles: [], fields: [link], values: [] };
    parted[end] = { ...second, roles: ['trueWord'], fields: [], values: [] };
  }
  return parted;
}

const known = new WeakMap<RecordType, boolean>();

/** Whether a yes/no field is named by several words; looked up once per record type, which may have thousands of fields. */
function hasPartedNames(recordType: RecordType): boolean {
  let parted = known.get(recordType);
  if (parted === undefined) {
    parted = recordType.fields.some(({ type, label }) => type === 'boolean' && / /.test(label));
    known.set(recordType, parted);
  }
  return parted;
}

const named = ({ fields }: Grounding, key: string): readonly FieldLink[] => {
  const links = fields.lookup(key);
  return links.length > 0 ? links : fields.lookupTranslated(key);
};

/** A single word, and nothing that is known to be said of records. */
const isPart = (chunk: Chunk): boolean =>
  chunk.quote === undefined && !chunk.number && !chunk.date && /^\p{L}{4,}$/u.test(chunk.key);

/** Where the second part stands: behind a verb of being or a denial, and nothing but what tells whether it is so. */
function secondOf(chunks: readonly Chunk[], at: number): number | undefined {
  let told = false;
  for (let next = at + 1; next <= at + 1 + MOST_BETWEEN; next++) {
    const chunk = chunks[next];
    if (!chunk) return undefined;
    const tells = has(chunk, 'not', 'notYet', 'never', 'be');
    if (!tells && told && isPart(chunk)) return next;
    if (!tells && !has(chunk, 'have', 'filler', 'det')) return undefined;
    told ||= tells;
  }
  return undefined;
}
