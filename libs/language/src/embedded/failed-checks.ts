import { has } from './cursor';
import { says } from './saying';
import { fieldSays } from '../grounding/field-senses';
import type { Chunk } from '../grounding/link-words';

/** A score that a field named without the word for passing still has. */
const NAMED = 0.7;

/** A score that a field called just so has. */
const CALLED = 0.9;

/** A yes/no field that tells whether something was passed: "Safety check passed". */
const isCheck = (chunk: Chunk | undefined): boolean => {
  const [named] = chunk?.quote === undefined ? (chunk?.fields ?? []) : [];
  return named?.field.type === 'boolean' && named.score >= NAMED && fieldSays(named.field, 'passing');
};

const fails = (chunk: Chunk | undefined): boolean =>
  says(chunk, 'failing') &&
  chunk?.quote === undefined &&
  chunk?.values.length === 0 &&
  (chunk.fields[0]?.score ?? 0) < CALLED;

/** "failed the safety check", "safety check failed": of a field that tells who passed, the opposite. */
export function withFailedChecks(chunks: readonly Chunk[]): readonly Chunk[] {
  if (!chunks.some(fails)) return chunks;
  const read: Chunk[] = [];
  for (let at = 0; at < chunks.length; at++) {
    const chunk = chunks[at] as Chunk;
    const behind = has(chunks[at + 1], 'det', 'of', 'in', 'to') && !isCheck(chunks[at + 1]) ? at + 2 : at + 1;
    const check = fails(chunk) ? chunks[behind] : undefined;
    if (check && isCheck(check)) {
      read.push({
        ...check,
        start: chunk.start,
        text: `${chunk.text} ${check.text}`,
        glued: chunk.glued,
        opposite: true,
      });
      at = behind;
    } else if (isCheck(chunk) && fails(chunks[at + 1])) {
      const verb = chunks[at + 1] as Chunk;
      read.push({ ...chunk, end: verb.end, text: `${chunk.text} ${verb.text}`, opposite: true });
      at++;
    } else read.push(chunk);
  }
  return read;
}
