import { has, isBound } from '../cursor';
import { bare, isName, isParticle } from './pieces';
import type { Chunk } from '../../grounding/link-words';
import { isDateField } from '../../grounding/fields/date-field';

/** How far the verb stands behind the stretch of time. */
const NEAR = 4;

/** "90日以内に切れる", "30天内要检修": a stretch of days that no word calls past lies ahead where the verb is still to come. */
export function stillToCome(chunks: readonly Chunk[]): readonly Chunk[] {
  const ordered = [...chunks];
  for (let at = 0; at < ordered.length; at++) {
    const chunk = ordered[at];
    const { date } = chunk ?? {};
    if (!chunk || !date) continue;
    const verb = verbBehind(ordered, at);
    if (verb === undefined) continue;
    const ahead = date.window === 'past' && date.eitherWay === true;
    if (ahead && 'offset' in date.start && date.start.offset !== undefined)
      ordered[at] = {
        ...chunk,
        date: { ...date, start: {}, end: { offset: date.start.offset.replace('-', '') }, window: 'future' },
      };
    const said = ordered[verb];
    const owner = ownerBefore(ordered, at, said) ?? ownerBefore(ordered, verb, said);
    if (owner) ordered[owner.at] = owner.chunk;
    // The day belongs to the field that was named; the verb says no more of it.
    if (said && isNamed(ordered, verb)) ordered[verb] = bare(said, 'filler');
  }
  return ordered;
}

/** "执照60天内到期", "免許が60日以内に切れる": a name and its verb with the time between them are one name together. */
function ownerBefore(
  chunks: readonly Chunk[],
  date: number,
  verb: Chunk | undefined,
): { readonly at: number; readonly chunk: Chunk } | undefined {
  let at = date - 1;
  while (at > 0 && (isParticle(chunks[at]) || has(chunks[at], 'next', 'within') || isPlainlyBe(chunks[at]))) at--;
  const chunk = chunks[at];
  const [first] = chunk?.fields ?? [];
  if (!chunk || !first || !verb || chunk === verb || isName(chunk)) return undefined;
  if (verb.fields.some(({ field }) => field.name === first.field.name)) return undefined;
  // "来月免許が切れる": where the verb names no field, the one day that the name may stand for.
  const shared = chunk.fields.filter(
    ({ field }) =>
      isDateField(field) && (verb.fields.length === 0 || verb.fields.some(link => link.field.name === field.name)),
  );
  return shared.length === 1
    ? { at, chunk: { ...chunk, fields: shared.map(link => ({ ...link, score: 0.9 })) } }
    : undefined;
}

const isPlainlyBe = (chunk: Chunk | undefined): boolean =>
  has(chunk, 'be', 'filler') && chunk?.fields.length === 0 && !isName(chunk);

function verbBehind(chunks: readonly Chunk[], at: number): number | undefined {
  for (
    let next = at + 1;
    next <= at + NEAR && chunks[next] && !isBound(chunks[next]) && !has(chunks[next], 'noun');
    next++
  )
    if (has(chunks[next], 'toCome') && !isName(chunks[next])) return next;
  return undefined;
}

/** Whether what the verb may be about stands near it. */
function isNamed(chunks: readonly Chunk[], verb: number): boolean {
  const fields = chunks[verb]?.fields.map(({ field }) => field.name) ?? [];
  return chunks
    .slice(Math.max(0, verb - NEAR), verb)
    .some(chunk => !isName(chunk) && chunk.fields.some(({ field }) => fields.includes(field.name)));
}
