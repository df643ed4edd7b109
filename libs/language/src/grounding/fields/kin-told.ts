import type { Role } from '../lexicon';
import type { Chunk } from '../link-words';

/** Words that say something of a field. */
const SAYING: ReadonlySet<Role> = new Set<Role>([
  ...(['gt', 'gte', 'lt', 'lte', 'eq', 'neq', 'orMore', 'orLess', 'between', 'outside', 'exactly'] as const),
  ...(['older', 'newer', 'late', 'expired', 'inFuture', 'inPast', 'rose', 'fell', 'vague', 'vagueSmall'] as const),
  ...([
    'empty',
    'filled',
    'without',
    'no',
    'not',
    'notYet',
    'never',
    'nothing',
    'have',
    'be',
    'any',
    'double',
    'half',
  ] as const),
  ...(['contains', 'startsWith', 'endsWith', 'matches', 'longerThan', 'shorterThan', 'fullUp', 'leftOver'] as const),
  ...([
    'setTo',
    'clear',
    'upper',
    'lower',
    'title',
    'trim',
    'copy',
    'replace',
    'mask',
    'fill',
    'move',
    'reckon',
  ] as const),
]);

const BOUNDS: readonly Role[] = ['comma', 'stop', 'colon', 'arrow'];

const isBound = ({ roles }: Chunk): boolean => roles.some(role => BOUNDS.includes(role));

const saysSomething = (chunk: Chunk, of: Chunk): boolean =>
  chunk !== of &&
  (chunk.number !== undefined ||
    chunk.date !== undefined ||
    chunk.duration !== undefined ||
    chunk.quote !== undefined ||
    chunk.roles.some(role => SAYING.has(role)) ||
    chunk.values.some(value => of.fields.some(link => link.field === value.field)));

/** "under Maria Holm": a name nobody knows may be one that a field holds. */
const namesSomebody = (chunk: Chunk | undefined): boolean =>
  chunk !== undefined && chunk.roles.length === 0 && /^\p{Lu}/u.test(chunk.text);

/** What only says the same as a name is that name where something is said of it, and otherwise just words. */
export function withKinTold(chunks: readonly Chunk[]): readonly Chunk[] {
  return chunks.map((chunk, at) => {
    if (!chunk.fields.some(link => link.akin) || chunk.fields[0]?.field.type === 'boolean') return chunk;
    let from = at;
    let to = at;
    while (chunks[from - 1] && !isBound(chunks[from - 1] as Chunk)) from--;
    while (chunks[to + 1] && !isBound(chunks[to + 1] as Chunk)) to++;
    const told = chunks.slice(from, to + 1).some(other => saysSomething(other, chunk));
    return told || namesSomebody(chunks[at + 1]) || namesSomebody(chunks[at + 2]) ? chunk : { ...chunk, fields: [] };
  });
}
