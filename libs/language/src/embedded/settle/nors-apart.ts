import { has, holdsData, isBound } from '../cursor';
import type { Chunk } from '../../grounding/link-words';

/** So many words may stand between "nor" and what it denies. */
const NEAR = 4;

/**
 * "offer no telehealth nor accept new patients", "不远程办公也不在上海": a "nor" behind a denial that is no "neither", and
 * before something that another field holds, denies that as a test of its own. Where nothing was denied, the word may be
 * another: "läuft aber noch online" is still online.
 */
export function withNorsApart(chunks: readonly Chunk[]): readonly Chunk[] {
  if (!chunks.some((_, at) => deniesAnother(chunks, at))) return chunks;
  return chunks.flatMap((chunk, at) =>
    deniesAnother(chunks, at)
      ? [
          { ...chunk, roles: ['and'] },
          { ...chunk, roles: ['not'] },
        ]
      : [chunk],
  );
}

function deniesAnother(chunks: readonly Chunk[], at: number): boolean {
  const chunk = chunks[at];
  if (!has(chunk, 'nor') || has(chunk, 'neither', 'or') || (chunk && holdsData(chunk))) return false;
  const sentence = chunks.slice(0, at).findLastIndex(before => has(before, 'stop', 'colon')) + 1;
  const before = chunks.slice(sentence, at);
  if (!before.some(said => has(said, 'not', 'no', 'without', 'never')) || before.some(said => has(said, 'neither')))
    return false;
  const denied = before.findLast(holdsData);
  const behind = chunks.slice(at + 1, at + 1 + NEAR);
  const end = behind.findIndex(next => isBound(next) || holdsData(next));
  const next = end < 0 ? undefined : behind[end];
  const field = next && stateField(next);
  return field !== undefined && denied !== undefined && heldBy(denied) !== field;
}

/** The field that a value is of, or the yes/no field that is named. */
const stateField = (chunk: Chunk): string | undefined => {
  if (isBound(chunk) || chunk.number !== undefined) return undefined;
  const [link] = chunk.fields;
  return (
    chunk.values[0]?.field.name ?? (link?.field.type === 'boolean' && link.score >= 0.6 ? link.field.name : undefined)
  );
};

const heldBy = (chunk: Chunk): string | undefined => chunk.values[0]?.field.name ?? chunk.fields[0]?.field.name;
